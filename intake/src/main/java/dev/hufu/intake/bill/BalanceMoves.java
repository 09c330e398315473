package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.money.Fen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether money came or went, by the balance behind it: for a bank's table whose sums bear no sign
 * and no word. The rows stand oldest or newest first; the order that explains more of them counts.
 *
 * <p>Example: a sum of 20.00 between the balances 120.00 and 100.00 went out.
 */
record BalanceMoves(Map<Integer, Direction> rows) {

  private record Line(int row, long sum, long balance) {}

  /** Empty where the header or a sign says it, or nothing ever went out by the balance. */
  static Optional<BalanceMoves> of(Header header, List<TableRow> rows) {
    if (header.has(Field.DIRECTION) || !header.has(Field.AMOUNT) || !header.has(Field.BALANCE)) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    for (TableRow row : rows) {
      String written = row.cell(header.column(Field.AMOUNT));
      Optional<Amount> sum = Amount.read(written).findValue();
      Optional<Amount> balance = Amount.read(row.cell(header.column(Field.BALANCE))).findValue();
      if (sum.isEmpty() || balance.isEmpty()) {
        continue;
      }
      if (sum.get().negative() || written.indexOf('+') >= 0) {
        return Optional.empty();
      }
      Fen left = balance.get().fen();
      long after = balance.get().negative() ? -left.fen() : left.fen();
      lines.add(new Line(row.row(), sum.get().fen().fen(), after));
    }
    Map<Integer, Direction> down = moves(lines);
    Map<Integer, Direction> up = moves(lines.reversed());
    Map<Integer, Direction> better = up.size() > down.size() ? up : down;
    return better.containsValue(Direction.OUT)
        ? Optional.of(new BalanceMoves(Map.copyOf(better)))
        : Optional.empty();
  }

  Optional<Direction> find(TableRow row) {
    return Optional.ofNullable(rows.get(row.row()));
  }

  private static Map<Integer, Direction> moves(List<Line> oldestFirst) {
    Map<Integer, Direction> moves = new HashMap<>();
    for (int nth = 1; nth < oldestFirst.size(); nth++) {
      Line line = oldestFirst.get(nth);
      long before = oldestFirst.get(nth - 1).balance();
      if (line.sum() > 0 && line.balance() - before == line.sum()) {
        moves.put(line.row(), Direction.IN);
      } else if (line.sum() > 0 && before - line.balance() == line.sum()) {
        moves.put(line.row(), Direction.OUT);
      }
    }
    return moves;
  }
}
