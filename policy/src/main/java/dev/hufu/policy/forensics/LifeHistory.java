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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

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

  private static final int HOURS = 24;

  private final List<BillRow> rows;
  private final Map<Integer, Mark> marks;
  private final List<LocalDateTime> times;
  private final long[] millis;
  private final List<String> names;
  private final List<Integer> outs = new ArrayList<>();
  private final Set<Integer> returned = new HashSet<>();
  private final Map<String, Met> byName = new HashMap<>();
  private final Map<LocalDate, int[]> hoursOfDay = new HashMap<>();
  private final int[] hours = new int[HOURS];
  private final long[] sums;
  private final RowWords words;
  private int timed;

  /** The first and the last row with somebody, and whether one of them was said to be mine. */
  private static final class Met {
    final int first;
    int last;
    boolean mine;

    Met(int first) {
      this.first = first;
    }
  }

  LifeHistory(Timeline timeline, Map<Integer, Mark> marks) {
    this.rows = timeline.rows();
    this.marks = marks;
    // A long life is prepared by all cores, as it is looked through.
    CompletableFuture<RowWords> sayings = CompletableFuture.supplyAsync(() -> new RowWords(rows));
    this.times = rows.stream().map(row -> row.time().local()).toList();
    this.millis = rows.stream().mapToLong(row -> row.time().at().toEpochMilli()).toArray();
    this.names = rows.stream().map(LifeHistory::name).toList();
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
      if (!names.get(i).isEmpty() && row.status() != RowStatus.CLOSED) {
        meet(i);
      }
      if (spends(row) && !again.contains(i)) {
        outs.add(i);
        if (row.time().ofDay()) {
          int hour = times.get(i).getHour();
          hours[hour]++;
          hoursOfDay.computeIfAbsent(day(i), none -> new int[HOURS])[hour]++;
          timed++;
        }
      }
    }
    sums = outs.stream().mapToLong(i -> rows.get(i).amount().fen()).sorted().toArray();
    words = sayings.join();
  }

  private void meet(int index) {
    Met met = byName.computeIfAbsent(names.get(index), none -> new Met(index));
    met.last = index;
    met.mine |= mine(index);
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

  LocalDateTime time(int index) {
    return times.get(index);
  }

  LocalDate day(int index) {
    return times.get(index).toLocalDate();
  }

  private boolean settled(int index) {
    return millis[index] - millis[0] >= SETTLED.toMillis();
  }

  /** Whether a later row comes no later than so long after an earlier one. */
  boolean within(Duration span, int earlier, int later) {
    return millis[later] - millis[earlier] <= span.toMillis();
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
    Met met = byName.get(name);
    if (met == null) {
      return true;
    }
    // Nobody stands farther away in time than the first and the last.
    boolean before = met.first < index && !near(met.first, index);
    boolean elsewhere = !near(met.first, index) || !near(met.last, index);
    return !met.mine && !before && (settled(index) || !elsewhere);
  }

  private boolean near(int one, int other) {
    return within(ACQUAINTED, Math.min(one, other), Math.max(one, other));
  }

  /** Payments at that hour and the two beside it on other days. */
  int paymentsAround(int hour, int index) {
    int[] own = hoursOfDay.get(day(index));
    int count = 0;
    for (int h = hour - 1; h <= hour + 1; h++) {
      int at = Math.floorMod(h, HOURS);
      count += hours[at] - (own == null ? 0 : own[at]);
    }
    return count;
  }

  /** Payments whose hour is known, on other days. */
  int timedPayments(int index) {
    int[] own = hoursOfDay.get(day(index));
    return own == null ? timed : timed - Arrays.stream(own).sum();
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

  boolean says(int index, List<String> wanted) {
    return words.says(index, wanted);
  }

  boolean is(int index, RowKind kind) {
    return rows.get(index).kind() == kind;
  }
}
