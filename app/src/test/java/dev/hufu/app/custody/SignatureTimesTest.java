package dev.hufu.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.custody.Stranger.Said;
import dev.hufu.evidence.document.Octets;
import dev.hufu.evidence.fixture.TestAuthority;
import dev.hufu.evidence.time.TimeRequest;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.decision.Digest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: a signature gets its time from the first authority that tells the truth, and no signer
 * waits for one that does not. Method: authorities behind real HTTP: honest, dead, silent, lying.
 */
class SignatureTimesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** For who answers: long, so that a busy machine is not taken for a silent authority. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Duration LITTLE = Duration.ofSeconds(2);
  private static final Digest DIGEST = Digest.of("signature".getBytes(StandardCharsets.UTF_8));
  private static final TestAuthority HONEST = TestAuthority.open(NOW);

  private static TimeAuthority authority(String name, Stranger stranger) {
    return new TimeAuthority(name, stranger.address(), List.of(HONEST.root()));
  }

  private static SignatureTimes times(
      Duration patience, Clock clock, TimeAuthority... authorities) {
    return new SignatureTimes(List.of(authorities), new Courier(patience), clock);
  }

  private static Stranger honest() {
    return new Stranger(body -> new Said(200, HONEST.answer(Octets.of(body), NOW)));
  }

  @Test
  void withoutAuthoritiesTheTimeIsPending() {
    try (SignatureTimes none = times(PATIENCE, CLOCK)) {
      assertThat(none.ask(DIGEST)).isEmpty();
      assertThat(none.configured()).isFalse();
    }
  }

  @Test
  void theFirstThatTellsTheTruthDatesIt() {
    TimeRequest other = TimeRequest.of(Digest.of(new byte[1]), BigInteger.TEN);
    try (Stranger dead = new Stranger(_body -> new Said(500, ""));
        Stranger lies = new Stranger(_body -> new Said(200, HONEST.answerOther(other, NOW)));
        Stranger tells = honest();
        SignatureTimes times =
            times(
                PATIENCE,
                CLOCK,
                authority("a", dead),
                authority("b", lies),
                authority("c", tells))) {
      TimeToken token = times.ask(DIGEST).orElseThrow();
      assertThat(token.digest()).isEqualTo(DIGEST);
      assertThat(token.at()).isEqualTo(NOW);
      assertThat(times.ask(DIGEST)).isPresent();
      assertThat(dead.asked).as("who failed rests").hasValue(1);
      assertThat(lies.asked).hasValue(1);
      assertThat(tells.asked).hasValue(2);
    }
  }

  @Test
  void oneThatIsSilentCostsItsPatienceOnceAndIsAskedAgainLater() {
    Instant[] now = {NOW};
    Clock wound =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now[0];
          }
        };
    try (Stranger silent = new Stranger(_body -> new Said(0, ""));
        SignatureTimes times = times(LITTLE, wound, authority("a", silent))) {
      assertThat(times.ask(DIGEST)).isEmpty();
      assertThat(times.ask(DIGEST)).isEmpty();
      assertThat(silent.asked).as("it rests").hasValue(1);
      now[0] = NOW.plus(Duration.ofMinutes(1));
      assertThat(times.ask(DIGEST)).isEmpty();
      assertThat(silent.asked).hasValue(2);
    }
  }
}
