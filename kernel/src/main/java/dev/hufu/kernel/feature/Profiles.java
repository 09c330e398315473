package dev.hufu.kernel.feature;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.TypePlan.Figure;
import dev.hufu.kernel.feature.TypePlan.Quotient;
import dev.hufu.kernel.feature.TypePlan.Touch;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What has happened so far, by key, as far as a plan's features can still ask for it. A fold over
 * events: the same events in the same order give the same answers everywhere.
 *
 * <p>Example: {@code profiles.step(event, now, row)} counts the event and fills the row. For one
 * thread at a time.
 */
public final class Profiles {

  private static final long AHEAD_MAX = Limits.EVENT_AHEAD_MAX.toMillis();
  static final long NEVER = Long.MIN_VALUE;

  /** Instead of a slot, where the event does not say the key. */
  private static final int UNKNOWN = -2;

  private final FeaturePlan plan;
  private final long lateness;
  private final Words words;
  private final SeenIds ids;
  private final Group[] groups;
  private final KeyTable[] tables;
  private final Scan[] scans;
  private final Sweep[] sweeps;
  private final Map<String, Row> ownRows = new HashMap<>();
  private long clock = NEVER;

  // Of the event at hand.
  private final int[] numbers = new int[Limits.EVENT_FIELDS_MAX];
  private final long[] entry = new long[1 + Limits.EVENT_FIELDS_MAX];
  private boolean[] feeding = new boolean[0];
  private long[] slots = new long[0];

  public Profiles(FeaturePlan plan) {
    this.plan = plan;
    this.lateness = plan.lateness().toMillis();
    long seed = plan.seed();
    this.words = new Words(seed);
    this.ids = new SeenIds(seed);
    this.groups = plan.groups().toArray(Group[]::new);
    this.tables = new KeyTable[groups.length];
    this.scans = new Scan[groups.length];
    this.sweeps = new Sweep[groups.length];
    for (int group = 0; group < groups.length; group++) {
      tables[group] = KeyTable.of(groups[group], seed);
      scans[group] = new Scan(groups[group]);
      sweeps[group] = new Sweep(groups[group], tables[group], words);
    }
  }

  public FeaturePlan plan() {
    return plan;
  }

  /**
   * Counts an event and fills the row with its fields and with every feature that can be read at
   * it. An event that is not counted leaves the profiles as they were and the features unknown.
   *
   * @param nowMillis the moment of arrival; an event may be {@link Limits#EVENT_AHEAD_MAX} ahead
   * @param row of {@link FeaturePlan#columns} or of those with more behind them
   */
  public Taken step(EventValues event, long nowMillis, Row row) {
    TypePlan type = plan.of(event.type());
    if (row.columns().size() < type.columns.size()) {
      throw new IllegalArgumentException("a row of other columns");
    }
    return take(type, event, nowMillis, row, true);
  }

  /** Counts an event without asking for features. */
  public Taken feed(EventValues event, long nowMillis) {
    TypePlan type = plan.of(event.type());
    Row row = ownRows.computeIfAbsent(type.type.name(), missing -> new Row(type.columns));
    return take(type, event, nowMillis, row, false);
  }

  /** Keys of which anything is held, over all groups. */
  public long keys() {
    long keys = 0;
    for (KeyTable table : tables) {
      keys += table.size();
    }
    return keys;
  }

  /** The latest moment of any event that was counted, if there was one. */
  public OptionalLong clock() {
    return clock == NEVER ? OptionalLong.empty() : OptionalLong.of(clock);
  }

  /** Memory of all state, in bytes; walks over everything. */
  public long bytes() {
    long bytes = words.bytes() + ids.bytes();
    for (Sweep sweep : sweeps) {
      bytes += sweep.bytes();
    }
    for (KeyTable table : tables) {
      bytes += table.bytes();
      for (long slot = table.slotFrom(0); slot >= 0; slot = table.slotFrom(slot + 1)) {
        bytes +=
            switch (table.log(slot)) {
              case long[] log -> Bytes.of(log);
              case LongLog log -> log.bytes();
              case null, default -> 0;
            };
      }
    }
    return bytes;
  }

  /**
   * Writes the state, so that {@link #restore} goes on as if nothing had happened. Equal states are
   * equal bytes. The stream is flushed and stays open.
   */
  public void snapshot(OutputStream out) throws IOException {
    new Snapshots(clock, plan, words, ids, tables).write(new SnapshotOutput(out, plan.digest()));
  }

  /**
   * The profiles that a snapshot holds. Refused, with nothing half-read: what is damaged ({@code
   * HF-958}), and what another version or other features wrote ({@code HF-959}).
   *
   * @param in is read up to the end of the snapshot and stays open
   */
  public static Outcome<Profiles> restore(FeaturePlan plan, InputStream in) throws IOException {
    return SnapshotInput.open(in, plan.digest())
        .then(
            content -> {
              Profiles profiles = new Profiles(plan);
              try {
                new SnapshotContent(content, profiles).read();
                return Outcome.of(profiles);
              } catch (SnapshotInput.BrokenSnapshotException broken) {
                return Outcome.refused(
                    Code.SNAPSHOT_BROKEN, Objects.requireNonNull(broken.getMessage()));
              }
            });
  }

  void restoreClock(long at) {
    clock = at;
  }

  void restoreId(String id, long at) {
    ids.add(id, ids.hash(id), at, NEVER);
  }

  /** The number of a word, which is held until {@link #letGoRestored}. */
  int restoreWord(String word) {
    int number = words.intern(word);
    words.hold(number);
    return number;
  }

  /** Enters a key that is not there, with an empty log. */
  long putKey(Group group, long first, long second) {
    long slot = tables[group.index].add(first, second);
    Sweep.holdKey(group, first, second, words);
    tables[group.index].put(slot, ShortLog.empty(group));
    sweeps[group.index].await(first, second, clock);
    return slot;
  }

  void restoreEntry(Group group, long slot, long[] restored) {
    System.arraycopy(restored, 0, entry, 0, group.stride);
    add(group, slot, clock - group.reach);
  }

  void letGoRestored(int[] restored) {
    for (int number : restored) {
      words.letGo(number);
    }
    words.settle();
  }

  private Taken take(TypePlan type, EventValues event, long nowMillis, Row row, boolean read) {
    row.begin(event);
    long at = event.at();
    if (at >= 0 && at - AHEAD_MAX > nowMillis) {
      return Taken.FROM_FUTURE;
    }
    if (at < 0 || (clock != NEVER && at < clock - lateness)) {
      return Taken.TOO_LATE;
    }
    long after = Math.max(clock, at);
    long idHash = ids.hash(event.id());
    if (ids.contains(event.id(), idHash, after - lateness)) {
      return Taken.DUPLICATE;
    }
    words.find(event, type.wordPlaces, numbers);
    if (findLogs(type, event, row, after)) {
      return Taken.KEY_FULL;
    }
    clock = after;
    ids.add(event.id(), idHash, at, clock - lateness);
    internWords(type, event);
    if (read) {
      readBefore(type, event, row);
    }
    for (int i = 0; i < type.touches.length; i++) {
      if (feeding[i]) {
        count(type.touches[i], i, event);
      }
    }
    if (read) {
      readAfter(type, event, row);
    }
    for (Sweep sweep : sweeps) {
      sweep.step(clock);
    }
    words.settle();
    return Taken.COUNTED;
  }

  private void internWords(TypePlan type, EventValues event) {
    for (int place : type.wordPlaces) {
      if (numbers[place] < 0 && event.known(place)) {
        numbers[place] = words.intern(event.word(place), place);
      }
    }
  }

  /**
   * Finds the logs that the event goes to or is asked of, all in one go, so that the waits for
   * memory overlap; true if one of them is full.
   */
  private boolean findLogs(TypePlan type, EventValues event, Row row, long after) {
    Touch[] touches = type.touches;
    if (feeding.length < touches.length) {
      feeding = new boolean[touches.length];
      slots = new long[touches.length];
    }
    for (int i = 0; i < touches.length; i++) {
      boolean known = keyKnown(touches[i], event);
      slots[i] = known ? find(touches[i], event) : UNKNOWN;
      feeding[i] = known && touches[i].feeds && counts(touches[i].group, event, row);
    }
    boolean full = false;
    for (int i = 0; i < touches.length; i++) {
      full |= slots[i] >= 0 && isFull(touches[i].group, slots[i], after) && feeding[i];
    }
    return full;
  }

  private static boolean keyKnown(Touch touch, EventValues event) {
    for (int place : touch.keyPlaces) {
      if (!event.known(place)) {
        return false;
      }
    }
    return true;
  }

  private static boolean counts(Group group, EventValues event, Row row) {
    return (group.requiredPlace < 0 || event.known(group.requiredPlace)) && group.where.holds(row);
  }

  private boolean isFull(Group group, long slot, long after) {
    return tables[group.index].log(slot) instanceof LongLog log
        && log.count() >= Limits.KEY_EVENTS_MAX
        && log.countAfter(after - group.reach, scans[group.index]) >= Limits.KEY_EVENTS_MAX;
  }

  private void readBefore(TypePlan type, EventValues event, Row row) {
    for (int i = 0; i < type.touches.length; i++) {
      Touch touch = type.touches[i];
      if (touch.before.length > 0 && slots[i] != UNKNOWN) {
        read(touch.group, slots[i], touch.before, event.at(), row);
      }
    }
  }

  private void readAfter(TypePlan type, EventValues event, Row row) {
    for (int i = 0; i < type.touches.length; i++) {
      Touch touch = type.touches[i];
      if (touch.after.length > 0 && slots[i] != UNKNOWN) {
        // Where the event's own key was entered, another key of the table may have moved.
        long slot = touch.feeds ? slots[i] : find(touch, event);
        read(touch.group, slot, touch.after, event.at(), row);
      }
    }
    for (Quotient quotient : type.quotients) {
      quotient.put(row);
    }
  }

  private void read(Group group, long slot, Figure[] figures, long at, Row row) {
    Scan scan = scans[group.index];
    switch (slot < 0 ? null : tables[group.index].log(slot)) {
      case long[] log -> scan.over(log).read(figures, at, words, row);
      case LongLog log -> log.read(figures, at, words, scan, row);
      case null, default -> Scan.readNothing(figures, row);
    }
  }

  /** The slot of the key that the event names, or -1. */
  private long find(Touch touch, EventValues event) {
    long first = keyPart(touch, 0, event);
    long second = touch.keyPlaces.length > 1 ? keyPart(touch, 1, event) : 0;
    boolean never =
        touch.group.wordKey[0] && first < 0
            || touch.keyPlaces.length > 1 && touch.group.wordKey[1] && second < 0;
    return never ? -1 : tables[touch.group.index].find(first, second);
  }

  private long keyPart(Touch touch, int part, EventValues event) {
    int place = touch.keyPlaces[part];
    return touch.group.wordKey[part] ? numbers[place] : event.number(place);
  }

  private void count(Touch touch, int index, EventValues event) {
    Group group = touch.group;
    entry[0] = event.at();
    for (int value = 0; value < group.valuePlaces.length; value++) {
      int place = group.valuePlaces[value];
      entry[1 + value] = group.wordValue[value] ? numbers[place] : event.number(place);
    }
    if (slots[index] < 0) {
      slots[index] = addKey(touch, event);
    }
    add(group, slots[index], clock - group.reach);
  }

  private long addKey(Touch touch, EventValues event) {
    long first = keyPart(touch, 0, event);
    long second = touch.keyPlaces.length > 1 ? keyPart(touch, 1, event) : 0;
    return putKey(touch.group, first, second);
  }

  /** Adds the entry at hand to the log of a slot, whichever form that log then takes. */
  private void add(Group group, long slot, long horizon) {
    KeyTable table = tables[group.index];
    if (group.hasWordValues) {
      ShortLog.hold(entry, group, words);
    }
    @Nullable Object log = table.log(slot);
    if (log instanceof long[] few) {
      if (!ShortLog.full(few, group, horizon, words)) {
        long[] same = ShortLog.add(few, group, entry, horizon, words);
        if (same != few) {
          table.put(slot, same);
        }
        return;
      }
      log = new LongLog(group, few);
      table.put(slot, log);
    }
    if (log instanceof LongLog many) {
      many.add(entry, horizon, words);
      if (many.isSparse()) {
        table.put(slot, many.shorten());
      }
    }
  }
}
