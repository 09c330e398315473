package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Goal: a killed server loses nothing it has acknowledged. Method: somebody posts checks as fast as
 * the house takes them; the process is killed at a seeded moment, its database is left an orphan,
 * and the next start has to show every matter that was answered with its address.
 */
class KillTest {

  private static final int ROUNDS = 3;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private String plan = "";
  private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

  /**
   * Clocks of a plan are reckoned from what was entered, so a killed house changes none of them.
   */
  private void beginPlan(House house) throws IOException, InterruptedException {
    try (Doorway door = Doorway.to(house.address())) {
      HttpResponse<String> begun = post(door, "/loss", "plan=talked-into-it");
      plan = URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
      HttpResponse<String> stopped =
          post(door, plan + "/event", "event=stop-placed&at=" + encode("2022-10-14T12:40"));
      assertThat(stopped.statusCode()).isEqualTo(303);
    }
  }

  @Test
  void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
    Random moments = new Random(20261121);
    Path folder = Outside.fresh("killed");
    for (int round = 0; round < ROUNDS; round++) {
      House house = House.open(folder);
      if (round == 0) {
        beginPlan(house);
      }
      assertAllThere(house);
      int before = acknowledged.size();
      Thread writer = Thread.ofVirtual().start(() -> write(house));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      int wanted = before + 1 + moments.nextInt(4);
      while (acknowledged.size() < wanted && System.nanoTime() < deadline) {
        var _ended = writer.join(Duration.ofMillis(5));
      }
      var _gone = writer.join(Duration.ofMillis(1 + moments.nextInt(120)));
      house.kill();
      writer.join();
      assertThat(acknowledged).as("round " + round).hasSizeGreaterThan(before);
    }
    House last = House.open(folder);
    assertAllThere(last);
    ProcessHandle postgres = last.postgres();
    assertThat(postgres.isAlive()).isTrue();
    assertThat(last.stop()).isIn(0, 143);
    assertThat(postgres.onExit()).as("the database").succeedsWithin(Duration.ofSeconds(20));
  }

  /** One post after another until the house is gone; a redirect is an acknowledgement. */
  private void write(House house) {
    try (Doorway door = Doorway.to(house.address())) {
      while (true) {
        HttpResponse<String> answer =
            post(door, "/request", "do=check&chat=" + encode(Stories.S1_CHAT));
        if (answer.statusCode() != 303) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        String place = answer.headers().firstValue("Location").orElseThrow();
        acknowledged.add(URI.create(place).getPath());
      }
    } catch (IOException killed) {
      // the house is gone, which is what this is about
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> post(Doorway door, String path, String fields)
      throws IOException, InterruptedException {
    String body = "_csrf=" + encode(token(door).orElseThrow()) + "&" + fields;
    return client.send(
        HttpRequest.newBuilder(URI.create(door.base() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Optional<String> token(Doorway door) throws IOException, InterruptedException {
    Matcher found = TOKEN.matcher(get(door.base() + "/request").body());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private void assertAllThere(House house) throws IOException, InterruptedException {
    String base = "http://127.0.0.1:" + house.port();
    for (String matter : List.copyOf(acknowledged)) {
      HttpResponse<String> page = get(base + matter);
      assertThat(page.statusCode()).as(matter).isEqualTo(200);
      assertThat(page.body()).contains("冒充熟人借款");
    }
    assertThat(get(base + plan).body())
        .as("the clocks of the plan")
        .contains("2022-10-16 06:40", "2022-10-16 12:40", "2022-10-18 12:40");
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "text/html")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
