package dev.hufu.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.limit.Limits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Goal: a minute's worth, not one more, and bounded memory. Method: time as an argument. */
class RateLimiterTest {

  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  @Test
  void theLimitGoesThroughAndOneMoreWaits() {
    RateLimiter limiter = new RateLimiter();
    for (int i = 0; i < 20; i++) {
      assertThat(limiter.admit("link", 20, NOON)).isEmpty();
    }
    assertThat(limiter.admit("link", 20, NOON)).hasValue(Duration.ofSeconds(3));
    assertThat(limiter.admit("other", 20, NOON)).isEmpty();
    assertThat(limiter.admit("link", 20, NOON.plusMillis(2_999))).isPresent();
    assertThat(limiter.admit("link", 20, NOON.plusSeconds(3))).isEmpty();
  }

  @Test
  void aClockSetBackGivesNothingAway() {
    RateLimiter limiter = new RateLimiter();
    assertThat(limiter.admit("link", 1, NOON)).isEmpty();
    assertThat(limiter.admit("link", 1, NOON.minusSeconds(3_600))).isPresent();
  }

  @Test
  void newcomersBeyondTheRememberedKeysShareOneBucket() {
    RateLimiter limiter = new RateLimiter();
    for (int i = 0; i < Limits.RATE_KEYS_MAX; i++) {
      assertThat(limiter.admit("key " + i, 1, NOON)).isEmpty();
    }
    assertThat(limiter.admit("one more", 1, NOON)).isEmpty();
    assertThat(limiter.admit("and another", 1, NOON)).isPresent();
    assertThat(limiter.admit("and another", 1, NOON.plusSeconds(60))).isEmpty();
  }

  @Test
  void theWaitIsToldInWholeSeconds() {
    assertThat(RateLimiter.refusal(Duration.ofMillis(1)).subject()).isEqualTo("1");
    assertThat(RateLimiter.refusal(Duration.ofMillis(1_001)).subject()).isEqualTo("2");
  }
}
