package dev.hufu.kernel.feature;

/** How often each number is there: open addressing, with removal. */
final class Counts {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private long[] numbers = new long[64];
  private int[] counts = new int[64];
  private int size;

  /** How many different numbers there are. */
  int size() {
    return size;
  }

  void add(long number) {
    int slot = slot(number);
    if (counts[slot]++ == 0) {
      numbers[slot] = number;
      size++;
      if (size * 2 > counts.length) {
        resize(counts.length * 2);
      }
    }
  }

  /** Takes away one that is there. */
  void remove(long number) {
    int gap = slot(number);
    if (--counts[gap] > 0) {
      return;
    }
    int next = gap;
    while (true) {
      next = next + 1 & counts.length - 1;
      if (counts[next] == 0) {
        break;
      }
      int home = home(numbers[next]);
      if ((next - home & counts.length - 1) >= (next - gap & counts.length - 1)) {
        numbers[gap] = numbers[next];
        counts[gap] = counts[next];
        gap = next;
      }
    }
    counts[gap] = 0;
    size--;
  }

  long bytes() {
    return Bytes.of(numbers) + Bytes.of(counts);
  }

  private int home(long number) {
    return (int) (number * MULTIPLIER >>> 32) & counts.length - 1;
  }

  private int slot(long number) {
    int slot = home(number);
    while (counts[slot] != 0 && numbers[slot] != number) {
      slot = slot + 1 & counts.length - 1;
    }
    return slot;
  }

  private void resize(int capacity) {
    long[] oldNumbers = numbers;
    int[] oldCounts = counts;
    numbers = new long[capacity];
    counts = new int[capacity];
    for (int from = 0; from < oldCounts.length; from++) {
      if (oldCounts[from] != 0) {
        int slot = slot(oldNumbers[from]);
        numbers[slot] = oldNumbers[from];
        counts[slot] = oldCounts[from];
      }
    }
  }
}
