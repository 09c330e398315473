package dev.hufu.policy.flow;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Pairing;
import dev.hufu.kernel.bill.Pairing.How;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.consent.DataClass;
import dev.hufu.policy.pack.FlowPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells the rows of a timeline apart: each has one role, or one reason why it counts for nothing.
 */
final class FlowSorting {

  private final FlowPolicy policy;
  private final Timeline timeline;
  private final FlowScope scope;
  private final Set<String> own;

  /** The first days of the months, the newest first. */
  private final List<LocalDate> starts;

  private final Set<Integer> again = new HashSet<>();
  private final Set<Integer> returns = new HashSet<>();
  private final Map<Integer, Long> cameBack = new HashMap<>();

  private final List<Flow> flows = new ArrayList<>();
  private final Map<LeftOut, List<Integer>> leftOut = new EnumMap<>(LeftOut.class);
  private final List<Integer> readable = new ArrayList<>();
  private final Set<DataClass> classes = EnumSet.noneOf(DataClass.class);

  FlowSorting(FlowPolicy policy, Timeline timeline, FlowScope scope) {
    this.policy = policy;
    this.timeline = timeline;
    this.scope = scope;
    this.starts = IntStream.range(0, scope.months()).mapToObj(scope::from).toList();
    this.own = new HashSet<>(scope.ownNames());
    timeline.rows().forEach(row -> own.add(row.account()));
    timeline.files().forEach(file -> own.add(file.account()));
    own.remove("");
    pairs();
    for (int i = 0; i < timeline.rows().size(); i++) {
      sort(i);
    }
  }

  List<Flow> flows() {
    return flows;
  }

  /** By reason, in the order of time. */
  Map<LeftOut, List<Integer>> leftOut() {
    return leftOut;
  }

  /** Rows that may be read and lie before the end, whatever they count as. */
  List<Integer> readable() {
    return readable;
  }

  /** The classes of data of what was read. */
  Set<DataClass> classes() {
    return classes;
  }

  /** Whose flow a row shows. */
  static DataClass classOf(BillRow row) {
    return row.platform().wallet() ? DataClass.WALLET_FLOW : DataClass.BANK_FLOW;
  }

  private boolean allowed(int row) {
    return scope.allowed().contains(classOf(timeline.rows().get(row)));
  }

  private void pairs() {
    for (Pairing pair : timeline.pairs()) {
      if (pair.how() != How.SAME_PAYMENT) {
        returns.add(pair.second());
        // What came back after the end was not known at the end.
        if (scope.day(timeline.rows().get(pair.second()).time().at()).isBefore(scope.end())) {
          cameBack.merge(pair.first(), pair.amount().fen(), Long::sum);
        }
      } else if (allowed(pair.first())) {
        again.add(pair.second());
      }
    }
  }

  private void sort(int index) {
    BillRow row = timeline.rows().get(index);
    if (!allowed(index)) {
      leave(index, LeftOut.NOT_ALLOWED);
      return;
    }
    LocalDate day = scope.day(row.time().at());
    if (!day.isBefore(scope.end())) {
      leave(index, LeftOut.OUTSIDE);
      return;
    }
    readable.add(index);
    classes.add(classOf(row));
    if (day.isBefore(starts.getLast())) {
      leave(index, LeftOut.OUTSIDE);
    } else if (!row.sums().currency().equals("CNY")) {
      leave(index, LeftOut.OTHER_MONEY);
    } else if (again.contains(index)) {
      leave(index, LeftOut.SEEN_TWICE);
    } else if (returns.contains(index)) {
      leave(index, LeftOut.REFUND);
    } else {
      count(index, row, day);
    }
  }

  private void leave(int index, LeftOut why) {
    leftOut.computeIfAbsent(why, none -> new ArrayList<>()).add(index);
  }

  private void count(int index, BillRow row, LocalDate day) {
    switch (row.status()) {
      case PENDING, CLOSED, FAILED -> {
        leave(index, LeftOut.NOT_FINISHED);
        return;
      }
      case DONE, REFUNDED, PART_REFUNDED, RETURNED, UNKNOWN -> {
        // What these leave behind is told by the sums below.
      }
    }
    long left =
        Math.min(row.standingAmount().fen(), row.amount().fen() - cameBack.getOrDefault(index, 0L));
    if (left <= 0) {
      leave(index, LeftOut.CAME_BACK);
      return;
    }
    switch (role(row)) {
      case Counts(FlowRole role) ->
          flows.add(new Flow(index, role, day, month(day), left, who(row)));
      case Leaves(LeftOut why) -> leave(index, why);
    }
  }

  private int month(LocalDate day) {
    int month = 0;
    while (day.isBefore(starts.get(month))) {
      month++;
    }
    return month;
  }

  /** What a row is: a role, or a reason to leave it. */
  private sealed interface Place {}

  private record Counts(FlowRole role) implements Place {}

  private record Leaves(LeftOut why) implements Place {}

  private Place role(BillRow row) {
    Direction way = row.direction();
    RowKind kind = row.kind();
    if (kind == RowKind.REFUND) {
      return way == Direction.OUT ? new Counts(FlowRole.GIVEN_BACK) : new Leaves(LeftOut.REFUND);
    }
    if (kind == RowKind.CARD_REPAYMENT) {
      return way == Direction.IN ? new Leaves(LeftOut.NO_WAY) : new Counts(FlowRole.CARD_REPAID);
    }
    if (kind == RowKind.LOAN_REPAYMENT) {
      return way == Direction.IN ? new Leaves(LeftOut.NO_WAY) : new Counts(FlowRole.REPAID);
    }
    if (kind == RowKind.LOAN_IN) {
      return way == Direction.OUT ? new Leaves(LeftOut.NO_WAY) : new Counts(FlowRole.BORROWED);
    }
    if (kind.ownMoney() || own.contains(row.counterparty())) {
      return new Leaves(LeftOut.OWN_MONEY);
    }
    boolean lender = kind != RowKind.WAGE && says(row, policy.words().lender());
    return switch (way) {
      case NEUTRAL -> new Leaves(LeftOut.NO_WAY);
      case IN -> new Counts(lender ? FlowRole.BORROWED : FlowRole.INCOME);
      case OUT -> new Counts(lender ? FlowRole.REPAID : FlowRole.SPENT);
    };
  }

  private static String who(BillRow row) {
    return row.counterparty().isEmpty() ? row.counterpartyAccount() : row.counterparty();
  }

  /** Whether a row says one of these words, which are in small letters. */
  static boolean says(BillRow row, List<String> wanted) {
    String said =
        (row.counterparty() + ' ' + row.item() + ' ' + row.type() + ' ' + row.note())
            .toLowerCase(Locale.ROOT);
    for (String word : wanted) {
      if (said.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
