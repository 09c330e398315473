package dev.hufu.policy.forensics;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.policy.pack.Forensics.Watch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
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
      int hour = row.time().local().getHour();
      int all = life.timedPayments(out);
      if (all < watch.number("history") || !within(hour)) {
        continue;
      }
      boolean rare = 1000L * life.paymentsAround(hour, out) <= all * watch.number("share-permille");
      if (rare) {
        // The hours before noon belong to the night of the day before.
        String night = row.time().local().minusHours(12).toLocalDate().toString();
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
    List<Integer> burst = new ArrayList<>();
    Duration within = watch.span("within");
    for (int out : life.outs()) {
      if (!life.row(out).time().ofDay()) {
        continue;
      }
      while (!window.isEmpty() && life.apart(window.getFirst(), out).compareTo(within) > 0) {
        window.removeFirst();
      }
      window.addLast(out);
      long sum = window.stream().mapToLong(row -> life.row(row).amount().fen()).sum();
      boolean much = window.size() >= watch.number("count") && sum >= watch.number("sum");
      if (much && strangers(window) * 2 >= window.size()) {
        if (!burst.isEmpty() && life.apart(burst.getLast(), out).compareTo(within) > 0) {
          seen.add(new Sighting(burst));
          burst = new ArrayList<>();
        }
        for (int row : window) {
          if (!burst.contains(row)) {
            burst.add(row);
          }
        }
      }
    }
    if (!burst.isEmpty()) {
      seen.add(new Sighting(burst));
    }
    return seen;
  }

  private long strangers(Deque<Integer> window) {
    return window.stream().filter(life::stranger).count();
  }
}
