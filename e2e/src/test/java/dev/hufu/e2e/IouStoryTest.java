package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The story S4 to its end: a loan that should go through is written down and signed by two people
 * in two browsers, whose keys WebCrypto makes. The loan runs 130 days from today, as it did there.
 */
@ExtendWith(Outside.Shared.class)
class IouStoryTest {

  private static final Visitor.Screen PHONE = Visitor.Screen.PHONE;

  private final Outside outside;
  private final LocalDate due = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(130);

  IouStoryTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void aLoanBetweenClassmatesIsSignedByBoth() {
    try (Visitor chen = outside.visit();
        Visitor lei = outside.visitBeside(chen, PHONE.elder())) {
      Map<String, String> facts = Stories.with(Stories.S4, "request.repayBy", due.toString());
      chen.check("", Stories.typed(facts));
      assertThat(chen.verdict()).isEqualTo("green");
      chen.press("写一张借条");
      assertThat(chen.at("#i-sum").inputValue()).isEqualTo("10000");
      assertThat(chen.at("#i-due").inputValue()).isEqualTo(due.toString());
      chen.type("#i-lender", "陈小红").type("#i-borrower", "雷大明").press("看一遍");
      assertThat(chen.text())
          .contains("213.70", "130 天", "12.0 %", "3.00")
          .contains(due.plusYears(3).toString(), "CN-PL-05", "CN-PL-12", "CN-PL-02")
          .contains("人民币壹万元整", "10,000.00");
      chen.shoot("iou-preview", true);
      chen.press("就这样，请人签");
      String page = chen.path();
      chen.press("生成签名链接");
      String link = address(chen);
      assertThat(link).startsWith("/s/");

      assertThat(lei.go(link)).isEqualTo(200);
      assertThat(lei.text()).doesNotContain("雷大明", "陈小红", "10,000");
      lei.press("打开看");
      assertThat(lei.text()).contains("陈小红请你签一张借条", "213.70", "人民币壹万元整", "借款人");
      assertThat(lei.page().title()).doesNotContain("陈小红");
      lei.shoot("sign-elder", true);

      chen.go(page);
      chen.press("我来签");
      sign(chen, "陈小红");
      assertThat(chen.text()).contains("你签好了");

      sign(lei, "雷大明");
      lei.shoot("sign-done", true);
      assertThat(lei.text()).contains("你签好了", "所有人都签好了");

      chen.go(page);
      chen.shoot("iou-complete", true);
      assertThat(chen.text()).contains("借款，借给雷大明，" + due + "前还", "今借到陈小红人民币10,000.00元", "转账电子凭证");
      chen.press("去核对");
      assertThat(chen.text()).contains("借条签署");
      proves(chen, page.replace("/iou", ""));
    }
  }

  /** From partial to complete: money, the chat in which they said it, the voucher by its name. */
  private void proves(Visitor chen, String matter) {
    String loan = matter + "/loan";
    chen.go(loan);
    chen.at("label.opt", "我转给他钱").click();
    chen.type("#i-day", due.minusDays(130).toString()).type("#i-sum", "10000");
    chen.press("记下这一笔");
    chen.go(loan);
    assertThat(chen.text()).contains("不全", "聊天是原件，没改过", "申请转账电子凭证", "CN-EV-07");
    chen.shoot("chain-partial", true);
    keep(chen, matter, "chat", "和雷大明的聊天", "今借到陈小红人民币10,000.00元");
    keep(chen, matter, "voucher", "转账电子凭证", "收款人 雷大明");
    chen.go(loan);
    assertThat(chen.text()).contains("凭证存下了").doesNotContain("五环都扣上了");
    chen.go(loan + "/proof");
    chen.at("label.opt", "今借到").click();
    chen.type("#i-voucherName", "雷大明").press("记下");
    assertThat(chen.text("#chain")).contains("五环都扣上了").doesNotContain("最大的缺口", "缺\n");
    assertThat(chen.text()).contains("213.70", due.plusYears(3).toString());
    chen.go(matter);
    assertThat(chen.text()).contains("五环都扣上了");
  }

  private static void keep(Visitor chen, String matter, String kind, String title, String text) {
    chen.go(matter + "/evidence");
    chen.page()
        .setInputFiles(
            "#file",
            new FilePayload(title + ".txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    chen.page().selectOption("#kind", kind);
    chen.type("#title", title).type("#source", "我自己导出").press("存下");
    assertThat(chen.text()).contains(title);
  }

  @Test
  void aPhoneWithoutScriptIsToldSoAndMaySendItBack() {
    try (Visitor chen = outside.visit();
        Visitor lei = outside.visitBeside(chen, PHONE.withoutScript())) {
      Map<String, String> facts = Stories.with(Stories.S4, "request.repayBy", due.toString());
      chen.check("", Stories.typed(facts)).press("写一张借条");
      chen.type("#i-lender", "陈小红").type("#i-borrower", "雷大明").press("看一遍");
      chen.press("就这样，请人签");
      String page = chen.path();
      chen.press("生成签名链接");
      lei.go(address(chen));
      lei.press("打开看");
      assertThat(lei.text()).contains("这台手机在这里签不了", "用笔签");
      assertThat(lei.at("form[data-sign]").isVisible()).isFalse();
      lei.at("summary", "有地方不对").click();
      lei.type("#note", "利息说好没有的").press("退回去");
      chen.go(page);
      assertThat(chen.text()).contains("利息说好没有的");
    }
  }

  private static void sign(Visitor signer, String name) {
    signer.type("#nm", name);
    Locator pad = signer.at("[data-pad]");
    pad.scrollIntoViewIfNeeded();
    BoundingBox box = pad.boundingBox();
    var mouse = signer.page().mouse();
    mouse.move(box.x + 30, box.y + 30);
    mouse.down();
    for (int i = 1; i <= 6; i++) {
      mouse.move(box.x + 30 + 25 * i, box.y + 30 + (i % 2 == 0 ? 10 : 70));
    }
    mouse.up();
    signer.at("label.opt", "我看过全文").click();
    signer.shoot(
        "sign-filled-" + (signer.at("html[data-mode=elder]").count() > 0 ? "elder" : "plain"),
        true);
    signer.press("同意并签名");
  }

  private static String address(Visitor visitor) {
    visitor
        .at(".say__text .mono")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    return URI.create(visitor.text(".say__text .mono").strip()).getPath();
  }
}
