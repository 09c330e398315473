package dev.hufu.policy.forensics;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.Forensics.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Looks that ask how money ran: in and out again, down to nothing, past a limit. */
final class FlowLooks {

  private final Watch watch;
  private final LifeHistory life;

  FlowLooks(Watch watch, LifeHistory life) {
    this.watch = watch;
    this.life = life;
  }

  /** Money comes in and nearly all of it leaves for a stranger, or the account, soon after. */
  List<Sighting> inflowThenOut() {
    List<Integer> leaving = IntStream.range(0, life.size()).filter(this::leaves).boxed().toList();
    List<Sighting> seen = new ArrayList<>();
    // What left counts for one inflow: the first of those whose hours it falls into.
    int next = 0;
    for (int i = 0; i < life.size(); i++) {
      BillRow in = life.row(i);
      boolean inflow =
          in.direction() == Direction.IN
              && in.kind() != RowKind.REFUND
              && in.kind() != RowKind.WAGE
              && in.amount().fen() >= watch.number("sum");
      while (next < leaving.size() && leaving.get(next) <= i) {
        next++;
      }
      if (!inflow) {
        continue;
      }
      List<Integer> rows = new ArrayList<>(List.of(i));
      long gone = 0;
      int to = next;
      for (; to < leaving.size() && gone < in.amount().fen(); to++) {
        int out = leaving.get(to);
        if (!life.within(watch.span("within"), i, out)) {
          break;
        }
        rows.add(out);
        gone += life.row(out).amount().fen();
      }
      if (gone * 1000 >= in.amount().fen() * watch.number("part-permille")) {
        seen.add(new Sighting(rows, Map.of("in", in.amount().toString())));
        next = to;
      }
    }
    return seen;
  }

  private boolean leaves(int index) {
    BillRow row = life.row(index);
    boolean withdrawn = row.kind() == RowKind.WITHDRAWAL && row.direction() != Direction.IN;
    boolean paid =
        row.direction() == Direction.OUT && !row.kind().ownMoney() && life.stranger(index);
    return (withdrawn || paid) && row.status().standing();
  }

  /** The balance falls to next to nothing within hours, by payments to strangers. */
  List<Sighting> drainedBalance() {
    Map<String, List<Integer>> accounts = new HashMap<>();
    for (int i = 0; i < life.size(); i++) {
      BillRow row = life.row(i);
      if (row.balance().isPresent()) {
        String account = row.platform() + row.account() + row.place().file();
        accounts.computeIfAbsent(account, none -> new ArrayList<>()).add(i);
      }
    }
    List<Sighting> seen = new ArrayList<>();
    accounts.values().forEach(rows -> drained(rows, seen));
    return seen;
  }

  private void drained(List<Integer> rows, List<Sighting> seen) {
    int from = 0;
    long most = rows.stream().mapToLong(row -> balance(row) + amount(row)).max().orElse(0);
    for (int i = 0; i < rows.size(); i++) {
      // A balance that is much even beside the most there ever was needs no look back.
      if (balance(rows.get(i)) * 1000 > most * watch.number("left-permille")) {
        continue;
      }
      while (!life.within(watch.span("within"), rows.get(from), rows.get(i))) {
        from++;
      }
      long left = balance(rows.get(i));
      long before = 0;
      List<Integer> outs = new ArrayList<>();
      for (int j = from; j <= i; j++) {
        BillRow row = life.row(rows.get(j));
        if (row.direction() == Direction.OUT) {
          before = Math.max(before, balance(rows.get(j)) + row.amount().fen());
          outs.add(rows.get(j));
        }
      }
      boolean large = before >= watch.number("from");
      boolean empty = left * 1000 <= before * watch.number("left-permille");
      boolean toStrangers = outs.stream().anyMatch(life::stranger);
      if (large && empty && toStrangers && !outs.isEmpty()) {
        seen.add(
            new Sighting(
                outs,
                Map.of("from", new Fen(before).toString(), "left", new Fen(left).toString())));
        from = i;
      }
    }
  }

  private long amount(int index) {
    return life.row(index).amount().fen();
  }

  private long balance(int index) {
    return life.row(index).balance().map(Fen::fen).orElse(0L);
  }

  /** A limit was raised, or passed for the first time, and spent at once. */
  List<Sighting> limitRaised() {
    List<Sighting> seen = new ArrayList<>();
    for (int i = 0; i < life.size(); i++) {
      if (life.says(i, watch.words())) {
        List<Integer> rows = new ArrayList<>(List.of(i));
        long sum = spentAfter(i, rows);
        if (sum >= watch.number("sum")) {
          seen.add(new Sighting(rows));
        }
      }
    }
    return seen;
  }

  private long spentAfter(int index, List<Integer> rows) {
    long sum = 0;
    for (int j = index + 1; j < life.size(); j++) {
      if (!life.within(watch.span("within"), index, j)) {
        break;
      }
      BillRow row = life.row(j);
      boolean spent = row.direction() == Direction.OUT && !row.kind().ownMoney();
      if (spent && (life.stranger(j) || row.amount().fen() >= watch.number("sum"))) {
        rows.add(j);
        sum += row.standingAmount().fen();
      }
    }
    return sum;
  }
}
