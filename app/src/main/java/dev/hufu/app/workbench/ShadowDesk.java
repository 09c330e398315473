package dev.hufu.app.workbench;

import dev.hufu.app.request.DecisionWatch;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.app.request.RequestCheck;
import dev.hufu.app.request.RequestCheck.Checked;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Reason;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.PackVersionId;
import dev.hufu.store.ShadowBook.Observation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the version in the shadow decide each request once more, on one thread of its own, after the
 * person has the answer. When more than {@link Limits#SHADOW_QUEUE_MAX} wait, the newest are left
 * out and counted: a comparison may miss cases, a person may not wait for it.
 */
public final class ShadowDesk implements DecisionWatch, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ShadowDesk.class);
  private static final long STOP_SECONDS_MAX = 5;

  private final ShadowLedger ledger;
  private final Clock clock;
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private final LongAdder leftOut = new LongAdder();
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(Limits.SHADOW_QUEUE_MAX),
          work ->
              Thread.ofPlatform()
                  .name("hufu-shadow")
                  .daemon()
                  .priority(Thread.MIN_PRIORITY)
                  .unstarted(work));

  private record Running(PackVersionId version, ReadyPack pack) {}

  ShadowDesk(ShadowLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void start(PackVersionId version, ReadyPack pack) {
    running.put(pack.pack().ref().id(), new Running(version, pack));
  }

  void stop(PackVersionId version) {
    running.values().removeIf(one -> one.version().equals(version));
  }

  @Override
  public void decided(Made made) {
    Running shadow = running.get(made.decision().pack().id());
    if (shadow == null) {
      return;
    }
    try {
      thread.execute(() -> decide(shadow, made));
    } catch (RejectedExecutionException full) {
      leftOut.increment();
    }
  }

  private void decide(Running shadow, Made made) {
    long missed = leftOut.sumThenReset();
    try {
      if (missed > 0) {
        ledger.leftOut(shadow.version(), missed, clock.instant());
      }
      switch (again(shadow.pack(), made)) {
        case Outcome.Ok<Decision>(var decision) ->
            ledger.compared(shadow.version(), observe(made, decision), clock.instant());
        case Outcome.Refused<Decision> _refused ->
            ledger.undecided(shadow.version(), clock.instant());
      }
    } catch (RuntimeException fault) {
      // Only the kind of fault is told: its message may quote what a person wrote.
      LOG.warn("shadow {} on {}: {}", shadow.version(), made.id(), fault.getClass().getName());
    }
  }

  /** An answer to a question the version does not ask is left out, as its page would not ask it. */
  private static Outcome<Decision> again(ReadyPack pack, Made made) {
    TreeMap<String, String> answers = new TreeMap<>(made.answers());
    answers.keySet().retainAll(pack.pack().facts().keySet());
    return RequestCheck.told(pack.pack().facts(), answers)
        .then(
            told ->
                RequestCheck.decide(
                    pack, made.chat(), told, made.confirmed(), made.decision().at()))
        .map(Checked::decision);
  }

  private static Observation observe(Made made, Decision shadow) {
    return new Observation(
        made.matter(),
        made.id(),
        made.decision().pack().digest(),
        made.decision().verdict(),
        shadow.verdict(),
        rules(made.decision()),
        rules(shadow));
  }

  private static List<String> rules(Decision decision) {
    return decision.reasons().stream().map(Reason::rule).toList();
  }

  /** Waits until everything handed in so far has been decided; false where it takes too long. */
  public boolean drain() {
    Future<?> marker = thread.submit(() -> {});
    try {
      var _done = marker.get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException late) {
      return false;
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
