package dev.hufu.app.custody;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.LogHead;
import dev.hufu.store.Sequencer;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
  private final Optional<Refusal> refusal;
  private final Clock clock;
  private final AtomicReference<Optional<LogHead>> published =
      new AtomicReference<>(Optional.empty());
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  LogKeeper(Sequencer sequencer, LogMarker marker, Optional<Refusal> refusal, Clock clock) {
    this.sequencer = sequencer;
    this.marker = marker;
    this.refusal = refusal;
    this.clock = clock;
  }

  /** What everybody may see; empty until this program has signed or taken over a checkpoint. */
  Optional<LogHead> published() {
    return published.get();
  }

  /** Why the log stands still, if it was refused at the start. */
  Optional<Refusal> refusal() {
    return refusal;
  }

  @Override
  public void start() {
    running = true;
    if (refusal.isPresent()) {
      LOG.error("the evidence log stands still: {}", refusal.get());
      return;
    }
    thread = Thread.ofVirtual().name("hufu-log").start(this::run);
  }

  private void run() {
    boolean well = true;
    while (running) {
      try {
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

  /** One step; true if the next should follow at once. */
  boolean stepAndPublish() throws IOException {
    Sequencer.Step step = sequencer.step(clock.instant());
    Optional<LogHead> head = step.head();
    if (head.isPresent() && !head.equals(published.get())) {
      marker.write(head.get().checkpoint().orElseThrow());
      published.set(head);
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
      if (refusal.isEmpty()) {
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
