package dev.hufu.kernel.feature;

/** How often each number is there: open addressing, with removal. */
final class Counts {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** A number and behind it how often it is there, so that one look into memory gives both. */
  private long[] cells = new long[2 * 64];

  private int size;

  /** How many different numbers there are. */
  int size() {
    return size;
  }

  void add(long number) {
    int slot = slot(number);
    if (cells[slot + 1]++ == 0) {
      cells[slot] = number;
      size++;
      if (size * 4 > cells.length) {
        resize(cells.length * 2);
      }
    }
  }

  /** Takes away one that is there. */
  void remove(long number) {
    int gap = slot(number);
    if (--cells[gap + 1] > 0) {
      return;
    }
    int next = gap;
    while (true) {
      next = next + 2 & cells.length - 1;
      if (cells[next + 1] == 0) {
        break;
      }
      int home = home(cells[next]);
      if ((next - home & cells.length - 1) >= (next - gap & cells.length - 1)) {
        cells[gap] = cells[next];
        cells[gap + 1] = cells[next + 1];
        gap = next;
      }
    }
    cells[gap + 1] = 0;
    size--;
  }

  long bytes() {
    return Bytes.of(cells);
  }

  private int home(long number) {
    return (int) (number * MULTIPLIER >>> 31) & cells.length - 2;
  }

  private int slot(long number) {
    int slot = home(number);
    while (cells[slot + 1] != 0 && cells[slot] != number) {
      slot = slot + 2 & cells.length - 1;
    }
    return slot;
  }

  private void resize(int length) {
    long[] old = cells;
    cells = new long[length];
    for (int from = 0; from < old.length; from += 2) {
      if (old[from + 1] != 0) {
        int slot = slot(old[from]);
        cells[slot] = old[from];
        cells[slot + 1] = old[from + 1];
      }
    }
  }
}
