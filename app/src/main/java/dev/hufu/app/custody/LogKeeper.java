package dev.hufu.app.custody;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.LogHead;
import dev.hufu.store.Sequencer;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the sequencer, and publishes what it has come to: after the commit, after the marker is on
 * disk, never before.
 *
 * <p>A row that a business change committed is published within {@link #PAUSE_MILLIS} and the time
 * of one step. A failure (database away, disk full) is told once, and tried again each second;
 * nothing is lost by it, for the rows wait in their queue. What the guard refused is never signed.
 */
final class LogKeeper implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

  private static final long PAUSE_MILLIS = 200;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

  private final Sequencer sequencer;
  private final LogMarker marker;
  private final AtomicReference<Optional<Refusal>> refusal;
  private final Outside outside;
  private final Supplier<LogHead> head;
  private final Clock clock;
  private Optional<LogHead> marked = Optional.empty();
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  /**
   * @param refusal what the guard found, if it found something
   * @param head the log as it stands, signed even when it is empty: what witnesses are asked about
   */
  LogKeeper(
      Sequencer sequencer,
      LogMarker marker,
      Optional<Refusal> refusal,
      Outside outside,
      Supplier<LogHead> head,
      Clock clock) {
    this.sequencer = sequencer;
    this.marker = marker;
    this.refusal = new AtomicReference<>(refusal);
    this.outside = outside;
    this.head = head;
    this.clock = clock;
  }

  /** What everybody may see; empty until this program has signed or taken over a checkpoint. */
  Optional<LogHead> published() {
    return outside.publication().served();
  }

  /** Why the log stands still: refused at the start, or by a witness since. */
  Optional<Refusal> refusal() {
    return refusal.get();
  }

  /** Nothing is signed any more until the next start; the first reason stays. */
  void halt(Refusal reason) {
    if (refusal.compareAndSet(Optional.empty(), Optional.of(reason))) {
      LOG.error("the evidence log stands still: {}", reason);
    }
  }

  @Override
  public void start() {
    running = true;
    if (refusal().isPresent()) {
      LOG.error("the evidence log stands still: {}", refusal().get());
      return;
    }
    thread = Thread.ofVirtual().name("hufu-log").start(this::run);
    outside.times().start();
  }

  private void run() {
    boolean well = true;
    boolean allowed = false;
    while (running && refusal().isEmpty()) {
      try {
        if (!allowed) {
          allowed = askWitnesses();
          if (!allowed) {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
            continue;
          }
        }
        boolean more = stepAndPublish();
        well = true;
        if (!more) {
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (IOException | RuntimeException failed) {
        if (well && running) {
          LOG.warn("the evidence log waits: {}", String.valueOf(failed.getMessage()));
        }
        well = false;
        if (!pauseAfterFailure()) {
          return;
        }
      }
    }
  }

  /**
   * Asks the witnesses how far they have seen this log; true if it may be signed. One that does not
   * answer stops nothing, unless the policy is closed: then the log waits for enough of them.
   */
  private boolean askWitnesses() throws InterruptedException {
    if (outside.policy().witnesses().isEmpty()) {
      return true;
    }
    WitnessDesk.Probe probe = outside.witnesses().probe(head.get());
    probe.refusal().ifPresent(this::halt);
    boolean allowed = refusal().isEmpty() && (probe.enough() || !outside.policy().closed());
    if (allowed) {
      outside.witnesses().start(this::halt);
    }
    return allowed;
  }

  /** One step; true if the next should follow at once. */
  boolean stepAndPublish() throws IOException {
    Sequencer.Step step = sequencer.step(clock.instant());
    Optional<LogHead> now = step.head();
    if (now.isPresent() && !now.equals(marked)) {
      marker.write(now.get().checkpoint().orElseThrow());
      marked = now;
      outside.publication().offer(now.get());
    }
    return step.more();
  }

  private static boolean pauseAfterFailure() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join();
      if (refusal().isEmpty()) {
        sequencer.release();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException databaseAway) {
      LOG.debug("the lease runs out by itself: {}", databaseAway.getMessage());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
