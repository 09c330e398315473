package dev.hufu.kernel.feature;

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
  private record LiveKey(long first, long second, long slot) {}

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
      for (long slot = table.slotFrom(0); slot >= 0; slot = table.slotFrom(slot + 1)) {
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

  private void markWords(KeyTable table, long slot, Group group, Scan scan, BitSet used) {
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
    for (long slot = table.slotFrom(0); slot >= 0; slot = table.slotFrom(slot + 1)) {
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
}
