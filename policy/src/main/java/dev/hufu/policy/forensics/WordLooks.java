package dev.hufu.policy.forensics;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.policy.pack.Forensics.Watch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Looks that ask for what money went, against what this person usually spends on it. */
final class WordLooks {

  private final Watch watch;
  private final LifeHistory life;

  WordLooks(Watch watch, LifeHistory life) {
    this.watch = watch;
    this.life = life;
  }

  /** A day on which far more went for such things than on any day before. */
  List<Sighting> againstHabit() {
    return againstHabit(row -> life.says(row, watch.words()));
  }

  /** The family card: a day far above what the family usually spends. */
  List<Sighting> familyCard() {
    return againstHabit(row -> life.is(row, RowKind.FAMILY_CARD));
  }

  private List<Sighting> againstHabit(IntPredicate wanted) {
    Map<LocalDate, List<Integer>> days = new LinkedHashMap<>();
    for (int out : life.outs()) {
      if (wanted.test(out) && !life.cameBack(out)) {
        days.computeIfAbsent(life.day(out), none -> new ArrayList<>()).add(out);
      }
    }
    List<Sighting> seen = new ArrayList<>();
    long usual = 0;
    for (List<Integer> rows : days.values()) {
      long sum = rows.stream().mapToLong(row -> life.row(row).standingAmount().fen()).sum();
      if (sum >= watch.number("sum") && sum >= usual * watch.number("times")) {
        seen.add(new Sighting(rows));
      } else {
        usual = Math.max(usual, sum);
      }
    }
    return seen;
  }

  /** Paid abroad, or in other money, by somebody who hardly ever does. */
  List<Sighting> foreignPlace() {
    Map<LocalDate, List<Integer>> days = new LinkedHashMap<>();
    for (int out : life.outs()) {
      BillRow row = life.row(out);
      boolean abroad =
          !row.sums().currency().equals("CNY")
              || life.says(out, watch.words())
              || country(row.words().where());
      if (abroad) {
        days.computeIfAbsent(life.day(out), none -> new ArrayList<>()).add(out);
      }
    }
    // Somebody who is abroad pays there on many days.
    return days.size() > watch.number("days")
        ? List.of()
        : days.values().stream().map(Sighting::new).toList();
  }

  /** Banks put the country behind the place: {@code SHOP SGP}. */
  private static boolean country(String where) {
    int blank = where.lastIndexOf(' ');
    String last = where.substring(blank + 1);
    return blank > 0 && last.length() == 3 && last.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** A payment that will come again, to somebody never paid before. */
  List<Sighting> newSubscription() {
    Map<String, Integer> first = new HashMap<>();
    List<Sighting> seen = new ArrayList<>();
    for (int out : life.outs()) {
      if (!life.says(out, watch.words())) {
        continue;
      }
      String name = LifeHistory.name(life.row(out)) + life.row(out).item();
      if (first.putIfAbsent(name, out) == null && life.stranger(out)) {
        seen.add(new Sighting(List.of(out)));
      }
    }
    return seen;
  }

  /** Money lent to somebody who may not have asked for it. */
  List<Sighting> loanInflow() {
    List<Sighting> seen = new ArrayList<>();
    for (int i = 0; i < life.size(); i++) {
      BillRow row = life.row(i);
      boolean loan =
          row.kind() == RowKind.LOAN_IN
              || row.direction() == Direction.IN
                  && row.kind() != RowKind.REFUND
                  && life.says(i, watch.words());
      if (loan && row.amount().fen() >= watch.number("sum") && row.status().standing()) {
        seen.add(new Sighting(List.of(i)));
      }
    }
    return seen;
  }
}
