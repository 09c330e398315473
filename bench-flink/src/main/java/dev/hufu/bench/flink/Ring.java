package dev.hufu.bench.flink;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * An exact sliding window as a good Flink job would hold it in heap state: entries in the order
 * they came, running totals, and what left is taken off again. Entries fall out at {@code at -
 * width}.
 */
final class Ring {

  private record Entry(long at, long amount, String payer) {}

  private final long width;
  private final ArrayDeque<Entry> entries = new ArrayDeque<>(4);
  private final ArrayDeque<Entry> largest = new ArrayDeque<>(2);
  private final Map<String, Integer> payers = new HashMap<>(4);
  private final boolean withLargest;
  private final boolean withPayers;
  private long total;

  Ring(long width, boolean withLargest, boolean withPayers) {
    this.width = width;
    this.withLargest = withLargest;
    this.withPayers = withPayers;
  }

  void add(Transfer transfer) {
    long from = transfer.at - width;
    for (Entry first = entries.peekFirst();
        first != null && first.at <= from;
        first = entries.peekFirst()) {
      entries.removeFirst();
      total -= first.amount;
      if (withPayers) {
        payers.computeIfPresent(first.payer, (payer, times) -> times == 1 ? null : times - 1);
      }
    }
    Entry entry = new Entry(transfer.at, transfer.amount, transfer.payer);
    entries.addLast(entry);
    total += entry.amount;
    if (withPayers) {
      payers.merge(entry.payer, 1, Integer::sum);
    }
    if (withLargest) {
      for (Entry first = largest.peekFirst();
          first != null && first.at <= from;
          first = largest.peekFirst()) {
        largest.removeFirst();
      }
      for (Entry last = largest.peekLast();
          last != null && last.amount <= entry.amount;
          last = largest.peekLast()) {
        largest.removeLast();
      }
      largest.addLast(entry);
    }
  }

  long count() {
    return entries.size();
  }

  long total() {
    return total;
  }

  long largest() {
    return largest.getFirst().amount;
  }

  long payers() {
    return payers.size();
  }
}
