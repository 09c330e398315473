package dev.hufu.policy.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Hands items over to another thread, a batch at a time and in their order, and takes each back to
 * be filled again: one thread fills while another works some batches behind. No thread stays when
 * nothing more comes.
 *
 * <p>Example: {@code fill(behind.item()); behind.filled(); …; behind.settle()}.
 *
 * @param <T> an item: filled by the one thread, then read by the other
 */
final class Behind<T> {

  private static final int BATCH = 64;
  private static final int BATCHES = 4;

  private final List<List<T>> batches = new ArrayList<>();
  private final List<CompletableFuture<Void>> done;
  private final Consumer<T> work;
  private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);
  private int batch;
  private int filled;

  /**
   * @param work what is done with each item, never by two threads at once
   */
  Behind(Supplier<T> items, Consumer<T> work) {
    for (int made = 0; made < BATCHES; made++) {
      List<T> list = new ArrayList<>(BATCH);
      for (int item = 0; item < BATCH; item++) {
        list.add(items.get());
      }
      batches.add(list);
    }
    this.done = new ArrayList<>(Collections.nCopies(BATCHES, latest));
    this.work = work;
  }

  /** The item to fill; the same one until it is {@link #filled}. */
  T item() {
    return batches.get(batch).get(filled);
  }

  /**
   * The item may be worked on.
   *
   * @throws RuntimeException what the work threw on an item before
   */
  void filled() {
    if (++filled == BATCH) {
      handOver();
    }
  }

  private void handOver() {
    List<T> items = batches.get(batch).subList(0, filled);
    latest = latest.thenRunAsync(() -> items.forEach(work), Thread::startVirtualThread);
    done.set(batch, latest);
    filled = 0;
    batch = (batch + 1) % BATCHES;
    await(done.get(batch));
  }

  /** Waits until all that was filled is worked on. */
  void settle() {
    if (filled > 0) {
      handOver();
    }
    await(latest);
  }

  private static void await(CompletableFuture<Void> done) {
    try {
      done.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw failure;
    }
  }
}
