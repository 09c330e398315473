package dev.hufu.kernel.feature;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ids of events that a second event of the same id could still follow in time: a ring in the
 * order of arrival and a table into it.
 */
final class SeenIds {

  private final long seed;
  private @Nullable String[] ids = new String[64];
  private long[] ats = new long[64];

  /** The hash above, the place in the ring plus one below; 0 is empty. */
  private long[] table = new long[128];

  private long head;
  private long tail;

  SeenIds(long seed) {
    this.seed = seed;
  }

  /** Whether an event of that id, not older than the horizon, was added. */
  boolean contains(String id, long horizon) {
    long hash = hash(id);
    int slot = home(hash);
    while (table[slot] != 0) {
      if (table[slot] >>> 32 == hash) {
        int place = (int) table[slot] - 1;
        if (ats[place] >= horizon && id.equals(ids[place])) {
          return true;
        }
      }
      slot = slot + 1 & table.length - 1;
    }
    return false;
  }

  /** Adds an id and forgets what is older than the horizon. */
  void add(String id, long at, long horizon) {
    while (head < tail && ats[place(head)] < horizon) {
      forget(place(head));
      head++;
    }
    if (tail - head == ids.length) {
      grow();
    }
    int place = place(tail++);
    ids[place] = id;
    ats[place] = at;
    enter(hash(id), place);
  }

  /** How many are held; some may be older than the horizon. */
  int size() {
    return (int) (tail - head);
  }

  String id(int index) {
    return Objects.requireNonNull(ids[place(head + index)]);
  }

  long at(int index) {
    return ats[place(head + index)];
  }

  long bytes() {
    long bytes = Bytes.of(ids) + Bytes.of(ats) + Bytes.of(table);
    for (int index = 0; index < size(); index++) {
      bytes += Bytes.of(id(index));
    }
    return bytes;
  }

  private int place(long position) {
    return (int) position & ids.length - 1;
  }

  private long hash(String id) {
    return Words.hash(id, seed) >>> 32;
  }

  private int home(long hash) {
    return (int) hash & table.length - 1;
  }

  private void enter(long hash, int place) {
    int slot = home(hash);
    while (table[slot] != 0) {
      slot = slot + 1 & table.length - 1;
    }
    table[slot] = hash << 32 | place + 1;
  }

  private void forget(int place) {
    int gap = home(hash(Objects.requireNonNull(ids[place])));
    while ((int) table[gap] != place + 1) {
      gap = gap + 1 & table.length - 1;
    }
    int next = gap;
    while (true) {
      next = next + 1 & table.length - 1;
      if (table[next] == 0) {
        break;
      }
      int home = home(table[next] >>> 32);
      if ((next - home & table.length - 1) >= (next - gap & table.length - 1)) {
        table[gap] = table[next];
        gap = next;
      }
    }
    table[gap] = 0;
    ids[place] = null;
  }

  private void grow() {
    @Nullable String[] oldIds = ids;
    long[] oldAts = ats;
    int count = size();
    ids = new String[oldIds.length * 2];
    ats = new long[ids.length];
    table = new long[ids.length * 2];
    for (int index = 0; index < count; index++) {
      int from = (int) (head + index) & oldIds.length - 1;
      String id = Objects.requireNonNull(oldIds[from]);
      ids[index] = id;
      ats[index] = oldAts[from];
      enter(hash(id), index);
    }
    head = 0;
    tail = count;
  }
}
