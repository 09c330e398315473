package dev.hufu.policy.forensics;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.bill.Pairing;
import dev.hufu.kernel.bill.Pairing.How;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.bill.Timeline;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A person's habits as the bills show them: whom they know, at which hours they pay, how much at a
 * time. All questions leave out the day of the row they are asked about, so that a bad day does not
 * vouch for itself.
 */
final class LifeHistory {

  /** Before so much is known of a person, only somebody who never comes again is new. */
  private static final Duration SETTLED = Duration.ofDays(45);

  /** Payments below which one day may shift what is usual. */
  private static final int FEW = 400;

  private static final Duration ACQUAINTED = Duration.ofHours(24);

  private final List<BillRow> rows;
  private final Map<Integer, Mark> marks;
  private final List<LocalDateTime> times;
  private final List<String> names;
  private final List<String> words;
  private final List<Integer> outs = new ArrayList<>();
  private final Set<Integer> returned = new HashSet<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<LocalDate, int[]> hoursOfDay = new TreeMap<>();
  private final int[] hours = new int[24];
  private final long[] sums;

  LifeHistory(Timeline timeline, Map<Integer, Mark> marks) {
    this.rows = timeline.rows();
    this.marks = marks;
    this.times = rows.stream().map(row -> row.time().local()).toList();
    this.names = rows.stream().map(LifeHistory::name).toList();
    this.words = rows.stream().map(LifeHistory::words).toList();
    Set<Integer> again = new HashSet<>();
    for (Pairing pair : timeline.pairs()) {
      if (pair.how() == How.SAME_PAYMENT) {
        again.add(pair.second());
      } else if (pair.how() != How.PART_REFUND) {
        returned.add(pair.first());
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      BillRow row = rows.get(i);
      String name = names.get(i);
      if (!name.isEmpty() && row.status() != RowStatus.CLOSED) {
        byName.computeIfAbsent(name, none -> new ArrayList<>(2)).add(i);
      }
      if (spends(row) && !again.contains(i)) {
        outs.add(i);
        if (row.time().ofDay()) {
          int hour = times.get(i).getHour();
          hours[hour]++;
          hoursOfDay.computeIfAbsent(day(i), none -> new int[24])[hour]++;
        }
      }
    }
    sums = outs.stream().mapToLong(i -> rows.get(i).amount().fen()).sorted().toArray();
  }

  /** Money that left the person for somebody else; other money is not compared with yuan. */
  private static boolean spends(BillRow row) {
    return row.direction() == Direction.OUT
        && !row.kind().ownMoney()
        && row.status() != RowStatus.CLOSED
        && row.status() != RowStatus.FAILED
        && row.amount().fen() > 0;
  }

  /** Whom a row is with; the same word wherever the same party shows. */
  static String name(BillRow row) {
    if (!row.counterparty().isEmpty()) {
      return row.counterparty();
    }
    return row.counterpartyAccount().isEmpty() ? row.item() : row.counterpartyAccount();
  }

  BillRow row(int index) {
    return rows.get(index);
  }

  int size() {
    return rows.size();
  }

  /** Rows that left money behind somewhere, in the order of time. */
  List<Integer> outs() {
    return outs;
  }

  /** Whether the payment came back whole. */
  boolean cameBack(int index) {
    return returned.contains(index) || !rows.get(index).status().standing();
  }

  boolean mine(int index) {
    return marks.get(index) == Mark.MINE;
  }

  boolean notMine(int index) {
    return marks.get(index) == Mark.NOT_MINE;
  }

  LocalDate day(int index) {
    return times.get(index).toLocalDate();
  }

  private boolean settled(int index) {
    return apart(0, index).compareTo(SETTLED) >= 0;
  }

  /** The time from an earlier row to a later one. */
  Duration apart(int earlier, int later) {
    return Duration.between(rows.get(earlier).time().at(), rows.get(later).time().at());
  }

  /**
   * Whether the other side is new at that moment: nobody of that name a day before, and while
   * little is known of the person, on no other day at all.
   */
  boolean stranger(int index) {
    String name = names.get(index);
    if (name.isEmpty()) {
      return false;
    }
    List<Integer> met = byName.getOrDefault(name, List.of());
    boolean settled = settled(index);
    for (int other : met) {
      boolean before = other < index && apart(other, index).compareTo(ACQUAINTED) > 0;
      boolean elsewhere = !day(other).equals(day(index)) && !near(other, index);
      if (mine(other) || before || !settled && elsewhere) {
        return false;
      }
    }
    return true;
  }

  private boolean near(int one, int other) {
    return apart(Math.min(one, other), Math.max(one, other)).compareTo(ACQUAINTED) <= 0;
  }

  /** Payments at that hour and the two beside it on other days. */
  int paymentsAround(int hour, int index) {
    int[] own = hoursOfDay.getOrDefault(day(index), new int[24]);
    int count = 0;
    for (int h = hour - 1; h <= hour + 1; h++) {
      int at = Math.floorMod(h, 24);
      count += hours[at] - own[at];
    }
    return count;
  }

  /** Payments whose hour is known, on other days. */
  int timedPayments(int index) {
    return Arrays.stream(hours).sum()
        - Arrays.stream(hoursOfDay.getOrDefault(day(index), new int[24])).sum();
  }

  /**
   * The sum that so many of a thousand payments of other days stay below. With many payments one
   * day moves nothing, and all are taken.
   */
  long quantile(long permille, int index) {
    long[] others = sums.length < FEW ? otherDays(index) : sums;
    if (others.length == 0) {
      return 0;
    }
    int place = (int) Math.min(others.length - 1L, others.length * permille / 1000);
    return others[place];
  }

  private long[] otherDays(int index) {
    return outs.stream()
        .filter(out -> !day(out).equals(day(index)))
        .mapToLong(out -> rows.get(out).amount().fen())
        .sorted()
        .toArray();
  }

  /** What a row says, in small letters. */
  private static String words(BillRow row) {
    String all =
        row.counterparty()
            + ' '
            + row.item()
            + ' '
            + row.type()
            + ' '
            + row.note()
            + ' '
            + row.words().where();
    return all.toLowerCase(Locale.ROOT);
  }

  boolean says(int index, List<String> wanted) {
    String said = words.get(index);
    for (String word : wanted) {
      if (said.contains(word)) {
        return true;
      }
    }
    return false;
  }

  boolean is(int index, RowKind kind) {
    return rows.get(index).kind() == kind;
  }
}
