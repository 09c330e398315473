package dev.hufu.kernel.feature;

import dev.hufu.kernel.feature.SnapshotInput.BrokenSnapshotException;
import dev.hufu.kernel.limit.Limits;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fills empty profiles with what {@link Snapshots} wrote, and takes nothing that profiles cannot
 * have been in: order, limits and moments are looked at again.
 */
final class SnapshotContent {

  private final SnapshotInput in;
  private final Profiles profiles;
  private long clock;

  /** The number in the profiles of each word in the snapshot. */
  private int[] numbers = {};

  SnapshotContent(SnapshotInput in, Profiles profiles) {
    this.in = in;
    this.profiles = profiles;
  }

  void read() throws BrokenSnapshotException {
    if (in.count(1) == 1) {
      clock = in.number(0, Long.MAX_VALUE);
      profiles.restoreClock(clock);
      readIds();
      readWords();
      for (Group group : profiles.plan().groups()) {
        readGroup(group);
      }
      profiles.letGoRestored(numbers);
    }
    in.expectEnd();
  }

  private void readIds() throws BrokenSnapshotException {
    long lateness = profiles.plan().lateness().toMillis();
    long last = -1;
    String lastId = "";
    for (int left = in.count(Integer.MAX_VALUE); left > 0; left--) {
      long after = SnapshotInput.within(in.difference(), Math.max(0, last), lateness);
      String id = in.word(Limits.EVENT_ID_CHARS_MAX);
      if (after == last && id.compareTo(lastId) <= 0) {
        throw new BrokenSnapshotException("ids out of order");
      }
      profiles.restoreId(id, clock - lateness + after);
      last = after;
      lastId = id;
    }
  }

  private void readWords() throws BrokenSnapshotException {
    IntStream.Builder restored = IntStream.builder();
    @Nullable String last = null;
    for (int left = in.count(Integer.MAX_VALUE); left > 0; left--) {
      String word = in.word(Limits.EVENT_WORD_CHARS_MAX);
      if (last != null && word.compareTo(last) <= 0) {
        throw new BrokenSnapshotException("words out of order");
      }
      restored.add(profiles.restoreWord(word));
      last = word;
    }
    numbers = restored.build().toArray();
  }

  private void readGroup(Group group) throws BrokenSnapshotException {
    boolean pair = group.wordKey.length > 1;
    long lastFirst = 0;
    long lastSecond = 0;
    int count = in.count(Integer.MAX_VALUE);
    for (int key = 0; key < count; key++) {
      long first = keyPart(group.wordKey[0]);
      long second = pair ? keyPart(group.wordKey[1]) : 0;
      if (key > 0 && (first < lastFirst || (first == lastFirst && second <= lastSecond))) {
        throw new BrokenSnapshotException("keys out of order");
      }
      long slot =
          profiles.putKey(
              group,
              group.wordKey[0] ? numbers[(int) first] : first,
              pair && group.wordKey[1] ? numbers[(int) second] : second);
      readEntries(group, slot);
      lastFirst = first;
      lastSecond = second;
    }
  }

  private long keyPart(boolean word) throws BrokenSnapshotException {
    return word ? in.number(0, numbers.length - 1) : value();
  }

  private long value() throws BrokenSnapshotException {
    return in.number(-Limits.EVENT_NUMBER_MAX, Limits.EVENT_NUMBER_MAX);
  }

  private void readEntries(Group group, long slot) throws BrokenSnapshotException {
    long[] entry = new long[group.stride];
    long time = clock - group.reach;
    int count = in.count(Limits.KEY_EVENTS_MAX);
    if (count == 0) {
      throw new BrokenSnapshotException("a key without entries");
    }
    for (int i = 0; i < count; i++) {
      time += SnapshotInput.within(in.difference(), i == 0 ? 1 : 0, clock - time);
      entry[0] = SnapshotInput.within(time, 0, clock);
      for (int value = 0; value < group.values(); value++) {
        entry[1 + value] =
            group.wordValue[value] ? numbers[(int) in.number(0, numbers.length - 1)] : value();
      }
      profiles.restoreEntry(group, slot, entry);
    }
  }
}
