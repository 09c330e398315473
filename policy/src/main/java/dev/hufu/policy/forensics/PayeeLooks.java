package dev.hufu.policy.forensics;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.Forensics.Watch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks that ask to whom money went: strangers, probes, gifts. */
final class PayeeLooks {

  private final Watch watch;
  private final LifeHistory life;

  PayeeLooks(Watch watch, LifeHistory life) {
    this.watch = watch;
    this.life = life;
  }

  /** A shop never seen before, and far more than this person usually pays at once. */
  List<Sighting> unknownMerchant() {
    return strangers(watch.number("times"), false);
  }

  /** A person never seen before, and a large sum. */
  List<Sighting> firstPayeeLarge() {
    return strangers(1, true);
  }

  /** One sighting a day and stranger, so that ten payments are one thing to look at. */
  private List<Sighting> strangers(long times, boolean people) {
    Map<String, List<Integer>> days = new LinkedHashMap<>();
    for (int out : life.outs()) {
      BillRow row = life.row(out);
      boolean fits = people == person(row);
      if (fits && !life.cameBack(out) && life.stranger(out)) {
        days.computeIfAbsent(life.day(out) + LifeHistory.name(row), none -> new ArrayList<>())
            .add(out);
      }
    }
    return days.values().stream()
        .filter(rows -> sum(rows) >= least(times, rows.getFirst()))
        .map(Sighting::new)
        .toList();
  }

  private long least(long times, int index) {
    long usual = life.quantile(watch.number("usual-permille"), index);
    return Math.max(watch.number("sum"), times * usual);
  }

  private static boolean person(BillRow row) {
    return row.kind().betweenPeople()
        || row.kind() == RowKind.CODE_PAYMENT
        || row.kind() == RowKind.OTHER;
  }

  private long sum(List<Integer> rows) {
    return rows.stream().mapToLong(row -> life.row(row).standingAmount().fen()).sum();
  }

  /** A few fen or yuan to a stranger, and soon after a large sum the same way. */
  List<Sighting> probeThenLarge() {
    List<Sighting> seen = new ArrayList<>();
    List<Integer> outs = life.outs();
    Set<Integer> told = new HashSet<>();
    for (int i = 0; i < outs.size(); i++) {
      int probe = outs.get(i);
      long small = life.row(probe).amount().fen();
      if (small > watch.number("probe") || !life.stranger(probe) || told.contains(probe)) {
        continue;
      }
      List<Integer> rows = new ArrayList<>(List.of(probe));
      for (int j = i + 1; j < outs.size(); j++) {
        int later = outs.get(j);
        if (!life.within(watch.span("within"), probe, later)) {
          break;
        }
        boolean large =
            life.row(later).amount().fen()
                >= Math.max(watch.number("large"), small * watch.number("times"));
        if (large && sameName(probe, later)) {
          rows.add(later);
        } else if (sameName(probe, later)) {
          told.add(later);
        }
      }
      if (rows.size() > 1) {
        seen.add(new Sighting(rows, Map.of("probe", new Fen(small).toString())));
      }
    }
    return seen;
  }

  private boolean sameName(int one, int other) {
    return LifeHistory.name(life.row(one)).equals(LifeHistory.name(life.row(other)));
  }

  /** Red packets and transfers to strangers, several of them or one large, within a day. */
  List<Sighting> strangerGifts() {
    Map<LocalDate, List<Integer>> days = new LinkedHashMap<>();
    for (int out : life.outs()) {
      BillRow row = life.row(out);
      boolean gift = row.kind() == RowKind.RED_PACKET || row.kind() == RowKind.TRANSFER;
      if (gift && !life.cameBack(out) && life.stranger(out)) {
        days.computeIfAbsent(life.day(out), none -> new ArrayList<>()).add(out);
      }
    }
    List<Sighting> seen = new ArrayList<>();
    for (List<Integer> rows : days.values()) {
      if (payees(rows) >= watch.number("count") && sum(rows) >= watch.number("sum")) {
        seen.add(new Sighting(rows));
      }
    }
    return seen;
  }

  /** Round sums to many strangers one after the other, as chips are bought. */
  List<Sighting> gamblingPattern() {
    List<Integer> rows = new ArrayList<>();
    List<Sighting> seen = new ArrayList<>(named());
    for (int out : life.outs()) {
      BillRow row = life.row(out);
      boolean round = row.amount().fen() % watch.number("round") == 0;
      if (!round || !person(row) || !life.stranger(out)) {
        continue;
      }
      if (!rows.isEmpty() && !life.within(span(), rows.getLast(), out)) {
        pattern(rows, seen);
        rows = new ArrayList<>();
      }
      rows.add(out);
    }
    pattern(rows, seen);
    return seen;
  }

  private Duration span() {
    return watch.span("within");
  }

  private void pattern(List<Integer> rows, List<Sighting> seen) {
    if (rows.size() >= watch.number("count") && payees(rows) >= watch.number("payees")) {
      seen.add(new Sighting(rows));
    }
  }

  private long payees(List<Integer> rows) {
    return rows.stream().map(row -> LifeHistory.name(life.row(row))).distinct().count();
  }

  private List<Sighting> named() {
    Map<LocalDate, List<Integer>> days = new LinkedHashMap<>();
    for (int out : life.outs()) {
      if (life.says(out, watch.words())) {
        days.computeIfAbsent(life.day(out), none -> new ArrayList<>()).add(out);
      }
    }
    return days.values().stream()
        .filter(rows -> sum(rows) >= watch.number("sum"))
        .map(Sighting::new)
        .toList();
  }
}
