package dev.hufu.policy.lender;

import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.lender.LenderCase.SignedTable;
import dev.hufu.policy.lender.LenderCase.Stated;
import dev.hufu.policy.lender.LenderCase.Taken;
import dev.hufu.policy.lender.LenderCase.What;
import dev.hufu.policy.lender.LenderCase.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table of all costs of a loan, line by line with who collects what: made from what really
 * moved, and beside it what the signed one says.
 *
 * <p>Example: 7,500 kept back as a service fee that the signed table leaves out is a line {@code
 * service}, 7,500.00, {@link State#MISSING}.
 *
 * @param rate the all-in cost of a year in percent, if there is one
 * @param statedRate what the signed table says of it
 */
public record CostTable(
    List<Line> lines, Fen total, Optional<BigDecimal> rate, Optional<BigDecimal> statedRate) {

  public CostTable {
    lines = List.copyOf(lines);
  }

  /** What the signed table says of a line. */
  public enum State {
    MATCHES,
    /** Another sum is stated. */
    DIFFERS,
    /** It was taken and is not on the table. */
    MISSING,
    /** It is on the table and was not taken. */
    NOT_TAKEN,
    /** The table does not say who collects it. */
    NO_COLLECTOR,
    /** Somebody else collects it than the table says. */
    OTHER_COLLECTOR,
    /** There is no signed table, or the line has no sum to compare. */
    NOT_STATED;

    /** As packs write it. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One line.
   *
   * @param when how it was taken; {@link When#WITHIN_PAYMENTS} for interest
   * @param sum what was really taken
   * @param collectors who took it, as far as known
   * @param stated the line of the signed table
   */
  public record Line(
      What what,
      When when,
      Fen sum,
      List<String> collectors,
      Optional<Stated> stated,
      State state,
      List<Pointer> seen) {

    public Line {
      collectors = List.copyOf(collectors);
      seen = List.copyOf(seen);
    }
  }

  /** Makes the table; the interest is what is left of the payments once all else is taken off. */
  static CostTable of(
      LenderCase.Deal deal,
      List<Taken> charges,
      Optional<SignedTable> signed,
      Optional<String> lender,
      Optional<BigDecimal> rate) {
    List<Line> lines = new ArrayList<>();
    Set<What> taken = new LinkedHashSet<>();
    interest(deal, charges)
        .ifPresent(
            sum -> {
              taken.add(What.INTEREST);
              lines.add(
                  line(
                      What.INTEREST,
                      When.WITHIN_PAYMENTS,
                      sum,
                      lender.stream().toList(),
                      signed,
                      List.of(Pointer.of("loan.payments"))));
            });
    grouped(charges)
        .forEach(
            (key, group) -> {
              taken.add(key.what());
              List<String> collectors =
                  group.stream().flatMap(one -> one.collector().stream()).distinct().toList();
              List<Pointer> seen =
                  group.stream()
                      .map(one -> Pointer.of("charges", charges.indexOf(one), one.evidence()))
                      .toList();
              lines.add(line(key.what(), key.when(), sum(group), collectors, signed, seen));
            });
    signed.ifPresent(table -> untaken(table, taken).forEach(lines::add));
    Fen total = lines.stream().map(Line::sum).reduce(Fen.ZERO, Fen::plus);
    return new CostTable(lines, total, rate, signed.flatMap(SignedTable::rate));
  }

  /** Charges of one kind and way. */
  private record Key(What what, When when) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int by = what.compareTo(other.what);
      return by != 0 ? by : when.compareTo(other.when);
    }
  }

  private static Map<Key, List<Taken>> grouped(List<Taken> charges) {
    return charges.stream()
        .collect(
            Collectors.groupingBy(
                one -> new Key(one.what(), one.when()), TreeMap::new, Collectors.toList()));
  }

  /** What the payments hold beyond the sum on the contract and the charges named. */
  private static Optional<Fen> interest(LenderCase.Deal deal, List<Taken> charges) {
    Fen within = sum(charges.stream().filter(one -> one.when() == When.WITHIN_PAYMENTS).toList());
    Fen paid = deal.payments().stream().map(Movement::sum).reduce(Fen.ZERO, Fen::plus);
    Fen interest = paid.minus(deal.promised().orElse(deal.received())).minus(within);
    boolean named = charges.stream().anyMatch(one -> one.what() == What.INTEREST);
    return named || interest.fen() <= 0 ? Optional.empty() : Optional.of(interest);
  }

  private static Line line(
      What what,
      When when,
      Fen sum,
      List<String> collectors,
      Optional<SignedTable> signed,
      List<Pointer> seen) {
    Optional<Stated> stated =
        signed.flatMap(
            table -> table.items().stream().filter(item -> item.what() == what).findFirst());
    return new Line(
        what, when, sum, collectors, stated, state(sum, collectors, signed, stated), seen);
  }

  private static State state(
      Fen sum, List<String> collectors, Optional<SignedTable> signed, Optional<Stated> stated) {
    if (signed.isEmpty()) {
      return State.NOT_STATED;
    }
    if (stated.isEmpty()) {
      return State.MISSING;
    }
    Stated line = stated.get();
    if (line.sum().map(said -> !said.equals(sum)).orElse(false)) {
      return State.DIFFERS;
    }
    if (line.collector().isEmpty()) {
      return State.NO_COLLECTOR;
    }
    if (!collectors.isEmpty() && !collectors.contains(line.collector().get())) {
      return State.OTHER_COLLECTOR;
    }
    return line.sum().isPresent() ? State.MATCHES : State.NOT_STATED;
  }

  private static List<Line> untaken(SignedTable table, Set<What> taken) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < table.items().size(); i++) {
      Stated item = table.items().get(i);
      if (!taken.contains(item.what()) && item.sum().map(sum -> sum.fen() > 0).orElse(false)) {
        lines.add(
            new Line(
                item.what(),
                When.BESIDE,
                Fen.ZERO,
                List.of(),
                Optional.of(item),
                State.NOT_TAKEN,
                List.of(Pointer.of("table.items", i, Optional.empty()))));
      }
    }
    return lines;
  }

  private static Fen sum(List<Taken> charges) {
    return charges.stream().map(Taken::sum).reduce(Fen.ZERO, Fen::plus);
  }

  /** Lines in one of those states. */
  public List<Line> in(State... states) {
    List<State> wanted = List.of(states);
    return lines.stream().filter(line -> wanted.contains(line.state())).toList();
  }
}
