package dev.hufu.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.custody.BundleDesk;
import dev.hufu.evidence.bundle.Profile;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.Access;
import dev.hufu.store.MatterId;
import dev.hufu.store.Purpose;
import dev.hufu.tlog.bundle.BundleVerifier;
import dev.hufu.tlog.bundle.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goal: after lending, what happened is entered, reckoned to the fen, proven and put on paper;
 * nobody else sees it, and what is wrong comes back with nothing lost. Method: a real house and
 * browsers without script. The numbers are those of a reported case.
 */
@ExtendWith(SharedHouse.class)
class LendingTest {

  private static final Pattern ENTRY = Pattern.compile("name=\"entry\" value=\"(L-[0-9A-Z]{8})\"");
  private static TestHouse house;

  @BeforeAll
  static void open(TestHouse shared) {
    house = shared;
  }

  /** A lender with a loan that was given before. */
  private static final class Lender {
    final TestHouse.Browser browser;
    String at = "";

    Lender() throws Exception {
      browser = house.browser();
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
      TreeMap<String, String> form = new TreeMap<>(fields);
      form.put("_csrf", browser.tokenOf("/loans/new"));
      return browser.post(path, form);
    }

    Lender lends(Map<String, String> terms) throws Exception {
      HttpResponse<String> opened = post("/loans/new", terms);
      assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
      at = opened.headers().firstValue("Location").orElseThrow();
      return this;
    }

    void enters(Map<String, String> entry) throws Exception {
      HttpResponse<String> entered = post(at, entry);
      assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
    }

    String page(String more) throws Exception {
      HttpResponse<String> page = browser.get(at + more);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      return page.body();
    }

    void keeps(String kind, String title) throws Exception {
      Map<String, String> fields =
          Map.of(
              "_csrf", browser.tokenOf("/loans/new"), "kind", kind, "title", title, "source", "我");
      assertThat(
              browser
                  .upload(
                      at.replace("/loan", "/evidence"), fields, "f.pdf", "application/pdf", title)
                  .statusCode())
          .isEqualTo(303);
    }
  }

  /** Four transfers, then a sum that both named, to be repaid on two days. */
  private static Lender lenderOfS5() throws Exception {
    Lender zhang =
        new Lender()
            .lends(
                Map.of("lender", "张某", "borrower", "李某某", "sum", "45000", "lentOn", "2019-07-10"));
    for (String sum : List.of("10000", "10000", "10000", "15000")) {
      zhang.enters(Map.of("kind", "money", "day", "2019-07-10", "sum", sum, "note", "微信转账"));
    }
    zhang.enters(
        Map.of(
            "kind",
            "confirmed",
            "day",
            "2020-04-19",
            "sum",
            "35,000 元",
            "note",
            "微信聊天",
            "parts",
            "2020-07-15 15000\r\n2020-10-31 20,000"));
    return zhang;
  }

  @Test
  void theSumsAreThoseOfTheCase() throws Exception {
    Lender zhang = lenderOfS5();
    String page = zhang.page("?at=2021-07-01");
    assertThat(page).contains("555.35", "512.63", "36,067.98", "563.06、519.75", "CN-PL-06");
    assertThat(page).contains("15,000.00 元，351 天", "20,000.00 元，243 天", "过了期，还没还清");
    assertThat(page).contains("最大的缺口", "2023-10-31", "CN-PL-12");
    assertThat(zhang.page("?at=2021-07-01&days=360")).contains("563.06", "519.75", "36,082.81");
    String claim = zhang.page("/paper/claim?at=2021-07-01");
    assertThat(claim).contains("本金 35,000.00 元", "合计 36,067.98 元", "第二十八条");
    assertThat(claim).doesNotContain("本金 45,000", "15.4");
    assertThat(claim).contains("最大的缺口", "本省上年度就业人员年平均工资", "接受货币一方所在地");
  }

  @Test
  void aPaymentIsMatchedAndItsEntryCanBeTakenBackOnce() throws Exception {
    Lender zhang = lenderOfS5();
    zhang.enters(Map.of("kind", "payment", "day", "2021-07-01", "sum", "5000", "note", "微信"));
    assertThat(zhang.page("?at=2021-07-01")).contains("31,067.98", "1,067.98", "3,932.02");
    assertThat(zhang.page("?at=2021-07-02")).contains("2024-07-01", "还了一部分");
    Matcher entries = ENTRY.matcher(zhang.page(""));
    String last = "";
    while (entries.find()) {
      last = entries.group(1);
    }
    Map<String, String> entry = Map.of("entry", last);
    assertThat(zhang.post(zhang.at + "/back", entry).statusCode()).isEqualTo(303);
    assertThat(zhang.page("?at=2021-07-01")).contains("36,067.98", "（已撤回）");
    HttpResponse<String> again = zhang.post(zhang.at + "/back", entry);
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body()).contains("HF-1050");
  }

  /** Terms, four transfers, the sum both named, a payment and its taking back: all checkable. */
  @Test
  void theCourtGetsWhatHappenedWithItsProofsAndTheInsurerDoesNot() throws Exception {
    Lender zhang = lenderOfS5();
    zhang.enters(Map.of("kind", "payment", "day", "2021-07-01", "sum", "5000", "note", "微信"));
    Matcher entries = ENTRY.matcher(zhang.page(""));
    String last = "";
    while (entries.find()) {
      last = entries.group(1);
    }
    assertThat(zhang.post(zhang.at + "/back", Map.of("entry", last)).statusCode()).isEqualTo(303);
    MatterId matter = new MatterId(zhang.at.split("/")[2]);
    Access access = new Access(Purpose.EXPORT, "test", house.clock.instant());
    BundleDesk desk = house.room(BundleDesk.class);
    long until = System.nanoTime() + 60_000_000_000L;
    BundleDesk.Export court = desk.export(matter, Profile.COURT, List.of(), access).orThrow();
    while (court.waiting() > 0) {
      assertThat(System.nanoTime()).as("logged in time").isLessThan(until);
      court = desk.export(matter, Profile.COURT, List.of(), access).orThrow();
    }
    assertThat(court.items()).isEqualTo(8);
    assertThat(BundleVerifier.verify(court.zip().bytes(), Optional.empty()).exitCode()).isZero();
    assertThat(list(court.zip().bytes()))
        .contains("借款登记：还来的钱，2021-07-01，5000 元（后来撤回）", "借款登记：撤回一笔", "借款登记：给出的钱，2019-07-10，15000 元");
    Report redacted =
        BundleVerifier.verify(
            desk.export(matter, Profile.COURT, List.of(last), access).orThrow().zip().bytes(),
            Optional.empty());
    assertThat(redacted.exitCode()).isZero();
    assertThat(redacted.text(true)).contains("1 redacted");
    assertThat(desk.export(matter, Profile.INSURER, List.of(), access).findRefusal())
        .map(Refusal::code)
        .contains(Code.BUNDLE_EMPTY);
  }

  private static String list(byte[] bundle) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith("/data/list.csv")) {
          return new String(zip.readAllBytes(), UTF_8);
        }
      }
    }
    throw new IOException("no list.csv");
  }

  @Test
  void whatCannotBeComesBackAtItsField() throws Exception {
    Lender zhang = lenderOfS5();
    Map<Map<String, String>, String> wrong =
        Map.of(
            Map.of("kind", "payment", "day", "2021-07-01", "sum", "很多"),
            "#i-sum",
            Map.of("kind", "payment", "day", "昨天", "sum", "1"),
            "#i-day",
            Map.of("kind", "demand", "day", "2199-01-01"),
            "#i-day",
            Map.of("kind", "demand", "day", "2021-07-01", "note", "长".repeat(81)),
            "#i-note",
            Map.of("kind", "confirmed", "day", "2021-07-01", "sum", "10", "parts", "2022-01-01 9"),
            "#i-parts");
    for (Map.Entry<Map<String, String>, String> one : wrong.entrySet()) {
      HttpResponse<String> answer = zhang.post(zhang.at, one.getKey());
      assertThat(answer.statusCode()).as(one.getKey().toString()).isEqualTo(422);
      assertThat(answer.body()).contains(one.getValue());
    }
    Lender early = new Lender().lends(Map.of("borrower", "王五", "sum", "9", "lentOn", "2021-01-02"));
    HttpResponse<String> before =
        early.post(early.at, Map.of("kind", "payment", "day", "2021-01-01", "sum", "1"));
    assertThat(before.statusCode()).isEqualTo(422);
    assertThat(before.body()).contains("HF-1044", "#i-day");
    assertThat(zhang.post(zhang.at, Map.of("kind", "taken-back", "day", "2021-07-01")).statusCode())
        .isEqualTo(404);
    HttpResponse<String> terms =
        zhang.post("/loans/new", Map.of("sum", "10", "lentOn", "2021-01-01", "rate", "x"));
    assertThat(terms.statusCode()).isEqualTo(422);
    assertThat(terms.body()).contains("#i-borrower", "#i-rate");
    assertThat(zhang.page("?at=2021-07-01")).contains("36,067.98");
  }

  @Test
  void theChainClosesWithVoucherNameAndFactors() throws Exception {
    Lender zhang = lenderOfS5();
    assertThat(zhang.page("")).contains("收钱的人就是他本人", "申请转账电子凭证", "CN-EV-07", "link--gap");
    zhang.keeps("bill", "微信账单");
    zhang.keeps("voucher", "四笔转账电子凭证");
    assertThat(zhang.page("")).contains("凭证存下了", "微信账单");
    Map<String, String> proof =
        new TreeMap<>(Map.of("item", "chatConfirmation", "voucherName", "李某"));
    zhang.post(zhang.at + "/proof", proof);
    assertThat(zhang.page("/proof")).contains("对不上");
    assertThat(zhang.page("?at=2021-07-01")).contains("链").doesNotContain("五环都扣上了");
    proof.put("voucherName", "李某某");
    zhang.post(zhang.at + "/proof", proof);
    assertThat(zhang.page("/proof")).doesNotContain("对不上");
    String page = zhang.page("?at=2021-07-01");
    assertThat(page).contains("最大的缺口：聊天是原件", "你说有，还没存进来", "核对过 0 项");
  }

  @Test
  void aLetterIsChangedPrintedAndEnteredAsSent() throws Exception {
    Lender zhang = lenderOfS5();
    String path = zhang.at + "/paper/demand";
    String text = "催款函\n\n李某某：\n\n请还我三万五千元。\n\n项目 | 金额\n本金 | 35,000.00\n";
    HttpResponse<String> plain = zhang.post(path, Map.of("do", "text", "text", text));
    assertThat(plain.body()).isEqualTo(text);
    HttpResponse<String> pdf = zhang.post(path, Map.of("do", "pdf", "text", text));
    assertThat(pdf.body()).startsWith("%PDF-");
    zhang.post(path, Map.of("do", "keep", "text", text));
    assertThat(zhang.page("/paper/demand")).contains("请还我三万五千元。", "不要改过的");
    zhang.post(path, Map.of("do", "sent", "text", text, "day", "2023-09-01", "note", "快递"));
    assertThat(zhang.page("?at=2023-10-31")).contains("2026-09-01", "快递", "催要");
    assertThat(zhang.browser.get(zhang.at.replace("/loan", "/evidence")).body())
        .contains("催款函（发出的）");
    zhang.post(path, Map.of("do", "afresh"));
    assertThat(zhang.page("/paper/demand")).doesNotContain("请还我三万五千元。");
    HttpResponse<String> huge = zhang.post(path, Map.of("do", "pdf", "text", "长".repeat(20_001)));
    assertThat(huge.statusCode()).isEqualTo(413);
    assertThat(huge.body()).contains("HF-1052");
    assertThat(zhang.page("/paper/demand?at=2021-07-01")).contains("合计 36,067.98 元");
  }

  @Test
  void remindersGoIntoACalendar() throws Exception {
    Lender lender =
        new Lender()
            .lends(
                Map.of(
                    "borrower",
                    "王五",
                    "sum",
                    "3000",
                    "lentOn",
                    "2026-11-01",
                    "plan",
                    "payment",
                    "count",
                    "3",
                    "first",
                    "2026-12-31",
                    "rate",
                    "6"));
    assertThat(lender.page("")).contains("2027-02-28", "还有 7 天到期", "还没到期");
    HttpResponse<String> calendar = lender.browser.get(lender.at + ".ics");
    assertThat(calendar.headers().firstValue("Content-Type").orElse("")).contains("text/calendar");
    assertThat(calendar.body())
        .contains("DTSTART;VALUE=DATE:20261231\r\n", "DTSTART;VALUE=DATE:20270228\r\n")
        .doesNotContain("王五");
  }

  @Test
  void theRegisterAddsUpAndNoSpreadsheetReckonsANames() throws Exception {
    Lender lender = new Lender();
    lender.lends(Map.of("borrower", "=1+1", "sum", "100.50", "lentOn", "2026-11-01"));
    lender.lends(Map.of("borrower", "赵六", "sum", "200", "lentOn", "2026-11-02"));
    assertThat(lender.browser.get("/loans").body()).contains("300.50", "赵六", "合计 2 笔");
    assertThat(lender.browser.get("/loans.csv").body()).contains("'=1+1,");
    byte[] sheet = lender.browser.bytes("/loans.xlsx").body();
    assertThat(new String(sheet, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
  }

  @Test
  void anIouInInstalmentsNamesTheFilesThatBelongToIt() throws Exception {
    Lender chen = new Lender();
    TreeMap<String, String> request = new TreeMap<>(Map.of("chat", "想跟你借三千块，分三个月还你"));
    Map.of(
            "verify.callBack", "passed",
            "verify.sharedMemory", "passed",
            "verify.payeeName", "same",
            "request.amount", "3000")
        .forEach((fact, value) -> request.put("f." + fact, value));
    String matter =
        java.net
            .URI
            .create(chen.post("/request", request).headers().firstValue("Location").orElseThrow())
            .getPath();
    chen.at = matter + "/loan";
    chen.keeps("chat", "和小雷的聊天");
    Matcher file =
        Pattern.compile("name=\"attach\" value=\"(E-[0-9A-Z]{8})\"")
            .matcher(chen.browser.get(matter + "/iou").body());
    assertThat(file.find()).isTrue();
    TreeMap<String, String> iou =
        new TreeMap<>(
            Map.of(
                "sum",
                "3000",
                "rate",
                "6",
                "lender",
                "陈小红",
                "borrower",
                "雷大明",
                "plan",
                "payment",
                "count",
                "3",
                "first",
                "2026-12-31",
                "attach",
                file.group(1)));
    assertThat(chen.post(matter + "/iou", iou).statusCode()).isEqualTo(303);
    String digest = dev.hufu.kernel.decision.Digest.of("和小雷的聊天".getBytes(UTF_8)).hex();
    assertThat(chen.browser.get(matter + "/iou").body())
        .contains("按下表分期归还", "2027-02-28", "分 3 期", "附件", digest);
    iou.put("count", "0");
    assertThat(chen.post(matter + "/iou", iou).body()).contains("#i-count");
    iou.put("plan", "parts");
    iou.put("parts", "2026-12-31 1");
    HttpResponse<String> odd = chen.post(matter + "/iou", iou);
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(odd.body()).contains("HF-1043", "#i-plan");
  }

  @Test
  void nobodyElseSeesItAndErasureTakesItAway() throws Exception {
    Lender zhang = lenderOfS5();
    TestHouse.Browser other = house.browser();
    for (String path : List.of("", "/proof", "/terms", ".ics", "/paper/claim")) {
      HttpResponse<String> refused = other.get(zhang.at + path);
      assertThat(refused.statusCode()).as(path).isEqualTo(404);
      assertThat(refused.body()).contains("HF-601");
    }
    assertThat(other.get("/loans").body()).doesNotContain("李某某");
    String matter = zhang.at.replace("/loan", "");
    assertThat(zhang.browser.get(matter).headers().firstValue("Location")).contains(zhang.at);
    assertThat(zhang.post(matter + "/hold", Map.of("reason", "court")).statusCode()).isEqualTo(303);
    assertThat(zhang.post(matter + "/erase", Map.of()).body()).contains("HF-");
    Matcher hold = Pattern.compile("/hold/(H-[0-9A-Z]{8})/lift").matcher(zhang.page(""));
    assertThat(hold.find()).isTrue();
    zhang.post(matter + "/hold/" + hold.group(1) + "/lift", Map.of());
    assertThat(zhang.post(matter + "/erase", Map.of()).statusCode()).isEqualTo(303);
    assertThat(zhang.browser.get(zhang.at).statusCode()).isEqualTo(404);
    assertThat(zhang.browser.get("/loans").body()).doesNotContain("李某某");
  }
}
