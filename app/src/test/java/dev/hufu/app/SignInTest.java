package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.TestHouse.Browser;
import dev.hufu.kernel.limit.Limits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: the link of the terminal signs in once, in time, by a press, and the session outlives the
 * server. Method: two browsers without JavaScript, a clock that is wound, a restart of the pages.
 */
class SignInTest {

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
  void openingTheLinkUsesNothingUpAndPressingDoes() throws Exception {
    String secret = house.newSecret();
    Browser preview = house.browser();
    for (int i = 0; i < 3; i++) {
      assertThat(preview.get("/enter?k=" + secret).statusCode()).isEqualTo(200);
    }
    assertThat(preview.get("/probe/who").body()).endsWith(" false");
    Browser owner = house.browser();
    String before = owner.get("/probe/who").body();
    HttpResponse<String> in = owner.enter(secret);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).hasValue("/");
    assertThat(owner.get("/probe/who").body()).endsWith(" true").isNotEqualTo(before);
    HttpResponse<String> second = preview.enter(secret);
    assertThat(second.statusCode()).isEqualTo(410);
    assertThat(second.body()).contains("HF-503");
  }

  @Test
  void aLinkLivesItsTimeAndNotASecondMore() throws Exception {
    String late = house.newSecret();
    String inTime = house.newSecret();
    house.clock.wind(Limits.SIGN_IN_LINK_LIFE.minusSeconds(1));
    assertThat(house.browser().enter(inTime).statusCode()).isEqualTo(303);
    house.clock.wind(Duration.ofSeconds(1));
    HttpResponse<String> refused = house.browser().enter(late);
    assertThat(refused.statusCode()).isEqualTo(410);
    assertThat(refused.body()).contains("HF-502");
  }

  @Test
  void aGuessedLinkOpensNothing() throws Exception {
    HttpResponse<String> refused = house.browser().enter("guess");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("HF-501");
  }

  @Test
  void opensOverTheLimitOfAMinuteWait() throws Exception {
    Browser browser = house.browser();
    for (int i = 0; i < Limits.LINK_OPENS_PER_MINUTE_MAX; i++) {
      assertThat(browser.get("/enter?k=guess").statusCode()).isEqualTo(200);
    }
    assertThat(browser.get("/enter?k=guess").statusCode()).isEqualTo(429);
  }

  @Test
  void visitorsAreStrangersToEachOtherAndStayThemselves() throws Exception {
    Browser one = house.browser();
    Browser other = house.browser();
    String first = one.get("/probe/who").body();
    assertThat(first).matches("P-[0-9A-HJKMNP-TV-Z]{8} false");
    assertThat(one.get("/probe/who").body()).isEqualTo(first);
    assertThat(other.get("/probe/who").body()).isNotEqualTo(first);
  }

  @Test
  void theSessionOutlivesTheServerAndItsCookieTellsNothing() throws Exception {
    Browser browser = house.browser();
    HttpResponse<String> first = browser.get("/probe/who");
    assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("hufu=")
        .contains("HttpOnly", "SameSite=Lax")
        .doesNotContain("P-");
    assertThat(browser.enter(house.newSecret()).statusCode()).isEqualTo(303);
    String owner = browser.get("/probe/who").body();
    house.restartPages();
    assertThat(browser.get("/probe/who").body()).isEqualTo(owner).endsWith(" true");
  }

  /** Sessions keep their own time, so it is their last use that is moved back. */
  @Test
  void aSessionLivesAsLongAsItIsUsedAndNotMuchLonger() throws Exception {
    Browser browser = house.browser();
    assertThat(browser.enter(house.newSecret()).statusCode()).isEqualTo(303);
    String owner = browser.get("/probe/who").body();
    idle(Limits.SESSION_IDLE_MAX.minusMinutes(1));
    assertThat(browser.get("/probe/who").body()).isEqualTo(owner).endsWith(" true");
    idle(Limits.SESSION_IDLE_MAX.plusSeconds(1));
    assertThat(browser.get("/probe/who").body()).isNotEqualTo(owner).endsWith(" false");
  }

  private static void idle(Duration time) throws SQLException {
    try (Connection connection = house.room(DataSource.class).getConnection();
        PreparedStatement back =
            connection.prepareStatement(
                "update spring_session set last_access_time = last_access_time - ?")) {
      back.setLong(1, time.toMillis());
      assertThat(back.executeUpdate()).isPositive();
    }
  }

  @Test
  void signingInChangesTheCookieAndLeavingEndsIt() throws Exception {
    Browser browser = house.browser();
    String before = browser.get("/probe/who").headers().firstValue("Set-Cookie").orElse("");
    HttpResponse<String> in = browser.enter(house.newSecret());
    String after = in.headers().firstValue("Set-Cookie").orElse("");
    assertThat(after).startsWith("hufu=").isNotEqualTo(before);
    String token = browser.tokenOf("/enter?k=x");
    assertThat(browser.post("/leave", Map.of("_csrf", token)).statusCode()).isEqualTo(303);
    assertThat(browser.get("/probe/who").body()).endsWith(" false");
  }
}
