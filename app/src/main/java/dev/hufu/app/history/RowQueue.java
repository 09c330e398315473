package dev.hufu.app.history;

import dev.hufu.intake.event.EventReader;
import dev.hufu.intake.event.EventRow;
import dev.hufu.intake.event.OnRefusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of events on a thread of its own and hands the rows over in batches, a few of which
 * wait at most: reading and deciding each have a core, and memory stays flat.
 */
final class RowQueue implements AutoCloseable {

  private static final int BATCH = 512;
  private static final int WAITING = 16;

  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread reader;
  private volatile boolean closed;

  /**
   * Rows of one file, in its order.
   *
   * @param failure why reading broke off, if it did; then it is the last
   */
  record Batch(String file, List<EventRow> rows, @Nullable IOException failure, boolean last) {}

  RowQueue(EventFiles files) {
    reader = Thread.ofPlatform().daemon().name("events").start(() -> read(files));
  }

  /** The next rows, or nothing behind the last of the last file. */
  Optional<Batch> take() throws IOException {
    try {
      Batch batch = queue.take();
      if (batch.failure() != null) {
        throw batch.failure();
      }
      return batch.last() ? Optional.empty() : Optional.of(batch);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private void read(EventFiles files) {
    try {
      for (Path path : files.list()) {
        try (EventReader from = files.open(path, OnRefusal.GO_ON)) {
          if (!read(from)) {
            return;
          }
        }
      }
      put(new Batch("", List.of(), null, true));
    } catch (IOException failure) {
      put(new Batch("", List.of(), failure, true));
    }
  }

  private boolean read(EventReader from) throws IOException {
    List<EventRow> rows = new ArrayList<>(BATCH);
    for (Optional<EventRow> row = from.next(); row.isPresent(); row = from.next()) {
      rows.add(row.get());
      if (rows.size() == BATCH) {
        if (!put(new Batch(from.file(), rows, null, false))) {
          return false;
        }
        rows = new ArrayList<>(BATCH);
      }
    }
    return put(new Batch(from.file(), rows, null, false));
  }

  private boolean put(Batch batch) {
    try {
      while (!closed) {
        if (queue.offer(batch, 100, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Ends reading where it stands. */
  @Override
  public void close() {
    closed = true;
    queue.clear();
    reader.interrupt();
  }
}
