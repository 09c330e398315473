package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goal: bills brought to the page are checked, questioned and drawn, answers come back with the
 * form, nobody else sees them, and what cannot be read is told. Method: a real house, browsers
 * without script.
 */
@ExtendWith(SharedHouse.class)
class BillPagesTest {

  private static final String BILL =
      """
      微信支付账单明细
      微信昵称：[小满]
      共9笔记录
      交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
      2026-05-20 14:03:00,转账,阿杰,x,支出,¥1999.00,零钱,对方已收钱,42004,/,/
      2026-05-20 14:00:00,转账,阿杰,<script>alert(1)</script>,支出,¥0.01,零钱,对方已收钱,42005,/,/
      2026-03-04 12:30:00,商户消费,面馆,面,支出,¥35.50,零钱,支付成功,42001,10,/
      2026-03-03 12:30:00,转账,阿芳,x,收入,¥800.00,/,已存入零钱,42009,/,/
      昨天,转账,阿杰,x,支出,¥1.00,零钱,对方已收钱,42006,/,/
      """;

  private static final Pattern ANSWER = Pattern.compile("name=\"(a-probe-then-large-\\d+)\"");

  private static TestHouse house;

  @BeforeAll
  static void open(TestHouse shared) {
    house = shared;
  }

  private static HttpResponse<String> bring(TestHouse.Browser browser, String bill)
      throws Exception {
    return browser.upload(
        "/bills", Map.of("_csrf", browser.tokenOf("/bills")), "w.csv", "text/csv", bill);
  }

  private static String post(TestHouse.Browser browser, String path, Map<String, String> more)
      throws Exception {
    TreeMap<String, String> form = new TreeMap<>(more);
    form.put("_csrf", browser.tokenOf("/bills"));
    HttpResponse<String> answer = browser.post(path, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void whatWasReadIsCheckedQuestionedAndDrawn() throws Exception {
    TestHouse.Browser person = house.browser();
    HttpResponse<String> brought = bring(person, BILL);
    assertThat(brought.statusCode()).as(brought.body()).isEqualTo(303);
    String at = brought.headers().firstValue("Location").orElseThrow();
    String page = person.get(at).body();
    assertThat(page)
        .contains("读到 4 行，读不了 1 行，共 5 行", "对不上：行数", "先试小额再转大额", "1,999.00")
        .contains("放贷的人会看到什么", "看不出来的写", "账单里没有余额")
        .doesNotContain("<script>alert");
    assertThat(page).contains("画出来看", "class=\"heat\"", "role=\"img\"", "来往的人和商户");
    String month = person.get(at + "?at=2026-05").body();
    assertThat(month).contains("?at=w2026-05-18");
    assertThat(month.substring(month.indexOf("id=\"pictures\"")))
        .contains("阿杰")
        .doesNotContain("面馆");
    assertThat(person.get(at + "?at=2026-05-20").body()).contains("2026-05-20 14:03", "阿杰");
    assertThat(person.get(at + "/rows.csv").body()).contains("阿杰");
    assertThat(house.browser().get(at).statusCode()).isEqualTo(303);
  }

  @Test
  void answersChangeTheStoryAndCanBeTakenBack() throws Exception {
    TestHouse.Browser person = house.browser();
    String at = bring(person, BILL).headers().firstValue("Location").orElseThrow();
    Matcher answer = ANSWER.matcher(person.get(at).body());
    assertThat(answer.find()).isTrue();
    String name = answer.group(1);
    post(person, at + "/answers", Map.of(name, "not-mine"));
    assertThat(person.get(at).body())
        .contains("有不是你付的", "name=\"sum\" value=\"1,999.00\"", "value=\"2026-05-20T14:03\"");
    post(person, at + "/answers", Map.of(name, "mine"));
    assertThat(person.get(at).body()).contains("你说是自己的").doesNotContain(name);
    post(person, at + "/answers", Map.of("undo", name.substring(2)));
    assertThat(person.get(at).body()).contains(name);
    assertThat(post(person, at + "/forget", Map.of())).isEqualTo("/bills?gone=now");
    assertThat(person.get(at).statusCode()).isEqualTo(303);
  }

  @Test
  void aPlanBeginsWithWhatWasNotTheirs() throws Exception {
    TestHouse.Browser person = house.browser();
    String plan =
        post(
            person,
            "/loss",
            Map.of("plan", "stolen", "sum", "1,999.00", "at", "2026-05-20T14:03", "payee", "阿杰"));
    assertThat(person.get(plan).body()).contains("1,999", "阿杰");
  }

  @Test
  void inAMatterAnswersAreKeptAndEditedPapersToo() throws Exception {
    TestHouse.Browser person = house.browser();
    String plan = post(person, "/loss", Map.of("plan", "stolen", "sum", "50.00"));
    String matter = plan.replaceAll("^/m/([^/]+)/plan.*", "$1");
    assertThat(person.get("/bills?m=" + matter).body()).contains("加密存进这件事里");
    assertThat(house.browser().get("/bills?m=" + matter).statusCode()).isEqualTo(404);
    String at = inMatter(person, matter);
    Matcher answer = ANSWER.matcher(person.get(at).body());
    assertThat(answer.find()).isTrue();
    post(person, at + "/answers", Map.of(answer.group(1), "not-mine"));
    assertThat(person.get(at).body()).contains("加进这个计划", "/m/" + matter + "/plan/payment");
    post(person, at + "/forget", Map.of());
    String again = person.get(inMatter(person, matter)).body();
    assertThat(again).contains("加进这个计划");
    assertThat(
            person.get(bring(person, BILL).headers().firstValue("Location").orElseThrow()).body())
        .contains("回答只记在内存里")
        .doesNotContain("加进这个计划");

    String paper = "/m/" + matter + "/paper/police";
    assertThat(person.get(paper).body()).contains("改过的字加密存进这件事里").doesNotContain("已经存好");
    String to = post(person, paper, Map.of("do", "keep", "text", "报案材料\n我自己写的一句。"));
    assertThat(person.get(to).body()).contains("我自己写的一句。", "已经存好", "回到没改过的");
    assertThat(person.get(paper + "?in=en").body()).doesNotContain("我自己写的一句。");
    post(person, paper, Map.of("do", "back", "text", "报案材料\n我自己写的一句。"));
    assertThat(person.get(paper).body()).doesNotContain("我自己写的一句。", "已经存好");
  }

  private static String inMatter(TestHouse.Browser person, String matter) throws Exception {
    HttpResponse<String> brought =
        person.upload(
            "/bills",
            Map.of("_csrf", person.tokenOf("/bills"), "m", matter),
            "w.csv",
            "text/csv",
            BILL);
    assertThat(brought.statusCode()).as(brought.body()).isEqualTo(303);
    return brought.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void whatIsNoBillComesBackWithTheReason() throws Exception {
    TestHouse.Browser person = house.browser();
    HttpResponse<String> none = bring(person, "nothing of a bill");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("HF-13", "w.csv");
    HttpResponse<String> empty = bring(person, "");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("HF-1438");
  }
}
