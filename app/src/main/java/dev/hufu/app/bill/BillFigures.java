package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Pairing;
import dev.hufu.kernel.bill.Pairing.How;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The numbers behind the pictures of a timeline: months or days, hours of the week, flows, parties.
 * A payment that two bills show counts once; other money than yuan is left out.
 */
public final class BillFigures {

  /** Days up to which the picture goes day by day. */
  private static final int DAYS_MAX = 62;

  private final List<BillRow> rows = new ArrayList<>();

  public BillFigures(Timeline timeline) {
    this(timeline, day -> true);
  }

  /**
   * @param wanted which days count
   */
  BillFigures(Timeline timeline, Predicate<LocalDate> wanted) {
    Set<Integer> again = new HashSet<>();
    for (Pairing pair : timeline.pairs()) {
      if (pair.how() == How.SAME_PAYMENT) {
        again.add(pair.second());
      }
    }
    for (int i = 0; i < timeline.rows().size(); i++) {
      BillRow row = timeline.rows().get(i);
      boolean moved = row.status().standing() && row.sums().currency().equals("CNY");
      if (moved && !again.contains(i) && wanted.test(day(row))) {
        rows.add(row);
      }
    }
  }

  /** In and out of one day or month. */
  public record Period(String label, Fen in, Fen out) {}

  /** Days of a short story, months of a long one; none is left out between first and last. */
  public List<Period> periods() {
    if (rows.isEmpty()) {
      return List.of();
    }
    LocalDate first = day(rows.getFirst());
    LocalDate last = day(rows.getLast());
    boolean days = first.plusDays(DAYS_MAX).isAfter(last);
    Map<String, long[]> sums = new LinkedHashMap<>();
    if (days) {
      first.datesUntil(last.plusDays(1)).forEach(day -> sums.put(day.toString(), new long[2]));
    } else {
      YearMonth end = YearMonth.from(last);
      for (YearMonth at = YearMonth.from(first); !at.isAfter(end); at = at.plusMonths(1)) {
        sums.put(at.toString(), new long[2]);
      }
    }
    for (BillRow row : rows) {
      String label = days ? day(row).toString() : YearMonth.from(day(row)).toString();
      long[] sum = sums.get(label);
      if (sum != null && row.direction() != Direction.NEUTRAL) {
        sum[row.direction() == Direction.IN ? 0 : 1] += row.standingAmount().fen();
      }
    }
    return sums.entrySet().stream()
        .map(
            one -> new Period(one.getKey(), new Fen(one.getValue()[0]), new Fen(one.getValue()[1])))
        .toList();
  }

  private static LocalDate day(BillRow row) {
    return row.time().local().toLocalDate();
  }

  /** Payments out by day of the week, Monday first, and hour; days without a time left out. */
  public List<List<Integer>> week() {
    int[][] counts = new int[7][24];
    for (BillRow row : rows) {
      if (row.direction() == Direction.OUT && row.time().ofDay()) {
        var local = row.time().local();
        counts[local.getDayOfWeek().getValue() - 1][local.getHour()]++;
      }
    }
    List<List<Integer>> week = new ArrayList<>();
    for (int[] day : counts) {
      week.add(Arrays.stream(day).boxed().toList());
    }
    return week;
  }

  /** Money that went from a pocket to a kind of use, or came to it. */
  public record Flow(String from, String to, Fen amount, int count) {}

  /** The largest flows: which pocket paid for what. */
  public List<Flow> flows(int most, Function<BillRow, String> use) {
    Map<List<String>, long[]> sums = new HashMap<>();
    for (BillRow row : rows) {
      if (row.direction() == Direction.OUT && row.standingAmount().fen() > 0) {
        long[] sum =
            sums.computeIfAbsent(List.of(pocket(row), use.apply(row)), none -> new long[2]);
        sum[0] += row.standingAmount().fen();
        sum[1]++;
      }
    }
    return sums.entrySet().stream()
        .map(
            one ->
                new Flow(
                    one.getKey().get(0),
                    one.getKey().get(1),
                    new Fen(one.getValue()[0]),
                    (int) one.getValue()[1]))
        .sorted(Comparator.comparing(Flow::amount).reversed().thenComparing(Flow::from))
        .limit(most)
        .toList();
  }

  private static String pocket(BillRow row) {
    return row.method().isEmpty() || !row.platform().wallet()
        ? row.platform().title().zh()
        : row.method();
  }

  /** What was paid to and had from one party. */
  public record Counterparty(
      String name, int count, Fen out, Fen in, LocalDate first, LocalDate last) {}

  /** Everybody, the largest sums out first. */
  public List<Counterparty> parties() {
    Map<String, List<BillRow>> byName = new TreeMap<>();
    for (BillRow row : rows) {
      String name = row.counterparty().isEmpty() ? row.item() : row.counterparty();
      if (!name.isEmpty() && row.direction() != Direction.NEUTRAL) {
        byName.computeIfAbsent(name, none -> new ArrayList<>()).add(row);
      }
    }
    return byName.entrySet().stream()
        .map(one -> party(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparing(Counterparty::out)
                .reversed()
                .thenComparing(Counterparty::in, Comparator.reverseOrder())
                .thenComparing(Counterparty::name))
        .toList();
  }

  private static Counterparty party(String name, List<BillRow> rows) {
    return new Counterparty(
        name,
        rows.size(),
        sum(rows, Direction.OUT),
        sum(rows, Direction.IN),
        day(rows.getFirst()),
        day(rows.getLast()));
  }

  private static Fen sum(List<BillRow> rows, Direction direction) {
    return rows.stream()
        .filter(row -> row.direction() == direction)
        .map(BillRow::standingAmount)
        .reduce(Fen.ZERO, Fen::plus);
  }

  /** All that went out and came in. */
  public Fen total(Direction direction) {
    return sum(rows, direction);
  }
}
