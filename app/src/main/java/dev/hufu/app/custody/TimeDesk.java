package dev.hufu.app.custody;

import dev.hufu.app.custody.LogDesk.Standing;
import dev.hufu.evidence.time.TimeToken;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.store.CheckpointBook;
import dev.hufu.store.LogHead;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the published checkpoints dated: each authority at most once a minute, and only when there is
 * something new. Until a token has come and held every check, the time is pending; nothing else
 * waits for it.
 *
 * <p>An authority that stalls, refuses or lies is told with its code ({@link
 * Code#TIME_UNREACHABLE}, HF-1031 to HF-1039) and asked again, later each time, at most every ten
 * minutes.
 */
final class TimeDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TimeDesk.class);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Duration AGAIN_FIRST = Duration.ofSeconds(5);
  private static final Duration AGAIN_LAST = Duration.ofMinutes(10);

  private final List<TimeAuthority> authorities;
  private final Publication publication;
  private final CheckpointBook book;
  private final Courier courier;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Refusal> problems = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  TimeDesk(
      List<TimeAuthority> authorities,
      Publication publication,
      CheckpointBook book,
      Courier courier,
      Clock clock) {
    this.authorities = List.copyOf(authorities);
    this.publication = publication;
    this.book = book;
    this.courier = courier;
    this.clock = clock;
  }

  List<Standing> standings(int epoch) {
    return authorities.stream()
        .map(
            authority -> {
              Optional<CheckpointBook.Time> last = book.latestTime(epoch, authority.name());
              return new Standing(
                  authority.name(),
                  last.map(CheckpointBook.Time::size).orElse(0L),
                  last.map(CheckpointBook.Time::at),
                  Optional.ofNullable(problems.get(authority.name())));
            })
        .toList();
  }

  void start() {
    for (TimeAuthority authority : authorities) {
      threads.add(Thread.ofVirtual().name("hufu-time").start(() -> ask(authority)));
    }
  }

  private void ask(TimeAuthority authority) {
    Duration again = AGAIN_FIRST;
    try {
      while (true) {
        Optional<LogHead> due = due(authority);
        if (due.isEmpty()) {
          Thread.sleep(LOOK);
        } else if (stamp(authority, due.get())) {
          again = AGAIN_FIRST;
          Thread.sleep(BETWEEN);
        } else {
          Thread.sleep(again);
          again = again.compareTo(AGAIN_LAST) < 0 ? again.multipliedBy(2) : AGAIN_LAST;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<LogHead> due(TimeAuthority authority) {
    try {
      return publication
          .signed()
          .filter(head -> head.size() > 0)
          .filter(head -> book.time(head.epoch(), head.size(), authority.name()).isEmpty());
    } catch (RuntimeException databaseAway) {
      LOG.debug("times are not read: {}", databaseAway.getMessage());
      return Optional.empty();
    }
  }

  /** One question; true if a token came, held every check and is kept. */
  boolean stamp(TimeAuthority authority, LogHead head) throws InterruptedException {
    Outcome<TimeToken> answer;
    try {
      answer = token(authority, head);
      if (answer instanceof Outcome.Ok<TimeToken>(var token)) {
        book.timed(head, authority.name(), token.der(), token.at(), clock.instant());
      }
    } catch (RuntimeException databaseAway) {
      LOG.debug("a time was not kept: {}", databaseAway.getMessage());
      return false;
    }
    Optional<Refusal> problem = answer.findRefusal();
    Optional<Refusal> before =
        Optional.ofNullable(
            problem.isPresent()
                ? problems.put(authority.name(), problem.get())
                : problems.remove(authority.name()));
    problem
        .filter(now -> before.filter(old -> old.code() == now.code()).isEmpty())
        .ifPresent(now -> LOG.warn("no time from {}: {}", authority.name(), now));
    return problem.isEmpty();
  }

  private Outcome<TimeToken> token(TimeAuthority authority, LogHead head)
      throws InterruptedException {
    byte[] checkpoint = head.checkpoint().orElseThrow().getBytes(StandardCharsets.UTF_8);
    return authority.ask(courier, Digest.of(checkpoint), random, clock.instant());
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    courier.close();
  }
}
