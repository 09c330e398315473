package dev.hufu.learn.frame;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table, column by column, all of the same length.
 *
 * <p>Example: {@code frame.numbers("LIMIT_BAL")} gives 15,000 numbers of the Taiwan set. Columns
 * are found by name; a name that is not there is a refusal, since names come from recipes.
 */
public final class Frame {

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final int rows;

  public Frame(Collection<? extends Column> columns) {
    this.rows = columns.stream().findFirst().map(Column::rows).orElse(0);
    for (Column column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(column.name() + " has " + column.rows() + " rows");
      }
      if (this.columns.put(column.name(), column) != null) {
        throw new IllegalArgumentException(column.name() + " stands twice");
      }
    }
  }

  public int rows() {
    return rows;
  }

  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  public Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  public Outcome<Column> column(String name) {
    return find(name).map(Outcome::of).orElseGet(() -> Outcome.refused(Code.LEARN_COLUMN, name));
  }

  /** A column that must hold numbers. */
  public Outcome<Column.Numbers> numbers(String name) {
    return column(name)
        .then(
            column ->
                column instanceof Column.Numbers numbers
                    ? Outcome.of(numbers)
                    : Outcome.refused(Code.LEARN_NUMBER, name));
  }

  /** The same table with these rows only, in this order. */
  public Frame select(int[] chosen) {
    return new Frame(columns.values().stream().map(column -> column.select(chosen)).toList());
  }

  /** The same table with a column more, or with that one in the place of its namesake. */
  public Frame with(Column column) {
    Map<String, Column> more = new LinkedHashMap<>(columns);
    more.put(column.name(), column);
    return new Frame(new ArrayList<>(more.values()));
  }

  /** The same table without some columns. */
  public Frame without(Collection<String> names) {
    return new Frame(
        columns.values().stream().filter(column -> !names.contains(column.name())).toList());
  }
}
