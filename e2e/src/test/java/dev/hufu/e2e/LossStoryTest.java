package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The stories S2, S6 and S1 after paying, to their ends: money is gone, the words to read out stand
 * there first, the clocks are exact on the page, in the calendar file and on one sheet of paper.
 */
@ExtendWith(Outside.Shared.class)
class LossStoryTest {

  private static final String SLIP =
      """
      在吗？急用钱，借我490000，两小时就还
      转账处理中
      收款人：周××
      收款账号：6200 0000 1234 5678
      付款方式：手机银行
      交易时间：2022-10-14 09:50
      """;

  private static final Map<String, String> FENG =
      Map.of("request.amount", "1800", "verify.callBack", "not_tried");

  private final Outside outside;

  LossStoryTest(Outside outside) {
    this.outside = outside;
  }

  /** Nothing of what must never be said. */
  private static void truthful(Visitor visitor) {
    assertThat(visitor.text()).doesNotContain("24 小时内必须", "24小时内必须", "一定能追回", "违法", "不用还", "稳住对方");
  }

  private static void sound(Visitor visitor, String name, List<String> found) {
    Axe.everything(visitor.page()).forEach(one -> found.add(name + " " + one));
  }

  /** Enters that something happened, in the step that offers it. */
  private static void enter(Visitor visitor, String event, String at) {
    Locator form =
        visitor
            .at("form")
            .filter(
                new Locator.FilterOptions()
                    .setHas(
                        visitor.at(
                            "input[name=event][value='"
                                + event
                                + "'] ~ input[type=datetime-local]")));
    Locator folded = visitor.at("details.enter").filter(new Locator.FilterOptions().setHas(form));
    folded.first().locator("summary").click();
    form.first().locator("input[type=datetime-local]").fill(at);
    var _there = visitor.onward(() -> form.first().locator("button").click());
  }

  @Test
  void fourHundredAndNinetyThousand() {
    List<String> found = new ArrayList<>();
    try (Visitor jin = outside.visit()) {
      jin.check(SLIP, Map.of("request.amount", "490000", "verify.callBack", "not_tried"));
      String matter = jin.path();
      jin.press("钱已经转出去了");
      assertThat(jin.waited().toMillis()).isLessThan(5_000);
      assertThat(jin.at("a[href='tel:110']").first().isVisible()).isTrue();
      assertThat(jin.text("#read"))
          .contains("10月14日 9点50分", "490,000元", "肆拾玖万元整", "周××", "6200 0000 1234 5678")
          .contains("请马上止付，并给我受案回执");
      assertThat(jin.at("#read").boundingBox().y)
          .isLessThan(
              jin.at("input:visible, textarea:visible, button[name=plan]").first().boundingBox().y);
      assertThat(jin.text()).contains("「转账处理中」的截图说明不了什么", "没有人能保证");
      truthful(jin);
      sound(jin, "loss", found);
      jin.shoot("loss", true);

      jin.press("被骗转了账");
      String plan = jin.path();
      assertThat(plan).isEqualTo(matter + "/plan");
      assertThat(jin.text("#t-bank-hotline")).contains("旁边的人同时做", "要求止付");
      assertThat(jin.text("#law")).contains("490,000 元到了「数额巨大」的线（30,000 元）", "500,000", "CN-IR-08");
      enter(jin, "reported", "2022-10-14T11:52");
      enter(jin, "stop-placed", "2022-10-14T12:40");
      assertThat(jin.text("#clocks"))
          .contains("2022-10-16 06:40", "2022-10-16 12:40", "2022-10-18 12:40");
      assertThat(jin.text("#t-renew-stop")).contains("还可以续 1 次", "没有第三次");
      sheet(jin);
      String calendar = calendar(jin, plan);
      assertThat(calendar)
          .contains("DTSTART:20221015T224000Z", "DTSTART:20221016T044000Z")
          .contains("DTSTART:20221018T044000Z");

      enter(jin, "stop-renewed", "2022-10-16T09:00");
      assertThat(jin.text("#t-renew-stop")).contains("2022-10-18 12:40", "续的次数用完了，没有下一次");
      assertThat(jin.at("input[name=event][value=stop-renewed] ~ input").count()).isZero();
      third(jin, plan);
      jin.onward(() -> jin.at("#t-station .task__box").click());
      assertThat(jin.at("#t-station.task--done").count()).isEqualTo(1);
      truthful(jin);
      sound(jin, "plan", found);
      jin.shoot("plan", true);

      jin.go(matter + "/paper/police");
      assertThat(jin.at("#text").inputValue())
          .contains("2022-10-14 09:50", "490,000.00", "止付办上了", "报案材料");
      sound(jin, "paper", found);
      edited(jin, matter + "/paper/police");
      jin.go(matter + "/check/wechat-ios");
      jin.at("label.opt", "不正常").first().click();
      jin.press("存下");
      assertThat(jin.text()).contains("不正常 1 项", "怎么修", "菜单截至 2026-11-22");
      sound(jin, "check", found);
      jin.go("/loss/prevention");
      sound(jin, "prevention", found);
    }
    assertThat(found).isEmpty();
  }

  /**
   * What was typed into a paper is there again after the page was left without a press, also when
   * an earlier wording was downloaded before.
   */
  private static void edited(Visitor visitor, String paper) {
    visitor.at("#text").fill("报案材料\n先这样写。");
    // as in a browser that takes what is sent for a download, and stays on the page
    var _stays =
        visitor
            .page()
            .evaluate(
                "() => { var form = document.getElementById('text').form;"
                    + " form.addEventListener('submit', e => e.preventDefault());"
                    + " form.requestSubmit(); }");
    visitor.at("#text").fill("报案材料\n这一句是我自己写的。");
    visitor.go("/loss/prevention");
    visitor
        .page()
        .waitForCondition(
            () -> {
              visitor.go(paper);
              return visitor.at("#text").inputValue().contains("这一句是我自己写的。");
            });
    assertThat(visitor.text("[role=status]")).contains("已经存好");
    visitor.press("回到没改过的");
    assertThat(visitor.at("#text").inputValue()).contains("490,000.00").doesNotContain("自己写的");
  }

  /** The whole plan on one sheet, without colour. */
  private static void sheet(Visitor visitor) {
    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(visitor.at("button:visible:not(.task__box)").count()).isZero();
    byte[] pdf = visitor.page().pdf(new Page.PdfOptions().setFormat("A4"));
    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text.split("/Type\\s*/Page[^s]", -1)).as("sheets").hasSize(2);
  }

  private static String calendar(Visitor visitor, String plan) {
    APIResponse file = visitor.context().request().get(visitor.doorway().base() + plan + ".ics");
    assertThat(file.headers().get("content-type")).startsWith("text/calendar");
    return file.text();
  }

  /** A renewal beyond the last is refused in words, with the code. */
  private static void third(Visitor visitor, String plan) {
    visitor
        .page()
        .evaluate(
            "() => { const form = document.querySelector('#t-call-110 form');"
                + " form.action = '"
                + plan
                + "/event';"
                + " const field = document.createElement('input'); field.name = 'event';"
                + " field.value = 'stop-renewed'; form.append(field); }");
    visitor.onward(() -> visitor.at("#t-call-110 .task__box").click());
    assertThat(visitor.status()).isEqualTo(409);
    assertThat(visitor.text()).contains("最多 2 次，已经用完", "HF-1351");
    visitor.go(plan);
  }

  @Test
  void feesBeforeALoan() {
    try (Visitor feng =
        outside.visitBeside(outside.visit(), Visitor.Screen.PHONE.withoutScript())) {
      feng.go("/loss");
      assertThat(feng.text("#read")).contains("被骗转账", "收款人姓名");
      feng.open("知道的先填上");
      feng.type("#p-sum", "1800").type("#p-at", "2026-11-20T15:00").type("#p-from", "微信");
      feng.type("#p-payee", "李某").press("网贷让我先交钱");
      assertThat(feng.text()).contains("打 110", "不再回对方", "卸掉对方让装的 App", "刷流水", "验资", "解冻费");
      assertThat(feng.text("#law")).contains("1,800 元没到「数额较大」的线（3,000 元）", "一样可以报", "CN-IR-10");
      feng.open("再加一笔");
      feng.type("#p-sum", "3000").type("#p-at", "2026-11-21T11:00").type("#p-payee", "李某");
      Locator add = feng.at("form[action$='/plan/payment'] button", "记下");
      feng.onward(add::click);
      assertThat(feng.text("#money")).contains("一共 4,800");
      assertThat(feng.text("#law")).contains("4,800 元到了「数额较大」的线（3,000 元）", "CN-IR-08");
      assertThat(feng.text("#t-data-given")).contains("征信报告", "银行卡号");
      assertThat(feng.text("#t-platform-ticket")).contains("平台举报代替不了报警");
      assertThat(feng.text("#read")).contains("2笔，一共4,800元");
      assertThat(feng.text()).doesNotContain("再交一笔就能");
      truthful(feng);
      feng.shoot("plan-phone", true);
      String plan = feng.path();
      feng.go("/matters");
      assertThat(feng.at("a[href='" + plan + "']").innerText()).contains("网贷");
      feng.go("/settings/erase");
      assertThat(feng.text()).contains("1 件");
    }
  }

  @Test
  void aThousandAfterPaying() {
    List<String> found = new ArrayList<>();
    try (Visitor zhang = outside.visit()) {
      zhang.check(Stories.S1_CHAT, Stories.typed(Stories.S1));
      assertThat(zhang.verdict()).isEqualTo("red");
      zhang.press("钱已经转出去了");
      assertThat(zhang.text("#read")).contains("1,000元", "收款人姓名");
      zhang.press("被骗转了账");
      assertThat(zhang.text("#law"))
          .contains("1,000 元没到「数额较大」的线（3,000 元）", "一样可以报", "加在一起算", "CN-IR-10")
          .contains("报案不看数额", "受案回执", "CN-IR-01");
      assertThat(zhang.text("#originals")).contains("聊天记录：不删");
      assertThat(zhang.text("#t-tell-friend")).contains("真正的那位朋友");
      truthful(zhang);
      zhang.prefer("mode", "elder");
      zhang.go(zhang.path());
      Axe.look(zhang.page()).forEach(found::add);
      Elder.tooSmall(zhang, true).forEach(found::add);
      zhang.shoot("plan-elder", true);
      zhang.prefer("mode", "plain");
      zhang.prefer("lang", "en");
      zhang.go(zhang.path());
      assertThat(zhang.text()).contains("Call 110 and read the words above", "Nobody can promise");
      sound(zhang, "plan-en", found);
    }
    assertThat(found).isEmpty();
  }
}
