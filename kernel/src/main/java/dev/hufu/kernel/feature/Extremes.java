package dev.hufu.kernel.feature;

/**
 * The greatest number of a moving window: only entries that no later one outdoes are kept, so that
 * they fall from the first to the last. The least is the greatest of the complements.
 */
final class Extremes {

  /** Time and number in turn. */
  private long[] ring = new long[2 * 16];

  private int first;
  private int size;

  long greatest() {
    return ring[2 * first + 1];
  }

  /** Adds an entry that is not earlier than any other. */
  void add(long time, long number) {
    while (size > 0 && ring[2 * place(size - 1) + 1] <= number) {
      size--;
    }
    insert(size, time, number);
  }

  /** Adds an entry where it belongs in time. */
  void addLate(long time, long number) {
    int index = size;
    while (index > 0 && ring[2 * place(index - 1)] > time) {
      index--;
    }
    if (index < size && ring[2 * place(index) + 1] >= number) {
      return;
    }
    int outdone = index;
    while (outdone > 0 && ring[2 * place(outdone - 1) + 1] <= number) {
      outdone--;
    }
    for (int from = index, to = outdone; from < size; from++, to++) {
      copy(from, to);
    }
    size -= index - outdone;
    insert(outdone, time, number);
  }

  /** Forgets entries of that time and before. */
  void forget(long time) {
    while (size > 0 && ring[2 * first] <= time) {
      first = place(1);
      size--;
    }
  }

  long bytes() {
    return Bytes.of(ring);
  }

  private int place(int index) {
    return first + index & (ring.length >>> 1) - 1;
  }

  private void copy(int from, int to) {
    ring[2 * place(to)] = ring[2 * place(from)];
    ring[2 * place(to) + 1] = ring[2 * place(from) + 1];
  }

  private void insert(int index, long time, long number) {
    if (2 * size == ring.length) {
      grow();
    }
    for (int to = size++; to > index; to--) {
      copy(to - 1, to);
    }
    ring[2 * place(index)] = time;
    ring[2 * place(index) + 1] = number;
  }

  private void grow() {
    long[] wider = new long[ring.length * 2];
    for (int index = 0; index < size; index++) {
      wider[2 * index] = ring[2 * place(index)];
      wider[2 * index + 1] = ring[2 * place(index) + 1];
    }
    ring = wider;
    first = 0;
  }
}
