package dev.hufu.app.custody;

import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Digest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the configured authorities to date a signature while its signer waits: each in turn, no
 * longer than {@link #PATIENCE}. Who did not answer rests a while, so that one authority that is
 * away costs one signature seconds and not every one. Without a token the signature stands without
 * a time inside: the time is pending, and the log dates it meanwhile.
 *
 * <p>Example: {@code times.ask(digest)} is empty where no authority is configured.
 */
public final class SignatureTimes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SignatureTimes.class);

  /** For one answer. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration REST = Duration.ofMinutes(1);

  private final List<TimeAuthority> authorities;
  private final Courier courier;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();

  SignatureTimes(List<TimeAuthority> authorities, Courier courier, Clock clock) {
    this.authorities = List.copyOf(authorities);
    this.courier = courier;
    this.clock = clock;
  }

  /** A token that held every check; empty if none came. */
  public Optional<TimeToken> ask(Digest digest) {
    for (TimeAuthority authority : authorities) {
      Instant now = clock.instant();
      Instant until = resting.get(authority.name());
      if (until != null && now.isBefore(until)) {
        continue;
      }
      switch (ask(authority, digest, now)) {
        case Outcome.Ok<TimeToken>(var token) -> {
          resting.remove(authority.name());
          return Optional.of(token);
        }
        case Outcome.Refused<TimeToken>(var refusal) -> {
          resting.put(authority.name(), now.plus(REST));
          LOG.warn("a signature has no time from {}: {}", authority.name(), refusal);
        }
      }
    }
    return Optional.empty();
  }

  private Outcome<TimeToken> ask(TimeAuthority authority, Digest digest, Instant now) {
    try {
      return authority.ask(courier, digest, random, now);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return authority.unreachable("interrupted");
    }
  }

  /** Whether anybody can be asked at all. */
  public boolean configured() {
    return !authorities.isEmpty();
  }

  /** What the authorities' certificates must lead to. */
  public List<X509Certificate> trusted() {
    return authorities.stream().flatMap(one -> one.trusted().stream()).toList();
  }

  @Override
  public void close() {
    courier.close();
  }
}
