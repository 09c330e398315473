package dev.hufu.app.custody;

import dev.hufu.app.custody.LogDesk.Standing;
import dev.hufu.app.custody.WitnessClient.Answer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.CheckpointBook;
import dev.hufu.store.CheckpointBook.Cosignature;
import dev.hufu.store.LogBook;
import dev.hufu.store.LogHead;
import dev.hufu.tlog.note.NoteSignature;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the log witnessed: a thread for each witness, none of which the sequencer waits for.
 *
 * <p>A witness that fails is asked again after a second, then two, then four, up to a minute. What
 * it cosigns is kept before it is shown. A witness that has seen more than there is, or another
 * log, stops the signing: {@link Code#LOG_BEHIND}, {@link Code#LOG_FORKED}.
 */
final class WitnessDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WitnessDesk.class);

  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration AGAIN_FIRST = Duration.ofSeconds(1);
  private static final Duration AGAIN_LAST = Duration.ofMinutes(1);

  private final LogPolicy policy;
  private final Publication publication;
  private final CheckpointBook book;
  private final LogBook log;
  private final Courier courier;
  private final Clock clock;
  private final List<WitnessClient> clients = new ArrayList<>();
  private final Map<String, Standing> standings = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  WitnessDesk(
      LogPolicy policy,
      Publication publication,
      LogBook log,
      CheckpointBook book,
      Courier courier,
      Clock clock) {
    this.policy = policy;
    this.publication = publication;
    this.log = log;
    this.book = book;
    this.courier = courier;
    this.clock = clock;
    policy
        .witnesses()
        .forEach(
            (address, witnesses) ->
                clients.add(new WitnessClient(address, witnesses, courier, log)));
  }

  List<Standing> standings() {
    return clients.stream()
        .map(
            client ->
                standings.getOrDefault(client.name(), standing(client.name(), 0, Optional.empty())))
        .toList();
  }

  /** What the question at the start came to. */
  record Probe(Optional<Refusal> refusal, boolean enough) {}

  /**
   * Asks every witness how far it has seen this log, all at once, before anything is signed.
   *
   * @param head the log as it stands; of size 0 if nothing was ever signed
   */
  Probe probe(LogHead head) throws InterruptedException {
    List<Optional<Refusal>> refusals = new ArrayList<>();
    List<NoteSignature> lines = new ArrayList<>();
    CountDownLatch open = new CountDownLatch(clients.size());
    for (WitnessClient client : clients) {
      expect(client, head);
      var _asked =
          Thread.ofVirtual()
              .name("hufu-witness-probe")
              .start(
                  () -> {
                    try {
                      Answer answer = client.submit(head);
                      note(client, head, answer);
                      synchronized (lines) {
                        refusals.add(refusal(head, answer));
                        if (answer instanceof Answer.Cosigned(var made)) {
                          lines.addAll(made);
                        }
                      }
                    } catch (InterruptedException stopped) {
                      Thread.currentThread().interrupt();
                    } finally {
                      open.countDown();
                    }
                  });
    }
    // Three tries of one client at most; a thread that is late finds its answer unused.
    boolean _all = open.await(3 * Courier.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    synchronized (lines) {
      boolean enough = policy.policy().quorum().met(key -> lines.stream().anyMatch(key::signed));
      return new Probe(refusals.stream().flatMap(Optional::stream).findFirst(), enough);
    }
  }

  private void expect(WitnessClient client, LogHead head) {
    List<String> ids =
        client.witnesses().stream().map(one -> id(one.key().name(), one.key().id())).toList();
    client.expect(head.origin(), Math.min(head.size(), book.cosignedUpTo(head.epoch(), ids)));
  }

  private static String id(String name, int keyId) {
    return name + "+" + HexFormat.of().toHexDigits(keyId);
  }

  /** Why nothing may be signed any more after this answer. */
  private Optional<Refusal> refusal(LogHead head, Answer answer) {
    return switch (answer) {
      case Answer.Ahead(long size) -> {
        // Another program on the same database may have gone on since.
        long now =
            log.epochs().stream()
                .filter(epoch -> epoch.origin().equals(head.origin()))
                .mapToLong(LogHead::size)
                .findFirst()
                .orElse(0);
        yield now >= size
            ? Optional.empty()
            : Optional.of(
                Refusal.of(Code.LOG_BEHIND, now + " < " + size + " (" + head.origin() + ")"));
      }
      case Answer.Forked(long size) ->
          Optional.of(Refusal.of(Code.LOG_FORKED, head.origin() + " " + size));
      case Answer.Cosigned _, Answer.Failed _ -> Optional.empty();
    };
  }

  private void note(WitnessClient client, LogHead head, Answer answer) {
    String name = client.name();
    long before = Optional.ofNullable(standings.get(name)).map(Standing::size).orElse(0L);
    switch (answer) {
      case Answer.Cosigned _ -> standings.put(name, standing(name, head.size(), Optional.empty()));
      case Answer.Failed(var problem) -> {
        if (standings.put(name, standing(name, before, Optional.of(problem))) == null
            || before > 0) {
          LOG.warn("a witness fails: {}", problem);
        }
      }
      case Answer.Ahead _, Answer.Forked _ ->
          standings.put(name, standing(name, before, refusal(head, answer)));
    }
  }

  private static Standing standing(String name, long size, Optional<Refusal> problem) {
    return new Standing(name, size, Optional.empty(), problem);
  }

  /**
   * Begins to ask.
   *
   * @param halt told once if a witness has seen what this log does not have
   */
  void start(Consumer<Refusal> halt) {
    for (WitnessClient client : clients) {
      threads.add(Thread.ofVirtual().name("hufu-witness").start(() -> ask(client, halt)));
    }
    if (!clients.isEmpty()) {
      threads.add(Thread.ofVirtual().name("hufu-witness-wait").start(this::tick));
    }
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(TICK);
        publication.tick();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(WitnessClient client, Consumer<Refusal> halt) {
    Optional<LogHead> done = Optional.empty();
    Duration again = AGAIN_FIRST;
    try {
      while (true) {
        Optional<LogHead> next = publication.await(done, IDLE);
        if (next.isEmpty()) {
          continue;
        }
        LogHead head = next.get();
        if (take(client, head, halt)) {
          done = next;
          again = AGAIN_FIRST;
        } else {
          Thread.sleep(again);
          again = again.compareTo(AGAIN_LAST) < 0 ? again.multipliedBy(2) : AGAIN_LAST;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One head to one witness; true if there is no need to try again. */
  boolean take(WitnessClient client, LogHead head, Consumer<Refusal> halt)
      throws InterruptedException {
    try {
      Answer answer = client.submit(head);
      note(client, head, answer);
      refusal(head, answer).ifPresent(halt);
      if (!(answer instanceof Answer.Cosigned(var lines))) {
        return !(answer instanceof Answer.Failed);
      }
      book.cosigned(
          head,
          lines.stream()
              .map(line -> new Cosignature(id(line.name(), line.keyId()), line.line()))
              .toList(),
          clock.instant());
      publication.cosigned(head, lines);
      return true;
    } catch (RuntimeException databaseAway) {
      LOG.debug("a cosignature was not kept: {}", databaseAway.getMessage());
      return false;
    }
  }

  List<WitnessClient> clients() {
    return List.copyOf(clients);
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    courier.close();
  }
}
