package dev.hufu.intake.bill;

import dev.hufu.kernel.limit.Limits;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The row that names the columns, wherever it stands.
 *
 * @param index its place in the list of rows
 * @param names the columns' plain names in order
 * @param columns which column has which meaning
 */
record Header(int index, List<String> names, Map<Field, Integer> columns) {

  private static final int COLUMNS_MIN = 3;

  /** The first row that names a time, a sum and one thing more. */
  static Optional<Header> find(List<TableRow> rows) {
    int last = Math.min(rows.size(), Limits.BILL_HEADER_ROWS_MAX);
    for (int index = 0; index < last; index++) {
      Header header = of(index, rows.get(index));
      if (header.complete()) {
        return Optional.of(header);
      }
    }
    return Optional.empty();
  }

  /** A row that would be a header but for a column it lacks; empty where there is none. */
  static Optional<Header> lacking(List<TableRow> rows) {
    int last = Math.min(rows.size(), Limits.BILL_HEADER_ROWS_MAX);
    for (int index = 0; index < last; index++) {
      Header header = of(index, rows.get(index));
      if (header.columns.size() >= 2 && header.columns.size() * 2 >= filled(header.names)) {
        return Optional.of(header);
      }
    }
    return Optional.empty();
  }

  private static int filled(List<String> names) {
    return (int) names.stream().filter(name -> !name.isEmpty()).count();
  }

  static Header of(int index, TableRow row) {
    List<String> names = row.cells().stream().map(Field::plain).toList();
    Map<String, Integer> places = new HashMap<>();
    for (int column = names.size() - 1; column >= 0; column--) {
      if (!names.get(column).isEmpty()) {
        places.put(names.get(column), column);
      }
    }
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      for (String name : field.names()) {
        Integer column = places.get(name);
        if (column != null && !columns.containsValue(column)) {
          columns.put(field, column);
          break;
        }
      }
    }
    return new Header(index, names, columns);
  }

  private boolean complete() {
    return columns.size() >= COLUMNS_MIN && when() && howMuch();
  }

  boolean when() {
    return columns.containsKey(Field.TIME) || columns.containsKey(Field.DATE);
  }

  boolean howMuch() {
    return columns.containsKey(Field.AMOUNT)
        || columns.containsKey(Field.IN) && columns.containsKey(Field.OUT);
  }

  boolean has(Field field) {
    return columns.containsKey(field);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  int column(Field field) {
    return columns.getOrDefault(field, -1);
  }

  /** Whether a row says the same names again. */
  boolean repeatedBy(TableRow row) {
    if (row.cells().size() < columns.size()) {
      return false;
    }
    for (int column : columns.values()) {
      String cell = row.cell(column);
      String name = names.get(column);
      // Most rows are told by the first digit of their time.
      boolean other = !cell.isEmpty() && digit(cell.charAt(0)) && cell.charAt(0) != name.charAt(0);
      if (other || !Field.plain(cell).equals(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The last column without which a row cannot be read. */
  int lastNeeded() {
    int last = 0;
    for (Field field :
        List.of(Field.TIME, Field.DATE, Field.AMOUNT, Field.DIRECTION, Field.IN, Field.OUT)) {
      last = Math.max(last, column(field));
    }
    return last;
  }
}
