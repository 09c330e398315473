package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.TestHouse.Browser;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: whatever is asked, well or badly, the answer has the headers, the code and the language it
 * should. Method: real HTTP against the started server.
 */
class EdgeTest {

  private static TestHouse house;

  @BeforeAll
  static void open(@TempDir Path folder) {
    house = new TestHouse(folder);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void everyAnswerHasTheHeaders() throws Exception {
    Browser browser = house.browser();
    List<HttpRequest.Builder> asks =
        List.of(
            browser.ask("/probe/who"),
            browser.ask("/nowhere"),
            browser.ask("/probe/break"),
            browser.ask("/enter?k=x"),
            browser.ask("/ops/health"),
            browser.ask("/bad//../%2e%2e/x;y"),
            browser.form("/probe/post", Map.of("a", "b")));
    for (HttpRequest.Builder ask : asks) {
      HttpResponse<String> answer = browser.send(ask);
      String from = answer.request().method() + " " + answer.uri();
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .as(from)
          .hasValue(
              "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                  + "connect-src 'self'; form-action 'self'; base-uri 'none'; "
                  + "frame-ancestors 'none'");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(answer.headers().firstValue("Cache-Control")).as(from).hasValue("no-store");
      assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
      assertThat(answer.headers().firstValue("Server")).as(from).isEmpty();
    }
  }

  @Test
  void aRefusalIsAProblemInTheLanguageOfTheCaller() throws Exception {
    Browser browser = house.browser();
    HttpResponse<String> zh =
        browser.send(browser.ask("/probe/refuse").setHeader("Accept", "application/json"));
    assertThat(zh.statusCode()).isEqualTo(413);
    assertThat(zh.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(zh.body())
        .isEqualTo(
            "{\"type\":\"urn:hufu:code:HF-102\",\"title\":\"TEXT_TOO_LONG\",\"status\":413,"
                + "\"detail\":\""
                + Code.TEXT_TOO_LONG.wording().zh().replace("{}", "5242880")
                + "\",\"code\":\"HF-102\"}");
    HttpResponse<String> en =
        browser.send(
            browser
                .ask("/probe/refuse")
                .setHeader("Accept", "application/json")
                .header("Accept-Language", "fr, en-GB;q=0.8"));
    assertThat(en.body()).contains(Code.TEXT_TOO_LONG.wording().en().replace("{}", "5242880"));
    assertThat(en.headers().firstValue("Content-Language")).hasValue("en");
  }

  @Test
  void aPersonGetsAPage() throws Exception {
    HttpResponse<String> page =
        house.browser().send(house.browser().ask("/nowhere").header("Accept-Language", "en"));
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains(Code.PAGE_UNKNOWN.wording().en(), "HF-702")
        .doesNotContain("style=", "<script>");
  }

  @Test
  void aWrongMethodIsNamed() throws Exception {
    Browser browser = house.browser();
    String token = browser.tokenOf("/enter?k=x");
    HttpResponse<String> answer = browser.post("/probe/who", Map.of("_csrf", token));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    assertThat(answer.body()).contains("HF-703");
  }

  @Test
  void aFullDiskIsSaidInASentenceAndNothingOfTheChatIsTold() throws Exception {
    HttpResponse<String> answer = house.browser().get("/probe/full");
    assertThat(answer.statusCode()).isEqualTo(507);
    assertThat(answer.body())
        .contains("HF-1451", "什么都没有存")
        .doesNotContain(ProbeRoom.SECRET_OF_A_CHAT, "extend");
  }

  @Test
  void aFaultOfOursHasAReferenceAndRepeatsNothing() throws Exception {
    HttpResponse<String> answer = house.browser().get("/probe/break");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("HF-799", "编号 ")
        .doesNotContain(ProbeRoom.SECRET_OF_A_CHAT, "IllegalState");
  }

  @Test
  void aForgedPostIsRefused() throws Exception {
    Browser browser = house.browser();
    HttpRequest.Builder forged =
        browser.form("/probe/post", Map.of("chat", "在吗")).header("Sec-Fetch-Site", "cross-site");
    HttpResponse<String> answer = browser.send(forged);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("HF-507").doesNotContain("在吗");
  }

  @Test
  void aStaleFormOfOurOwnComesBackFilledAndGoesThrough() throws Exception {
    Browser browser = house.browser();
    String typed = "妈：\n先转\"两万\" <急>";
    HttpResponse<String> stale =
        browser.send(
            browser
                .form("/probe/post", Map.of("chat", typed, "_csrf", "old"))
                .header("Sec-Fetch-Site", "same-origin"));
    assertThat(stale.statusCode()).isEqualTo(403);
    assertThat(stale.body())
        .contains("HF-507", "妈：\n先转&#34;两万&#34; &lt;急>", "action=\"/probe/post\"")
        .doesNotContain("value=\"old\"");
    String token = stale.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    HttpResponse<String> again = browser.post("/probe/post", Map.of("chat", typed, "_csrf", token));
    assertThat(again.body()).isEqualTo("fields 2");
  }

  @Test
  void anUploadAtTheLimitIsTakenAndOneByteMoreIsNot() throws Exception {
    Browser browser = house.browser();
    String token = browser.tokenOf("/enter?k=x");
    HttpResponse<String> at = browser.send(upload(browser, token, Limits.UPLOAD_BYTES_MAX));
    assertThat(at.statusCode()).isEqualTo(200);
    assertThat(at.body()).isEqualTo("parts 2");
    HttpResponse<String> over = browser.send(upload(browser, token, Limits.UPLOAD_BYTES_MAX + 1));
    assertThat(over.statusCode()).isEqualTo(413);
    assertThat(over.body()).contains("HF-701");
  }

  @Test
  void anUploadThatHidesItsLengthIsCounted() throws Exception {
    Browser browser = house.browser();
    String token = browser.tokenOf("/enter?k=x");
    // The reader stops at the closing line, so the byte too many must lie before its end.
    byte[] whole = body(token, Limits.UPLOAD_BYTES_MAX + "\r\n--XX--\r\n".length());
    HttpRequest.Builder chunked =
        browser
            .ask("/probe/upload")
            .header("Content-Type", "multipart/form-data; boundary=XX")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(whole)));
    HttpResponse<String> answer = browser.send(chunked);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("HF-701");
  }

  @Test
  void postsOverTheLimitOfAMinuteWait() throws Exception {
    Browser browser = house.browser();
    for (int i = 0; i < Limits.POSTS_PER_MINUTE_MAX; i++) {
      assertThat(browser.post("/probe/post", Map.of()).statusCode()).isEqualTo(403);
    }
    HttpResponse<String> over = browser.post("/probe/post", Map.of());
    assertThat(over.statusCode()).isEqualTo(429);
    assertThat(over.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(over.body()).contains("HF-505");
  }

  /** One pot for friends' and families' links: whoever tries many of either is guessing. */
  @Test
  void openedLinksOverTheLimitOfAMinuteWait() throws Exception {
    Browser browser = house.browser();
    for (int i = 0; i < Limits.LINK_OPENS_PER_MINUTE_MAX; i++) {
      String path = (i % 2 == 0 ? "/f/" : "/r/") + "guess" + i;
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
    for (String path : List.of("/f/guess", "/r/guess")) {
      HttpResponse<String> over = browser.get(path);
      assertThat(over.statusCode()).isEqualTo(429);
      assertThat(over.headers().firstValue("Retry-After")).hasValue("3");
      assertThat(over.body()).contains("HF-505");
    }
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    assertThat(house.browser().get("/f/guess").statusCode()).isEqualTo(404);
  }

  @Test
  void aFormOfAsManyFieldsAsTheLimitAndOneMore() throws Exception {
    Browser browser = house.browser();
    String token = browser.tokenOf("/enter?k=x");
    Map<String, String> fields = new TreeMap<>(Map.of("_csrf", token));
    for (int i = 1; i < Limits.FORM_FIELDS_MAX; i++) {
      fields.put("f" + i, "x");
    }
    assertThat(browser.post("/probe/post", fields).body())
        .isEqualTo("fields " + Limits.FORM_FIELDS_MAX);
    fields.put("more", "x");
    HttpResponse<String> over = browser.post("/probe/post", fields);
    assertThat(over.statusCode()).isEqualTo(413);
    assertThat(over.body()).contains("HF-701");
  }

  @Test
  void aForeignHostNameFindsNothing() throws IOException {
    assertThat(raw("GET /ops/health HTTP/1.1\r\nHost: rebind.example\r\n")).contains(" 404 ");
    assertThat(raw("GET /ops/health HTTP/1.1\r\nHost: localhost\r\n")).contains(" 200 ");
  }

  private static String raw(String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", house.port())) {
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    }
  }

  private static HttpRequest.Builder upload(Browser browser, String token, int bytes) {
    return browser
        .ask("/probe/upload")
        .header("Content-Type", "multipart/form-data; boundary=XX")
        .POST(BodyPublishers.ofByteArray(body(token, bytes)));
  }

  /** A multipart body of exactly so many bytes. */
  private static byte[] body(String token, int bytes) {
    String head =
        "--XX\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + token
            + "\r\n--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.png\"\r\n\r\n";
    byte[] whole = new byte[bytes];
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    byte[] last = "\r\n--XX--\r\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(first, 0, whole, 0, first.length);
    System.arraycopy(last, 0, whole, bytes - last.length, last.length);
    return whole;
  }
}
