package dev.hufu.policy.flow;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.policy.pack.FlowPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The rows that count, by month: which months the bill covers, and sums over them. */
final class FlowBook {

  private final FlowPolicy policy;
  private final Timeline timeline;
  private final FlowScope scope;
  private final FlowSorting sorting;
  private final List<Integer> covered;
  private final List<Flow> counted;

  FlowBook(FlowPolicy policy, Timeline timeline, FlowScope scope) {
    this.policy = policy;
    this.timeline = timeline;
    this.scope = scope;
    this.sorting = new FlowSorting(policy, timeline, scope);
    this.covered = IntStream.range(0, scope.months()).boxed().filter(this::covers).toList();
    this.counted = sorting.flows().stream().filter(flow -> covered.contains(flow.month())).toList();
  }

  FlowPolicy policy() {
    return policy;
  }

  Timeline timeline() {
    return timeline;
  }

  FlowScope scope() {
    return scope;
  }

  FlowSorting sorting() {
    return sorting;
  }

  BillRow row(int index) {
    return timeline.rows().get(index);
  }

  Optional<LocalDate> firstDay() {
    return sorting.readable().stream().findFirst().map(this::day);
  }

  Optional<LocalDate> lastDay() {
    return sorting.readable().isEmpty()
        ? Optional.empty()
        : Optional.of(day(sorting.readable().getLast()));
  }

  LocalDate day(int row) {
    return scope.day(row(row).time().at());
  }

  /** Whether the bill covers these days, a few at either edge forgiven. */
  boolean reaches(LocalDate from, LocalDate to) {
    int edge = policy.lines().edgeDays();
    return firstDay().filter(day -> !day.isAfter(from.plusDays(edge))).isPresent()
        && lastDay().filter(day -> !day.isBefore(to.minusDays(edge + 1L))).isPresent();
  }

  boolean covers(int month) {
    return reaches(scope.from(month), scope.to(month));
  }

  /** Months the bill covers whole, the newest first. */
  List<Integer> covered() {
    return covered;
  }

  /** Rows in covered months, in the order of time. */
  List<Flow> counted() {
    return counted;
  }

  /** Rows of the last days, whether or not their months are covered. */
  List<Flow> lately(int days) {
    LocalDate from = scope.end().minusDays(days);
    return sorting.flows().stream().filter(flow -> !flow.day().isBefore(from)).toList();
  }

  /** Sums of the covered months, the oldest first. */
  long[] monthly(Predicate<Flow> plus, Predicate<Flow> minus) {
    long[] sums = new long[covered.size()];
    for (Flow flow : counted) {
      int at = covered.size() - 1 - covered.indexOf(flow.month());
      if (plus.test(flow)) {
        sums[at] += flow.fen();
      } else if (minus.test(flow)) {
        sums[at] -= flow.fen();
      }
    }
    return sums;
  }

  long[] monthly(FlowRole role) {
    return monthly(is(role), flow -> false);
  }

  /** What others paid in, less what was given back to them. */
  long[] netInflow() {
    return monthly(is(FlowRole.INCOME), is(FlowRole.GIVEN_BACK));
  }

  static Predicate<Flow> is(FlowRole role) {
    return flow -> flow.role() == role;
  }

  List<Integer> rows(Predicate<Flow> wanted) {
    return counted.stream().filter(wanted).map(Flow::row).toList();
  }

  boolean says(Flow flow, List<String> words) {
    return FlowSorting.says(row(flow.row()), words);
  }

  /** Whether a row is what a shop takes in. */
  boolean takings(Flow flow) {
    if (flow.role() != FlowRole.INCOME) {
      return false;
    }
    RowKind kind = row(flow.row()).kind();
    return kind == RowKind.CODE_PAYMENT
        || kind == RowKind.PURCHASE
        || says(flow, policy.words().takings());
  }
}
