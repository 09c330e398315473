package dev.hufu.app.custody;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.RetentionBook;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Erases what was sealed once its term has ended, and finishes erasures that a crash or a restored
 * backup left half done: at the start, and every {@link Limits#RETENTION_PAUSE} after it.
 */
final class RetentionKeeper implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionKeeper.class);

  private final RetentionBook retention;
  private final Clock clock;
  private volatile boolean running;

  /** Not an interrupt: one that falls into a query would break its connection. */
  private volatile CountDownLatch stop = new CountDownLatch(1);

  private volatile Thread thread = new Thread();

  RetentionKeeper(RetentionBook retention, Clock clock) {
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    stop = new CountDownLatch(1);
    thread = Thread.ofVirtual().name("hufu-retention").start(this::run);
  }

  private void run() {
    while (running) {
      try {
        RetentionBook.Round round = retention.run(clock.instant());
        if (round.erased() + round.restored() + round.longer() + round.held() > 0) {
          LOG.info("retention: {}", round);
        }
      } catch (RuntimeException failed) {
        LOG.warn("retention is tried again later: {}", String.valueOf(failed.getMessage()));
      }
      try {
        var _over = stop.await(Limits.RETENTION_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    stop.countDown();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
