package dev.hufu.policy.forensics;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.policy.pack.Forensics.Watch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Looks that ask when money went: the hour, the pace, the quiet before. */
final class TimeLooks {

  private final Watch watch;
  private final LifeHistory life;

  TimeLooks(Watch watch, LifeHistory life) {
    this.watch = watch;
    this.life = life;
  }

  /** At an hour at which this person hardly ever pays, one sighting a night. */
  List<Sighting> unusualHour() {
    Map<String, List<Integer>> nights = new LinkedHashMap<>();
    for (int out : life.outs()) {
      BillRow row = life.row(out);
      if (!row.time().ofDay() || life.cameBack(out)) {
        continue;
      }
      int hour = life.time(out).getHour();
      if (!within(hour)) {
        continue;
      }
      int all = life.timedPayments(out);
      if (all < watch.number("history")) {
        continue;
      }
      boolean rare = 1000L * life.paymentsAround(hour, out) <= all * watch.number("share-permille");
      if (rare) {
        // The hours before noon belong to the night of the day before.
        String night = life.time(out).minusHours(12).toLocalDate().toString();
        nights.computeIfAbsent(night, none -> new ArrayList<>()).add(out);
      }
    }
    List<Sighting> seen = new ArrayList<>();
    for (List<Integer> rows : nights.values()) {
      long sum = rows.stream().mapToLong(row -> life.row(row).standingAmount().fen()).sum();
      if (sum >= watch.number("sum")) {
        BillRow first = life.row(rows.getFirst());
        seen.add(
            new Sighting(rows, Map.of("hour", Integer.toString(first.time().local().getHour()))));
      }
    }
    return seen;
  }

  private boolean within(int hour) {
    long from = watch.number("from-hour");
    long to = watch.number("to-hour");
    return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  }

  /** More payments in a few minutes than this person makes otherwise, mostly to strangers. */
  List<Sighting> burst() {
    List<Sighting> seen = new ArrayList<>();
    Deque<Integer> window = new ArrayDeque<>();
    LinkedHashSet<Integer> burst = new LinkedHashSet<>();
    Duration within = watch.span("within");
    long sum = 0;
    long strangers = 0;
    for (int out : life.outs()) {
      if (!life.row(out).time().ofDay()) {
        continue;
      }
      while (!window.isEmpty() && !life.within(within, window.getFirst(), out)) {
        int gone = window.removeFirst();
        sum -= life.row(gone).amount().fen();
        strangers -= life.stranger(gone) ? 1 : 0;
      }
      window.addLast(out);
      sum += life.row(out).amount().fen();
      strangers += life.stranger(out) ? 1 : 0;
      boolean much = window.size() >= watch.number("count") && sum >= watch.number("sum");
      if (much && strangers * 2 >= window.size()) {
        if (!burst.isEmpty() && !life.within(within, burst.getLast(), out)) {
          seen.add(new Sighting(List.copyOf(burst)));
          burst.clear();
        }
        // Those of the window that are new stand at its end.
        var newest = window.descendingIterator();
        Deque<Integer> more = new ArrayDeque<>();
        for (int row = newest.next(); !burst.contains(row); row = newest.next()) {
          more.addFirst(row);
          if (!newest.hasNext()) {
            break;
          }
        }
        burst.addAll(more);
      }
    }
    if (!burst.isEmpty()) {
      seen.add(new Sighting(List.copyOf(burst)));
    }
    return seen;
  }
}
