package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.TestHouse.Browser;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersion.State;
import dev.hufu.store.PackVersionBook;
import dev.hufu.store.PackVersionId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goal: a pack over events is edited, tried on a history and published as any other. Method: two
 * browsers on the real pack and a real PostgreSQL.
 */
class EventPackTest {

  private static final String PACK = "cn/transfer";
  private static final Pattern LINK = Pattern.compile("/enter\\?k=([A-Za-z0-9_-]{43})");

  private static TestHouse house;
  private static Browser owner;
  private static Browser colleague;
  private static PackVersionBook book;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    house = new TestHouse(folder);
    owner = house.browser();
    owner.enter(house.newSecret());
    colleague = house.browser();
    Matcher link = LINK.matcher(post(owner, "/settings/team", Map.of("colleague", "李敏")).body());
    assertThat(link.find()).isTrue();
    colleague.enter(link.group(1));
    book = house.room(PackVersionBook.class);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static HttpResponse<String> post(Browser who, String path, Map<String, String> fields)
      throws Exception {
    house.clock.wind(Duration.ofSeconds(2));
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", who.tokenOf("/settings/team"));
    return who.post(path, all);
  }

  /** A version that reminds of the voucher from ten yuan on; no story speaks of that. */
  private static String changed() throws Exception {
    String path =
        post(owner, "/packs/cn/transfer/versions", Map.of("note", "重一点"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    PackVersion version = version(path);
    String rules =
        book.files(version.id(), version.revision())
            .getOrDefault("rules.yaml", "")
            .replace("when: transfer.amount >= yuan(50000)", "when: transfer.amount >= yuan(10)");
    HttpResponse<String> saved =
        post(
            owner,
            path + "/edit",
            Map.of("file", "rules.yaml", "revision", "" + version.revision(), "content", rules));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    return path;
  }

  private static PackVersion version(String path) {
    return book.list(PACK).stream()
        .filter(version -> path.endsWith(version.id().text()))
        .findFirst()
        .orElseThrow();
  }

  /** One field of the upload form; a file where it has a name. */
  private record Part(String name, Optional<String> file, String content) {

    static Part file(String name, String file, String content) {
      return new Part(name, Optional.of(file), content);
    }

    private String text() {
      String named = file.map(known -> "; filename=\"" + known + "\"").orElse("");
      return "--edge-of-a-part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
          .formatted(name, named, content);
    }
  }

  private static HttpResponse<String> upload(String path, String flag, Part... files)
      throws Exception {
    house.clock.wind(Duration.ofSeconds(2));
    StringBuilder body = new StringBuilder();
    body.append(new Part("_csrf", Optional.empty(), owner.tokenOf("/settings/team")).text());
    body.append(new Part("flag", Optional.empty(), flag).text());
    for (Part file : files) {
      body.append(file.text());
    }
    return owner.send(
        owner
            .ask(path + "/past")
            .header("Content-Type", "multipart/form-data; boundary=edge-of-a-part")
            .POST(BodyPublishers.ofString(body + "--edge-of-a-part--\r\n")));
  }

  private static HttpResponse<String> ask(String path, String history) throws Exception {
    return upload(path, "fraud", Part.file("history", "h.ndjson", history));
  }

  /** The address of the report that an upload was answered with. */
  private static String reported(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String transfer(String id, int second, boolean fraud) {
    return """
    {"type":"transfer","id":"%s","at":"2026-11-20T12:00:%02d+08:00","amount":"10.00",\
    "payer":"a","payee":"b","fraud":%s}
    """
        .formatted(id, second, fraud);
  }

  @Test
  void rulesOverEventsAreReadWithTheirTypologiesAndTests() throws Exception {
    assertThat(owner.get("/packs").body()).contains("href=\"/packs/cn/transfer\"");
    assertThat(owner.get("/packs/cn/transfer").statusCode()).isEqualTo(200);
    assertThat(owner.get("/packs/cn/transfer/rules").body()).contains("tr-burst-minute");
    assertThat(owner.get("/packs/cn/transfer/rules/tr-first-payee-large").body())
        .contains("first-large", "头一回转五千");
  }

  @Test
  void aVersionIsTriedOnAHistoryBeforeItGoesLive() throws Exception {
    String path = changed();
    assertThat(owner.get(path).body()).contains("tr-keep-record", path + "/past");
    String history =
        transfer("e1", 1, false)
            + transfer("e2", 2, true)
            + "{\"type\":\n"
            + transfer("e2", 3, true);
    String report = reported(ask(path, history));
    String page = owner.get(report).body();
    assertThat(page)
        .contains("id=\"matches\"", "2 件，其中标着骗 1", "history:3:", "HF-961")
        .contains("读了 4 行 = 判断 2 + 只计入 0 + 没收 2", "<svg class=\"chart\"")
        .contains("其中 2 件规则不同")
        .doesNotContain(" style=", "<style", "影子里的");
    assertThat(colleague.get(path).body()).contains(report);
    assertThat(owner.get("/versions/" + live().id().text() + report.substring(path.length())))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(404);
    files(report);

    String revision = "" + version(path).revision();
    Map<String, String> fields = Map.of("revision", revision, "reason", "看过了");
    assertThat(post(owner, path + "/promote", fields).body()).contains("HF-415");
    HttpResponse<String> promoted = post(colleague, path + "/promote", fields);
    assertThat(promoted.statusCode()).as(promoted.body()).isEqualTo(303);
    assertThat(version(path).state()).isEqualTo(State.LIVE);
    PackVersion shipped =
        book.list(PACK).stream().filter(PackVersion::canReturn).findFirst().orElseThrow();
    String back = "/versions/" + shipped.id().text() + "/roll-back";
    assertThat(post(owner, back, Map.of("reason", "太多")).statusCode()).isEqualTo(303);
    assertThat(live().id()).isEqualTo(shipped.id());
  }

  private static PackVersion live() {
    return book.find(PACK, State.LIVE).orElseThrow();
  }

  /** What can be carried away is what the command line writes. */
  private static void files(String report) throws Exception {
    HttpResponse<String> json = owner.get(report + "/report.json");
    assertThat(json.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"backtest-cn-transfer-");
    JsonNode read = JsonMapper.shared().readTree(json.body());
    assertThat(read.path("totals").path("read").asInt()).isEqualTo(4);
    assertThat(read.path("difference").path("otherRules").asInt()).isEqualTo(2);
    assertThat(read.path("pack").path("id").asString("")).isEqualTo(PACK);
    HttpResponse<String> page = owner.get(report + "/report.html");
    assertThat(page.headers().firstValue("Content-Disposition").orElse("")).contains(".html");
    assertThat(page.body()).contains("<!doctype html>", "<style>", "读了 4 行");
  }

  @Test
  void aVersionInTheShadowDecidesEveryHistoryThatIsUploaded() throws Exception {
    String path = changed();
    assertThat(owner.get(path).body()).contains("以后为这个规则包上传的每份历史");
    Map<String, String> revision = Map.of("revision", "" + version(path).revision());
    assertThat(post(owner, path + "/shadow", revision).statusCode()).isEqualTo(303);
    assertThat(owner.get("/packs/cn/transfer").body()).contains("还没有人上传过历史");

    String onLive = "/versions/" + live().id().text();
    String first = reported(ask(onLive, transfer("e1", 1, false) + transfer("e2", 3, false)));
    assertThat(owner.get(first).body())
        .contains("也判断了 2 件，2 件和在用的不一样", path + "/differences")
        .contains("0 件不一样");
    String second = reported(ask(path, transfer("e3", 4, true)));
    assertThat(owner.get(second).body()).contains("也判断了 1 件，1 件和在用的不一样");

    String listed = colleague.get(path + "/differences").body();
    assertThat(listed).contains("跟着判断 3 件，3 件不一样", "e1", "e2", "e3", "tr-keep-record");
    assertThat(colleague.get(path).body()).contains("跟着判断 3 件，3 件不一样");
    assertThat(colleague.get("/packs/cn/transfer").body()).contains("跟着判断 3 件");

    assertThat(post(owner, path + "/withdraw", Map.of()).statusCode()).isEqualTo(303);
    assertThat(owner.get(reported(ask(onLive, transfer("e5", 5, false)))).body())
        .doesNotContain("id=\"beside\"");
    assertThat(book.find(PACK, State.SHADOW)).isEmpty();
  }

  @Test
  void aTableIsReadByItsMapping() throws Exception {
    String live = "/versions/" + live().id().text();
    String handbook =
        Files.readString(SourceTree.root().resolve("docs/examples/mappings/handbook.yaml"));
    String head =
        "TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_FRAUD,TX_FRAUD_SCENARIO\n";
    String rows =
        """
        1,2018-04-01 00:00:31,596,3156,57.16,0,0
        2,2018-04-01 00:02:10,4961,3412,81.51,1,2
        3,2018-04-01 00:07:56,2,1365,a lot,0,0
        4,2018-04-01 00:09:29,4128,8737,64.49,0
        1,2018-04-01 00:10:00,596,3156,57.16,0,0
        5,2018-04-01 00:12:00,927,9906,6000.00,0,0
        """;
    Part table = Part.file("history", "april.CSV", head + rows);
    Part mapping = Part.file("mapping", "handbook.yaml", handbook);
    String page = owner.get(reported(upload(live, "fraud", table, mapping))).body();
    assertThat(page)
        .contains("读了 6 行 = 判断 3 + 只计入 0 + 没收 3", "3 件事后知道结果", "2018-04-01")
        .contains("history.csv:4:", "history.csv:5:", "history.csv:6:", "HF-961");

    assertThat(upload(live, "", table).body()).contains("HF-924");
    Part foreign = Part.file("mapping", "m.yaml", handbook.replace("payer:", "sender:"));
    HttpResponse<String> bad = upload(live, "", table, foreign);
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("mapping.yaml:8:3", "id=\"history\"");
    assertThat(upload(live, "nothing", table, mapping).body()).contains("HF-909");
    Part other = Part.file("history", "h.csv", "a,b\n1,2\n");
    assertThat(owner.get(reported(upload(live, "", other, mapping))).body()).contains("HF-92");
  }

  @Test
  void aShadowThatCannotReadAHistoryIsToldAndNothingIsCounted() throws Exception {
    String path = changed();
    PackVersion version = version(path);
    String events = book.files(version.id(), version.revision()).getOrDefault("events.yaml", "");
    assertThat(events).contains("scamScore");
    Map<String, String> revision = Map.of("revision", "" + version.revision());
    assertThat(post(owner, path + "/shadow", revision).statusCode()).isEqualTo(303);
    String wider = wider();
    Part table = Part.file("history", "t.csv", "who,whom,sum,when,hue\na,b,60,1795262400000,x\n");
    Part mapping =
        Part.file(
            "mapping",
            "m.yaml",
            """
            type: transfer
            id: row
            at: {column: when, format: epoch-ms}
            fields: {payer: who, payee: whom, hue: hue, amount: {column: sum, unit: yuan}}
            """);
    String page = owner.get(reported(upload(wider, "", table, mapping))).body();
    assertThat(page).contains("HF-981", "读了 1 行 = 判断 1");
    assertThat(owner.get(path + "/differences").body()).contains("还没有人上传过历史");
    assertThat(post(owner, path + "/withdraw", Map.of()).statusCode()).isEqualTo(303);
  }

  /** A version with a field that no other has. */
  private static String wider() throws Exception {
    String path =
        post(owner, "/packs/cn/transfer/versions", Map.of("note", "多一栏"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    PackVersion version = version(path);
    String events =
        book.files(version.id(), version.revision())
            .getOrDefault("events.yaml", "")
            .replaceFirst(
                "(?m)^( *)- \\{name: scamScore",
                "$1- {name: hue, kind: word, sensitivity: open}\n$0");
    HttpResponse<String> saved =
        post(
            owner,
            path + "/edit",
            Map.of("file", "events.yaml", "revision", "" + version.revision(), "content", events));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    return path;
  }

  @Test
  void theListNamesTypologiesAndFeatures() throws Exception {
    String list = owner.get("/packs").body();
    assertThat(list).containsPattern("[1-9][0-9]* 个样子，[1-9][0-9]* 个特征");
    assertThat(list.split("个样子", -1)).as("cards and transfers").hasSize(3);
  }

  @Test
  void reportsBeyondTheLimitGoTheOldestFirst() throws Exception {
    PackVersionId version = live().id();
    String first = reported(ask("/versions/" + version.text(), transfer("e1", 1, false)));
    for (int i = 1; i < Limits.PAST_REPORTS_MAX; i++) {
      reported(ask("/versions/" + version.text(), transfer("e1", 1, false)));
    }
    assertThat(owner.get(first).statusCode()).isEqualTo(200);
    String last = reported(ask("/versions/" + version.text(), transfer("e1", 1, false)));
    assertThat(owner.get(first).statusCode()).isEqualTo(404);
    assertThat(owner.get(last).statusCode()).isEqualTo(200);
  }

  @Test
  void oneLineTooManyIsRefused() throws Exception {
    String path = changed();
    HttpResponse<String> full = ask(path, "{\n".repeat(Limits.UPLOAD_EVENTS_MAX + 1));
    assertThat(full.statusCode()).isEqualTo(413);
    assertThat(full.body()).contains("HF-982");
  }
}
