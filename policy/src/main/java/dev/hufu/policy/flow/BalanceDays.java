package dev.hufu.policy.flow;

import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.flow.FlowFeature.Known;
import dev.hufu.policy.flow.FlowFeature.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was in the accounts at the end of each day, as far as the bills write balances: the last
 * balance of an account holds until its next row, and a day counts once all accounts are known.
 */
final class BalanceDays {

  private final FlowBook book;

  /** For each account the balance at the end of the days on which it moved. */
  private final Map<String, NavigableMap<LocalDate, Long>> accounts = new TreeMap<>();

  private final List<Integer> rows = new ArrayList<>();

  BalanceDays(FlowBook book) {
    this.book = book;
    Map<String, NavigableMap<LocalDate, List<BillRow>>> days = new TreeMap<>();
    for (int index : book.sorting().readable()) {
      BillRow row = book.row(index);
      if (row.balance().isPresent() && row.sums().currency().equals("CNY")) {
        rows.add(index);
        days.computeIfAbsent(account(row), none -> new TreeMap<>())
            .computeIfAbsent(book.day(index), none -> new ArrayList<>())
            .add(row);
      }
    }
    days.forEach(
        (account, byDay) -> {
          NavigableMap<LocalDate, Long> closing = new TreeMap<>();
          OptionalLong before = OptionalLong.empty();
          for (var day : byDay.entrySet()) {
            long left = closing(before, inTime(day.getValue(), newestFirst(byDay)));
            closing.put(day.getKey(), left);
            before = OptionalLong.of(left);
          }
          accounts.put(account, closing);
        });
  }

  /** One account may lie in several files; without a name each file is one. */
  private static String account(BillRow row) {
    return row.platform()
        + "|"
        + (row.account().isEmpty() ? row.place().file() + row.place().sheet() : row.account());
  }

  /** Whether a bill lists its rows from the newest to the oldest. */
  private static boolean newestFirst(NavigableMap<LocalDate, List<BillRow>> days) {
    BillPlace first = days.firstEntry().getValue().getFirst().place();
    BillPlace last = days.lastEntry().getValue().getLast().place();
    return first.file().equals(last.file()) && first.row() > last.row();
  }

  private static List<BillRow> inTime(List<BillRow> moved, boolean newestFirst) {
    boolean together = moved.getFirst().time().at().equals(moved.getLast().time().at());
    return together && newestFirst ? moved.reversed() : moved;
  }

  /**
   * The balance after the last row of a day. Banks that write no time may list the newest first, so
   * rows of one moment are put in the order in which each starts from the balance before it.
   */
  private static long closing(OptionalLong before, List<BillRow> moved) {
    boolean together = moved.getFirst().time().at().equals(moved.getLast().time().at());
    if (!together || moved.size() == 1) {
      return balance(moved.getLast());
    }
    return Stream.concat(before.stream().boxed(), moved.stream().map(BalanceDays::before))
        .map(start -> walk(start, moved))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(balance(moved.getLast()));
  }

  /** Where one comes out who starts there and passes every row; empty where one cannot. */
  private static Optional<Long> walk(long start, List<BillRow> moved) {
    List<BillRow> open = new ArrayList<>(moved);
    long at = start;
    while (!open.isEmpty()) {
      long from = at;
      Optional<BillRow> next = open.stream().filter(row -> before(row) == from).findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      open.remove(next.get());
      at = balance(next.get());
    }
    return Optional.of(at);
  }

  private static long before(BillRow row) {
    long amount = row.amount().fen();
    return balance(row)
        + (row.direction() == Direction.OUT
            ? amount
            : row.direction() == Direction.IN ? -amount : 0);
  }

  private static long balance(BillRow row) {
    return row.balance().map(Fen::fen).orElseThrow();
  }

  Reading nearZero() {
    if (accounts.isEmpty()) {
      return Readings.notInBill("账单里没有余额这一列", "the bill tells no balances");
    }
    LocalDate known =
        accounts.values().stream().map(NavigableMap::firstKey).max(Comparator.naturalOrder()).get();
    int edge = book.policy().lines().edgeDays();
    List<Integer> months =
        book.covered().stream()
            .filter(month -> !known.isAfter(book.scope().from(month).plusDays(edge)))
            .toList();
    if (months.isEmpty()) {
      return Readings.notInBill("没有哪个完整的月能看到余额", "no whole month shows balances");
    }
    long near = months.stream().mapToLong(month -> nearZero(month, known)).sum();
    return new Known(
        BigDecimal.valueOf(near)
            .divide(BigDecimal.valueOf(months.size()), 2, RoundingMode.HALF_EVEN),
        rows);
  }

  private long nearZero(int month, LocalDate known) {
    long line = book.policy().lines().nearZero().fen();
    LocalDate from = book.scope().from(month).isBefore(known) ? known : book.scope().from(month);
    return from.datesUntil(book.scope().to(month)).filter(day -> total(day) < line).count();
  }

  private long total(LocalDate day) {
    long total = 0;
    for (NavigableMap<LocalDate, Long> closing : accounts.values()) {
      var entry = closing.floorEntry(day);
      total += entry == null ? 0 : entry.getValue();
    }
    return total;
  }
}
