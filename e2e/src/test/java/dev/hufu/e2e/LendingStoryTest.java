package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The story S5: four transfers, a sum that both named later, a nickname that is not the name. The
 * sums, the gap, the letters and the register, through the browser; and what axe says of the pages.
 */
@ExtendWith(Outside.Shared.class)
class LendingStoryTest {

  private static final String DAY = "?at=2021-07-01";
  private static final Visitor.Screen PHONE = Visitor.Screen.PHONE;

  private final Outside outside;

  LendingStoryTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void aLoanOfTheDayBeforeIsReckonedProvenAndWrittenUp() throws IOException {
    try (Visitor zhang = outside.visit()) {
      zhang.go("/loans");
      zhang.press("记一笔已经借出的钱");
      zhang.type("#i-borrower", "李某某").type("#i-lender", "张某");
      zhang.type("#i-sum", "45000").type("#i-lentOn", "2019-07-10").press("写下来");
      String loan = zhang.path();
      for (String sum : List.of("10000", "10000", "10000", "15000")) {
        enter(zhang, "我转给他钱", "2019-07-10", sum, "微信转账", "");
      }
      enter(
          zhang, "双方后来认了一个数", "2020-04-19", "35000", "微信聊天", "2020-07-15 15000\n2020-10-31 20000");
      zhang.go(loan + DAY);
      assertThat(zhang.text())
          .contains("555.35", "512.63", "36,067.98", "563.06、519.75", "CN-PL-06", "3.85")
          .contains("最大的缺口", "2023-10-31", "CN-PL-12", "本省上年度平均工资", "接受货币一方所在地");
      assertThat(Axe.everything(zhang.page())).isEmpty();
      zhang.shoot("loan", true);
      zhang.press("改按 360 天看");
      assertThat(zhang.text()).contains("563.06", "519.75", "36,082.81", "555.35、512.63");

      prove(zhang, loan);
      letters(zhang, loan);
      zhang.go("/loans");
      assertThat(zhang.text()).contains("李某某", "35,000.00", "合计 1 笔");
      assertThat(Axe.everything(zhang.page())).isEmpty();
      zhang.shoot("loans", true);
      looks(zhang, loan);
    }
  }

  private static void enter(
      Visitor zhang, String what, String day, String sum, String note, String parts) {
    zhang.at("label.opt", what).click();
    zhang.type("#i-day", day).type("#i-sum", sum).type("#i-note", note);
    if (!parts.isEmpty()) {
      zhang.open("后来认的数");
      zhang.type("#i-parts", parts);
    }
    zhang.press("记下这一笔");
  }

  /** The gap has its name and its way out; the seven factors stand one by one. */
  private static void prove(Visitor zhang, String loan) {
    zhang.go(loan + "/proof");
    assertThat(Axe.everything(zhang.page())).isEmpty();
    zhang.shoot("loan-proof", true);
    for (String have : List.of("今借到", "转账记录", "手机里的原聊天")) {
      zhang.at("label.opt", have).first().click();
    }
    for (String factor : List.of("完整可靠", "运行正常", "提取完整", "正常往来", "的人合适")) {
      zhang.at("label.opt", factor).last().click();
    }
    zhang.press("记下");
    zhang.go(loan + DAY);
    assertThat(zhang.text("#chain"))
        .contains("最大的缺口：收钱的人就是他本人", "填对方完整姓名", "账号绑定手机号", "CN-EV-07")
        .contains("七个因素，核对过 5 项", "CN-EV-05");
    zhang.shoot("loan-chain", true);
  }

  private static void letters(Visitor zhang, String loan) throws IOException {
    zhang.go(loan + "/paper/claim" + DAY);
    String claim = zhang.at("#i-text").inputValue();
    assertThat(claim)
        .contains("借款本金 35,000.00 元", "合计 36,067.98 元", "555.35", "512.63", "第二十八条")
        .doesNotContain("本金 45,000", "15.4", "以下不是起诉状的内容");
    assertThat(zhang.text()).contains("接受货币一方所在地", "本省上年度就业人员年平均工资", "收钱的人就是他本人");
    assertThat(Axe.everything(zhang.page())).isEmpty();
    zhang.shoot("letter", true);
    zhang.type("#i-text", claim.replace("＿＿＿＿人民法院", "湘潭县人民法院"));
    Download pdf = zhang.page().waitForDownload(() -> zhang.at("button", "下载 PDF").click());
    assertThat(new String(Files.readAllBytes(pdf.path()), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-1.");
    Download text = zhang.page().waitForDownload(() -> zhang.at("button", "下载文本").click());
    assertThat(Files.readString(text.path())).contains("此致　湘潭县人民法院", "36,067.98");
  }

  /** Large letters, a phone, a dark ground, English, no script: all of it still there. */
  private void looks(Visitor zhang, String loan) {
    for (Visitor.Screen screen :
        List.of(PHONE.elder(), PHONE.inDark(), PHONE.english().withoutScript())) {
      try (Visitor beside = outside.visitBeside(zhang, screen)) {
        beside.context().addCookies(own(zhang));
        assertThat(beside.go(loan + DAY)).isEqualTo(200);
        assertThat(beside.text()).contains("36,067.98");
        if (screen.script()) {
          assertThat(Axe.look(beside.page())).isEmpty();
        }
        beside.shoot("loan-" + screen.lang() + "-" + screen.mode() + screen.dark(), true);
      }
    }
  }

  private static List<com.microsoft.playwright.options.Cookie> own(Visitor visitor) {
    return visitor.context().cookies().stream()
        .filter(cookie -> !List.of("lang", "mode", "theme").contains(cookie.name))
        .toList();
  }
}
