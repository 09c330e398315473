package dev.hufu.app;

import dev.hufu.app.identity.SignInLinks;
import dev.hufu.app.ops.Housing;
import dev.hufu.app.ops.ServeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One house for all tests of a class: a data folder, its PostgreSQL and the pages on a free port,
 * with a clock that the test winds. Every browser comes from a loopback address of its own, so that
 * one test's posts do not use up another's rate limit.
 */
final class TestHouse implements AutoCloseable {

  private static final AtomicInteger ADDRESS = new AtomicInteger(2);

  /** Unpacked when the tables were generated: five seconds of every house otherwise. */
  private static final Path PROGRAMS = Path.of("..", "store", "target", "postgres");

  final TestClock clock = new TestClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final Path folder;
  private final Housing housing;
  private HufuServer server;

  TestHouse(Path folder) {
    this.folder = folder;
    linkPrograms(folder);
    this.housing = Housing.open(folder, Map.of(), clock, _step -> {}).orThrow();
    this.server = HufuServer.start(ServeSettings.local(0, folder, clock), housing);
  }

  private static void linkPrograms(Path folder) {
    try {
      Path programs = Files.createDirectories(PROGRAMS).toRealPath();
      Path place = folder.resolve("postgres");
      if (!Files.exists(place)) {
        Files.createSymbolicLink(place, programs);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Stops the pages and starts them anew on the same data; the port changes. */
  void restartPages() {
    server.close();
    server = HufuServer.start(ServeSettings.local(0, folder, clock), housing);
  }

  Path folder() {
    return folder;
  }

  int port() {
    return server.port();
  }

  /** A bean of the running pages. */
  <T> T room(Class<T> type) {
    return server.room(type);
  }

  String newSecret() {
    return server.room(SignInLinks.class).issue(clock.instant());
  }

  @Override
  public void close() {
    server.close();
    housing.close();
  }

  Browser browser() throws IOException {
    return new Browser();
  }

  /** A browser with cookies, without JavaScript. */
  final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;

    private Browser() throws IOException {
      InetAddress address =
          InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) ADDRESS.getAndIncrement()});
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .localAddress(address)
              .cookieHandler(new CookieManager())
              .build();
    }

    HttpRequest.Builder ask(String path) {
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
          .header("Accept", "text/html");
    }

    HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
      return client.send(ask(path).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return send(ask(path));
    }

    HttpResponse<String> post(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      return send(form(path, fields));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
      String body =
          fields.entrySet().stream()
              .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
              .collect(Collectors.joining("&"));
      return ask(path)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(body));
    }

    /** Sends a form with one file in it, as a browser does. */
    HttpResponse<String> upload(
        String path, Map<String, String> fields, String name, String type, String content)
        throws IOException, InterruptedException {
      StringBuilder body = new StringBuilder();
      fields.forEach(
          (field, value) ->
              part(body, "name=\"" + field + "\"", "text/plain;charset=UTF-8", value));
      part(body, "name=\"file\"; filename=\"" + name + "\"", type, content);
      body.append("--B--\r\n");
      return send(
          ask(path)
              .header("Content-Type", "multipart/form-data; boundary=B")
              .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    private static void part(StringBuilder body, String name, String type, String content) {
      body.append("--B\r\nContent-Disposition: form-data; ").append(name).append("\r\n");
      body.append("Content-Type: ").append(type).append("\r\n\r\n");
      body.append(content).append("\r\n");
    }

    /** Opens the page behind a link and gives back the token of its form. */
    String tokenOf(String path) throws IOException, InterruptedException {
      Matcher token = TOKEN.matcher(get(path).body());
      if (!token.find()) {
        throw new IllegalStateException("no form token on " + path);
      }
      return token.group(1);
    }

    /** Opens the page of a sign-in link and presses its button. */
    HttpResponse<String> enter(String secret) throws IOException, InterruptedException {
      String token = tokenOf("/enter?k=" + secret);
      return post("/enter", Map.of("k", secret, "_csrf", token));
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
