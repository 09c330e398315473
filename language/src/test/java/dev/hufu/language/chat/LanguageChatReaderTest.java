package dev.hufu.language.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactType.Extract;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.kernel.script.Reading;
import dev.hufu.language.detect.SmallBook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: a chat gives turns, facts and scripts, and only the other side's words count. */
class LanguageChatReaderTest {

  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final List<FactType> TYPES =
      List.of(
          type("request.amount", FactKind.AMOUNT, "yuan", Optional.of(Extract.SUM)),
          type("request.repayBy", FactKind.DAY, "", Optional.of(Extract.REPAY_DAY)),
          type("chat.accountGiven", FactKind.FLAG, "", Optional.of(Extract.ACCOUNT)),
          type("chat.phoneGiven", FactKind.FLAG, "", Optional.of(Extract.PHONE)),
          type("chat.bank", FactKind.WORDS, "", Optional.of(Extract.BANK)),
          type("chat.urgency", FactKind.FLAG, "", Optional.empty()));

  private final LanguageChatReader reader =
      LanguageChatReader.of(SmallBook.borrow(), TYPES).orThrow();

  @Test
  void readsTheChatOfAnAcquaintance() {
    String chat = "在吗?\n遇到点急事儿,能不能给我借1000块钱?\n明天就还你";
    Reading reading = read(chat);
    assertThat(reading.detection().scripts())
        .extracting("script")
        .containsExactly("impersonated-acquaintance");
    assertThat(facts(reading))
        .containsExactly(
            "chat.urgency=true", "request.amount=1000.00", "request.repayBy=2026-11-22");
    assertThat(reading.facts().list()).extracting(Fact::provenance).containsOnly(Provenance.SHOWN);
    assertThat(reading.detection().cues())
        .extracting(hit -> hit.span().of(chat))
        .contains("急事儿", "借1000");
    assertThat(reading.detector()).isEqualTo("cues/1");
  }

  @Test
  void whatIsSaidMyselfDoesNotCount() {
    Reading reading = read("张三：在吗\n我：你是不是急用钱，要借我5000？\n张三：没有");
    assertThat(reading.detection().score()).isZero();
    assertThat(facts(reading)).isEmpty();
  }

  @Test
  void theLargestSumAskedForCounts() {
    assertThat(facts(read("我工资三万。能先借500吗？\n算了，转我2000吧，昨天花了8000块")))
        .contains("request.amount=2000.00");
    assertThat(facts(read("一共两万五"))).contains("request.amount=25000.00");
    assertThat(facts(read("Could you lend me $300? I'll pay you back by Friday")))
        .contains("request.amount=300.00", "request.repayBy=2026-11-27");
  }

  @Test
  void aDayOfSomethingElseIsNoRepayDay() {
    assertThat(facts(read("明天开会，借我点钱"))).noneMatch(fact -> fact.startsWith("request.repay"));
  }

  @Test
  void unknownFactsArePassedOver() {
    assertThat(facts(read("奇怪的话"))).isEmpty();
  }

  private Reading read(String chat) {
    return reader.read(chat, AT, ZoneId.of("Asia/Shanghai"));
  }

  private static List<String> facts(Reading reading) {
    return reading.facts().list().stream().map(f -> f.name() + "=" + f.value()).toList();
  }

  @Test
  void numbersAndBanksThatTheOtherSideGivesAreFacts() {
    Reading reading = read("对方：打这个电话13800138000\n对方：转到工商银行6222021234567890128\n我：我的是13900139000");
    assertThat(reading.facts().list())
        .extracting(Fact::name)
        .contains("chat.accountGiven", "chat.phoneGiven", "chat.bank");
    assertThat(read("我：我的号13900139000").facts().find("chat.phoneGiven")).isEmpty();
  }

  private static FactType type(String name, FactKind kind, String unit, Optional<Extract> extract) {
    return new FactType(
        name,
        kind,
        unit,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Sensitivity.OPEN,
        Optional.empty(),
        extract);
  }
}
