package dev.hufu.kernel.bill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All bills of a person as one story: rows in the order of time, pairs, and what was taken out
 * because two files overlap.
 *
 * @param rows ordered by time; ties in the order of the files
 * @param pairs by index into {@code rows}
 */
public record Timeline(
    List<BillFile> files, List<BillRow> rows, List<Pairing> pairs, List<RemovedRow> removed) {

  public static final Timeline EMPTY = new Timeline(List.of(), List.of(), List.of(), List.of());

  public Timeline {
    files = List.copyOf(files);
    rows = List.copyOf(rows);
    pairs = List.copyOf(pairs);
    removed = List.copyOf(removed);
  }

  /** One story out of several bills: ordered, overlaps taken out, pairs found. */
  public static Timeline of(List<Statement> statements) {
    Overlaps overlaps = new Overlaps();
    // Rows of one bill alone overlap with nothing.
    if (statements.size() > 1) {
      statements.forEach(statement -> overlaps.add(statement.rows()));
    }
    List<BillRow> rows =
        new ArrayList<>(statements.size() == 1 ? statements.getFirst().rows() : overlaps.kept());
    rows.sort(Comparator.comparing(BillRow::time));
    return new Timeline(
        statements.stream().map(Statement::file).toList(),
        rows,
        Pairs.of(rows),
        overlaps.removed());
  }
}
