package dev.hufu.kernel.feature;

import dev.hufu.kernel.feature.SnapshotInput.BrokenSnapshotException;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a snapshot: clock, ids, words, and each group's keys with their entries; only what
 * can still be asked for, and all of it in order, so that equal states are equal bytes.
 */
final class Snapshots {

  /** A key with something in it, its parts as they are written. */
  private record LiveKey(long first, long second, int slot) {}

  private final long clock;
  private final FeaturePlan plan;
  private final Words words;
  private final SeenIds ids;
  private final KeyTable[] tables;

  Snapshots(long clock, FeaturePlan plan, Words words, SeenIds ids, KeyTable[] tables) {
    this.clock = clock;
    this.plan = plan;
    this.words = words;
    this.ids = ids;
    this.tables = tables;
  }

  void write(SnapshotOutput out) throws IOException {
    out.count(clock == Profiles.NEVER ? 0 : 1);
    if (clock != Profiles.NEVER) {
      out.number(clock);
      writeIds(out);
      int[] ranks = writeWords(out);
      for (Group group : plan.groups()) {
        writeGroup(group, ranks, out);
      }
    }
    out.finish();
  }

  private void writeIds(SnapshotOutput out) throws IOException {
    long horizon = clock - plan.lateness().toMillis();
    List<Integer> live =
        IntStream.range(0, ids.size())
            .filter(index -> ids.at(index) >= horizon)
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(ids::at).thenComparing(ids::id))
            .toList();
    out.count(live.size());
    for (int index : live) {
      out.count(ids.at(index) - horizon);
      out.word(ids.id(index));
    }
  }

  /** Writes the words that live entries and keys use; gives the place of each number's word. */
  private int[] writeWords(SnapshotOutput out) throws IOException {
    BitSet used = new BitSet();
    for (Group group : plan.groups()) {
      KeyTable table = tables[group.index];
      Scan scan = new Scan(group);
      for (int slot = 0; slot < table.slots(); slot++) {
        if (over(scan, table.log(slot)) && live(scan, group) < scan.end()) {
          markWords(table, slot, group, scan, used);
        }
      }
    }
    List<Integer> sorted = used.stream().boxed().sorted(Comparator.comparing(words::word)).toList();
    int[] ranks = new int[words.numbers()];
    out.count(sorted.size());
    for (int rank = 0; rank < sorted.size(); rank++) {
      ranks[sorted.get(rank)] = rank;
      out.word(words.word(sorted.get(rank)));
    }
    return ranks;
  }

  private void markWords(KeyTable table, int slot, Group group, Scan scan, BitSet used) {
    if (group.wordKey[0]) {
      used.set((int) table.first(slot));
    }
    if (group.wordKey.length > 1 && group.wordKey[1]) {
      used.set((int) table.second(slot));
    }
    if (group.hasWordValues) {
      for (long position = live(scan, group); position < scan.end(); position++) {
        for (int value = 0; value < group.values(); value++) {
          if (group.wordValue[value]) {
            used.set((int) scan.cell(position, 1 + value));
          }
        }
      }
    }
  }

  private static boolean over(Scan scan, @Nullable Object log) {
    switch (log) {
      case long[] few -> scan.over(few);
      case LongLog many -> many.over(scan);
      case null, default -> {
        return false;
      }
    }
    return true;
  }

  /** The first entry that can still be asked for. */
  private long live(Scan scan, Group group) {
    return scan.behind(clock - group.reach, scan.end());
  }

  private void writeGroup(Group group, int[] ranks, SnapshotOutput out) throws IOException {
    KeyTable table = tables[group.index];
    Scan scan = new Scan(group);
    List<LiveKey> keys = new ArrayList<>();
    for (int slot = 0; slot < table.slots(); slot++) {
      if (over(scan, table.log(slot)) && live(scan, group) < scan.end()) {
        long first = table.first(slot);
        long second = table.second(slot);
        boolean pair = group.wordKey.length > 1;
        keys.add(
            new LiveKey(
                group.wordKey[0] ? ranks[(int) first] : first,
                pair && group.wordKey[1] ? ranks[(int) second] : second,
                slot));
      }
    }
    keys.sort(Comparator.comparingLong(LiveKey::first).thenComparingLong(LiveKey::second));
    out.count(keys.size());
    for (LiveKey key : keys) {
      out.number(key.first());
      if (group.wordKey.length > 1) {
        out.number(key.second());
      }
      over(scan, table.log(key.slot()));
      writeEntries(group, scan, ranks, out);
    }
  }

  private void writeEntries(Group group, Scan scan, int[] ranks, SnapshotOutput out)
      throws IOException {
    long from = live(scan, group);
    long before = clock - group.reach;
    out.count(scan.end() - from);
    for (long position = from; position < scan.end(); position++) {
      out.count(scan.cell(position, 0) - before);
      before = scan.cell(position, 0);
      for (int value = 0; value < group.values(); value++) {
        long number = scan.cell(position, 1 + value);
        out.number(group.wordValue[value] ? ranks[(int) number] : number);
      }
    }
  }

  /** Fills empty profiles with what a snapshot says. */
  static void read(SnapshotInput in, Profiles profiles) throws BrokenSnapshotException {
    if (in.count(1) == 1) {
      long clock = in.number(0, Long.MAX_VALUE);
      profiles.restoreClock(clock);
      readIds(in, profiles, clock);
      int[] numbers = readWords(in, profiles);
      for (Group group : profiles.plan().groups()) {
        readGroup(in, profiles, group, clock, numbers);
      }
      profiles.letGoRestored(numbers);
    }
    in.expectEnd();
  }

  private static void readIds(SnapshotInput in, Profiles profiles, long clock)
      throws BrokenSnapshotException {
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

  private static int[] readWords(SnapshotInput in, Profiles profiles)
      throws BrokenSnapshotException {
    int count = in.count(Integer.MAX_VALUE);
    IntStream.Builder numbers = IntStream.builder();
    @Nullable String last = null;
    for (int left = count; left > 0; left--) {
      String word = in.word(Limits.EVENT_WORD_CHARS_MAX);
      if (last != null && word.compareTo(last) <= 0) {
        throw new BrokenSnapshotException("words out of order");
      }
      numbers.add(profiles.restoreWord(word));
      last = word;
    }
    return numbers.build().toArray();
  }

  private static void readGroup(
      SnapshotInput in, Profiles profiles, Group group, long clock, int[] numbers)
      throws BrokenSnapshotException {
    boolean pair = group.wordKey.length > 1;
    long lastFirst = 0;
    long lastSecond = 0;
    int count = in.count(Integer.MAX_VALUE);
    for (int key = 0; key < count; key++) {
      long first = keyPart(in, group.wordKey[0], numbers);
      long second = pair ? keyPart(in, group.wordKey[1], numbers) : 0;
      if (key > 0 && (first < lastFirst || (first == lastFirst && second <= lastSecond))) {
        throw new BrokenSnapshotException("keys out of order");
      }
      int slot =
          profiles.putKey(
              group,
              group.wordKey[0] ? numbers[(int) first] : first,
              pair && group.wordKey[1] ? numbers[(int) second] : second);
      readEntries(in, profiles, group, slot, clock, numbers);
      lastFirst = first;
      lastSecond = second;
    }
  }

  private static long keyPart(SnapshotInput in, boolean word, int[] numbers)
      throws BrokenSnapshotException {
    return word
        ? in.number(0, numbers.length - 1)
        : in.number(-Limits.EVENT_NUMBER_MAX, Limits.EVENT_NUMBER_MAX);
  }

  private static void readEntries(
      SnapshotInput in, Profiles profiles, Group group, int slot, long clock, int[] numbers)
      throws BrokenSnapshotException {
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
            group.wordValue[value]
                ? numbers[(int) in.number(0, numbers.length - 1)]
                : in.number(-Limits.EVENT_NUMBER_MAX, Limits.EVENT_NUMBER_MAX);
      }
      profiles.restoreEntry(group, slot, entry);
    }
  }
}
