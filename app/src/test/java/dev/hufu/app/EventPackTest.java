package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.TestHouse.Browser;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.PackVersion;
import dev.hufu.store.PackVersion.State;
import dev.hufu.store.PackVersionBook;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static HttpResponse<String> ask(String path, String history) throws Exception {
    house.clock.wind(Duration.ofSeconds(2));
    String edge = "edge-of-a-part";
    String head = "--" + edge + "\r\nContent-Disposition: form-data; name=\"";
    String body =
        head
            + "_csrf\"\r\n\r\n"
            + owner.tokenOf("/settings/team")
            + "\r\n"
            + head
            + "flag\"\r\n\r\nfraud\r\n"
            + head
            + "history\"; filename=\"h.ndjson\"\r\n\r\n"
            + history
            + "\r\n--"
            + edge
            + "--\r\n";
    return owner.send(
        owner
            .ask(path + "/past")
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(BodyPublishers.ofString(body)));
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
    String asked =
        ask(
                path,
                transfer("e1", 1, false)
                    + transfer("e2", 2, true)
                    + "{\"type\":\n"
                    + transfer("e2", 3, true))
            .body();
    assertThat(asked).contains("id=\"matches\"", "2 件，其中标着骗 1", "history:3:", "HF-961");
    assertThat(post(owner, path + "/shadow", Map.of("revision", "2")).body()).contains("HF-981");
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
    assertThat(book.find(PACK, State.LIVE).orElseThrow().id()).isEqualTo(shipped.id());
  }

  @Test
  void oneLineTooManyIsRefused() throws Exception {
    String path = changed();
    HttpResponse<String> full = ask(path, "{\n".repeat(Limits.UPLOAD_EVENTS_MAX + 1));
    assertThat(full.statusCode()).isEqualTo(413);
    assertThat(full.body()).contains("HF-982");
  }
}
