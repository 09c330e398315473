package dev.hufu.app.ops;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what one address, or one link, may do in a minute: a bucket of tokens that fills evenly.
 *
 * <p>Example: {@code limiter.admit("link " + id, Limits.LINK_OPENS_PER_MINUTE_MAX, now)} is empty
 * if it may go on, else how long to wait. Kept in memory and forgotten at a restart. At most {@link
 * Limits#RATE_KEYS_MAX} keys are remembered; when that is full, newcomers share one bucket.
 */
public final class RateLimiter {

  private static final String NEWCOMERS = "newcomers";
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Bucket> buckets = new HashMap<>();

  /** Takes one token for {@code key}; gives back how long to wait where there is none. */
  public synchronized Optional<Duration> admit(String key, int perMinute, Instant now) {
    Bucket before = buckets.get(key);
    String name = key;
    if (before == null) {
      if (buckets.size() >= Limits.RATE_KEYS_MAX) {
        buckets.values().removeIf(bucket -> !now.isBefore(bucket.since.plus(WINDOW)));
      }
      if (buckets.size() >= Limits.RATE_KEYS_MAX) {
        name = NEWCOMERS;
        before = buckets.get(name);
      }
    }
    double tokens = before == null ? perMinute : before.tokensAt(now, perMinute);
    if (tokens < 1) {
      long millis = (long) Math.ceil((1 - tokens) * WINDOW.toMillis() / perMinute);
      return Optional.of(Duration.ofMillis(millis));
    }
    buckets.put(name, new Bucket(tokens - 1, now));
    return Optional.empty();
  }

  /** The refusal that says how many seconds to wait, at least one. */
  public static Refusal refusal(Duration wait) {
    return Refusal.of(Code.RATE_LIMITED, String.valueOf(wait.plusMillis(999).toSeconds()));
  }

  private record Bucket(double tokens, Instant since) {
    double tokensAt(Instant now, int perMinute) {
      long passed = Math.max(0, Duration.between(since, now).toMillis());
      return Math.min(perMinute, tokens + (double) passed * perMinute / WINDOW.toMillis());
    }
  }
}
