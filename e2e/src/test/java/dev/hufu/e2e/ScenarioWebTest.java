package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stories S1, S3 and S4 as a person lives them: in Chromium, from the first page on. */
@ExtendWith(Outside.Shared.class)
class ScenarioWebTest {

  private static final String CHAT_S1 = "在吗?\n遇到点急事儿,能不能给我借1000块钱?\n明天就还你";

  private final Outside outside;

  ScenarioWebTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void aNewAccountThatCopiesAFriendIsRed() {
    try (Visitor zhang = outside.visit(Visitor.Screen.PHONE)) {
      zhang.go("/");
      long began = System.nanoTime();
      zhang.type("#paste", CHAT_S1).press("看一看");
      zhang.shoot("request-phone", true);
      zhang.answers(
          Map.of(
              "relation.accountAge", "0 d",
              "relation.lastContact", "730 d",
              "relation.usualMax", "300",
              "verify.callBack", "not_tried"));
      zhang.press("看结果");
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      zhang.shoot("red-phone", true);
      assertThat(zhang.verdict()).isEqualTo("red");
      assertThat(zhang.text("#verdict .v__kind")).contains("红").contains("停");
      assertThat(zhang.at("main").textContent()).contains("冒充熟人借款");
      assertThat(zhang.reasons()).hasSize(3);
      assertThat(took).isLessThan(Duration.ofSeconds(10));
      List<String> reasons = zhang.reasons();
      assertThat(reasons).anyMatch(reason -> reason.contains("加"));
    }
  }
}
