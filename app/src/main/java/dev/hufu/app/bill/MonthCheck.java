package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The monthly look of three steps at a fresh bill: whether the money went down unusually, who is
 * new, and whether a limit was changed.
 *
 * <p>Example: {@code MonthCheck.of(timeline, findings)} of a bill that ends on 20 March looks at 19
 * February to 20 March beside the thirty days before.
 *
 * @param from first day of the month that is looked at; {@code to} the last day of the bill
 * @param now in and out of that month, {@code before} of the one before it, if the bill reaches so
 *     far
 * @param fresh parties that were paid in that month and never before, the largest first
 * @param freshAll how many there are of them
 * @param limits what was seen of changed limits
 */
public record MonthCheck(
    LocalDate from,
    LocalDate to,
    Flow now,
    Optional<Flow> before,
    List<Party> fresh,
    int freshAll,
    List<BillFinding> limits) {

  private static final int DAYS = 30;
  private static final int SHOWN = 8;
  private static final String LIMIT_RAISED = "limit-raised";

  /** Money in and out of a month, without moves between own pockets. */
  public record Flow(Fen in, Fen out) {
    public Fen left() {
      return in.minus(out);
    }
  }

  /** Somebody new, and what they got. */
  public record Party(String name, Fen sum, int rows) {}

  public MonthCheck {
    fresh = List.copyOf(fresh);
    limits = List.copyOf(limits);
  }

  /** Looks at the last thirty days; empty where the bill has no rows. */
  public static Optional<MonthCheck> of(Timeline timeline, List<BillFinding> findings) {
    List<BillRow> rows =
        timeline.rows().stream().filter(row -> row.sums().currency().equals("CNY")).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    LocalDate to = day(rows.getLast());
    LocalDate from = to.minusDays(DAYS);
    List<BillRow> month = rows.stream().filter(row -> day(row).isAfter(from)).toList();
    List<BillRow> earlier = rows.subList(0, rows.size() - month.size());
    LocalDate start = from.minusDays(DAYS);
    List<BillRow> last = earlier.stream().filter(row -> day(row).isAfter(start)).toList();
    boolean whole = !day(rows.getFirst()).isAfter(start.plusDays(1));
    List<Party> fresh = fresh(month, earlier);
    return Optional.of(
        new MonthCheck(
            from.plusDays(1),
            to,
            flow(month),
            whole ? Optional.of(flow(last)) : Optional.empty(),
            fresh.stream().limit(SHOWN).toList(),
            fresh.size(),
            findings.stream().filter(finding -> finding.rule().equals(LIMIT_RAISED)).toList()));
  }

  private static LocalDate day(BillRow row) {
    return row.time().local().toLocalDate();
  }

  private static Flow flow(List<BillRow> rows) {
    Fen in = Fen.ZERO;
    Fen out = Fen.ZERO;
    for (BillRow row : rows) {
      if (!row.kind().ownMoney()) {
        in = row.direction() == Direction.IN ? in.plus(row.standingAmount()) : in;
        out = row.direction() == Direction.OUT ? out.plus(row.standingAmount()) : out;
      }
    }
    return new Flow(in, out);
  }

  private static List<Party> fresh(List<BillRow> month, List<BillRow> earlier) {
    Set<String> known = new HashSet<>();
    earlier.forEach(row -> known.add(row.counterparty()));
    Map<String, List<BillRow>> parties = new LinkedHashMap<>();
    for (BillRow row : month) {
      boolean paid = row.direction() == Direction.OUT && !row.kind().ownMoney();
      if (paid && !row.counterparty().isBlank() && !known.contains(row.counterparty())) {
        parties.computeIfAbsent(row.counterparty(), name -> new ArrayList<>()).add(row);
      }
    }
    return parties.entrySet().stream()
        .map(
            party ->
                new Party(party.getKey(), flow(party.getValue()).out(), party.getValue().size()))
        .sorted(Comparator.comparing(Party::sum).reversed().thenComparing(Party::name))
        .toList();
  }
}
