package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody brings a bill: what it declares against what is in it, what stands out, three answers,
 * months down to a day by plain links, what a lender would see, and it is forgotten on demand.
 */
@ExtendWith(Outside.Shared.class)
class BillsStoryTest {

  private static final List<String> NEVER = List.of("违法", "不用还", "一定能追回", "NaN");

  private final Outside outside;

  BillsStoryTest(Outside outside) {
    this.outside = outside;
  }

  /** Half a year of a small shop, with one bad afternoon. */
  private static FilePayload bill() {
    LocalDate last = LocalDate.of(2026, 11, 20);
    StringBuilder text =
        new StringBuilder("微信支付账单明细\n微信昵称：[林姐]\n共420笔记录\n")
            .append("交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n");
    text.append("2026-11-19 14:03:00,转账,阿杰,转账,支出,¥1999.00,零钱,对方已收钱,91,/,/\n");
    text.append("2026-11-19 14:00:00,转账,阿杰,转账,支出,¥0.01,零钱,对方已收钱,92,/,/\n");
    text.append("昨天,转账,阿杰,转账,支出,¥1.00,零钱,对方已收钱,93,/,/\n");
    for (LocalDate day = last; day.isAfter(last.minusMonths(6)); day = day.minusDays(1)) {
      int n = day.getDayOfYear();
      row(text, day + " 19:10:00", "二维码收款", "顾客" + n % 17, "收款", "收入", 90 + n % 40);
      row(text, day + " 12:10:00", "商户消费", "批发市场" + n % 3, "进货", "支出", 30 + n % 20);
      if (day.getDayOfMonth() == 5) {
        row(text, day + " 10:00:00", "商户消费", "某某消费金融", "还款", "支出", 800);
      }
    }
    return new FilePayload(
        "微信支付账单.csv", "text/csv", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void row(
      StringBuilder text, String at, String type, String who, String item, String way, int yuan) {
    text.append(
        "%s,%s,%s,%s,%s,¥%d.00,零钱,支付成功,4%08d,/,/\n"
            .formatted(at, type, who, item, way, yuan, text.length()));
  }

  private static void bring(Visitor visitor) {
    visitor.go("/bills");
    visitor.at("#i-bills").setInputFiles(bill());
    visitor.press("看看账单");
  }

  @Test
  void readCheckedAnsweredAndForgotten() {
    try (Visitor lin = outside.visit()) {
      lin.go("/loss");
      lin.onward(() -> lin.at("a[href='/bills']").click());
      assertThat(Axe.everything(lin.page())).isEmpty();
      bring(lin);
      assertThat(lin.text("#files")).contains("读不了 1 行", "对不上");
      assertThat(lin.text("#found")).contains("先试小额再转大额", "1,999.00", "平常的原因");
      assertThat(lin.text("#lender-view")).contains("月均净流入", "账单里没有余额");
      assertThat(lin.text()).doesNotContain(NEVER);
      assertThat(Axe.everything(lin.page())).isEmpty();
      lin.shoot("bills", true);
      String bills = lin.path();
      lin.onward(() -> lin.at("#picture a", "2026-11").click());
      lin.onward(() -> lin.at("#picture a", "11-16").click());
      lin.onward(() -> lin.at("#picture a", "2026-11-19").click());
      assertThat(lin.text("#picture")).contains("2026-11-19 14:03", "阿杰");
      lin.go(bills);
      lin.at("#found article:has-text('先试小额') label.opt", "不是我").click();
      lin.press("按我选的再看");
      assertThat(lin.text("#found")).contains("带着最大的一笔");
      lin.press("别人花的");
      assertThat(lin.path()).contains("/plan");
      assertThat(lin.text()).contains("1,999", "阿杰");
      lin.go(bills);
      lin.press("现在就忘掉");
      assertThat(lin.text("[role=status]")).contains("什么都没留");
      lin.go(bills);
      assertThat(lin.path()).isEqualTo("/bills");
    }
  }

  @Test
  void onAnyScreenOnPaperAndWithoutScript() {
    for (Visitor.Screen screen :
        List.of(
            Visitor.Screen.PHONE.withoutScript(),
            Visitor.Screen.PHONE.elder().inDark(),
            Visitor.Screen.DESKTOP.inDark().english())) {
      try (Visitor lin = outside.visit(screen)) {
        lin.go("/bills");
        lin.at("#i-bills").setInputFiles(bill());
        lin.onward(() -> lin.at("main form button[type=submit]").first().click());
        assertThat(lin.at("#lender-view tbody tr").count()).isGreaterThan(20);
        if (screen.script()) {
          assertThat(Axe.everything(lin.page())).isEmpty();
          Object over =
              lin.page().evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
          assertThat(((Number) over).intValue()).isNotPositive();
        }
        lin.shoot(
            "bills-%d-%s-%s"
                .formatted(screen.width(), screen.dark() ? "dark" : "light", screen.lang()),
            true);
        if (screen.width() > 1_000) {
          lin.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          lin.shoot("bills-print", true);
          assertThat(lin.at("main button:visible").count()).isZero();
        }
      }
    }
  }
}
