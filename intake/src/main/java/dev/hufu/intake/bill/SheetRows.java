package dev.hufu.intake.bill;

import dev.hufu.kernel.limit.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads rows of a sheet as they stand there, a piece of it or all. */
final class SheetRows {

  /** Formulas of a piece that are kept to be shown. */
  static final int FORMULAS_MAX = 20;

  /** Ranges that one formula fills; a bill has none. */
  static final int RANGES_MAX = 100;

  private static final int COLUMN_MAX = 1_000_000;

  /**
   * What all cells of a workbook share.
   *
   * @param dates the numbers of styles that show dates
   * @param from1904 whether days are counted from 1904
   */
  record Book(List<String> texts, BitSet dates, boolean from1904) {}

  /**
   * One row.
   *
   * @param number from 1 as the sheet says it; 0 where it does not
   * @param width up to its last cell, which may stand farther out than is kept
   * @param formulas columns whose value a spreadsheet reckoned
   */
  record Row(int number, List<String> cells, int width, Set<Integer> formulas) {}

  /** A formula in the row of that place in its piece. */
  record Formula(int row, int column, String text) {}

  /** Cells that one formula fills, all from 1. */
  record Range(int top, int left, int bottom, int right) {

    static @Nullable Range find(String ref) {
      int colon = ref.indexOf(':');
      String from = colon < 0 ? ref : ref.substring(0, colon);
      String to = ref.substring(colon + 1);
      return from.equals(to)
          ? null
          : new Range(line(from), column(from) + 1, line(to), column(to) + 1);
    }
  }

  /** What was read. */
  record Piece(List<Row> rows, List<Formula> formulas, List<Range> ranges) {}

  private final Book book;
  private final XMLStreamReader xml;
  private final List<Row> rows = new ArrayList<>();
  private final List<Formula> formulas = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();
  private final String[] cells = new String[Limits.BILL_CELLS_MAX];
  private Set<Integer> reckoned = Set.of();

  private SheetRows(Book book, XMLStreamReader xml) {
    this.book = book;
    this.xml = xml;
  }

  static Piece read(Book book, XMLStreamReader xml) throws XMLStreamException {
    return new SheetRows(book, xml).piece();
  }

  private Piece piece() throws XMLStreamException {
    boolean inside = false;
    while (xml.hasNext() && rows.size() <= Limits.BILL_ROWS_MAX) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (inside && name.equals("row")) {
          rows.add(row());
        }
        inside |= name.equals("sheetData");
      } else if (event == XMLStreamConstants.END_ELEMENT
          && xml.getLocalName().equals("sheetData")) {
        break;
      }
    }
    return new Piece(rows, formulas, ranges);
  }

  private Row row() throws XMLStreamException {
    String number = Xml.attribute(xml, "r");
    int row = number == null ? 0 : Integer.parseInt(number);
    int width = 0;
    int nth = 0;
    int kept = 0;
    reckoned = Set.of();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (!xml.getLocalName().equals("c")) {
        Xml.text(xml);
        continue;
      }
      String place = Xml.attribute(xml, "r");
      int column = place == null ? nth : column(place);
      nth++;
      width = Math.max(width, column + 1);
      String text = cell(column);
      if (column < cells.length) {
        Arrays.fill(cells, kept, Math.max(kept, column), "");
        cells[column] = text;
        kept = Math.max(kept, column + 1);
      }
    }
    return new Row(row, Arrays.asList(Arrays.copyOf(cells, kept)), width, reckoned);
  }

  /** The column of {@code AB12}, from 0. */
  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && !digit(place.charAt(i)); i++) {
      char c = place.charAt(i);
      if (c != '$') {
        if (c < 'A' || c > 'Z' || column > COLUMN_MAX) {
          throw new NumberFormatException(place);
        }
        column = 26 * column + (c - 'A' + 1);
      }
    }
    if (column == 0) {
      throw new NumberFormatException(place);
    }
    return column - 1;
  }

  private static int line(String place) {
    int from = place.length();
    while (from > 0 && digit(place.charAt(from - 1))) {
      from--;
    }
    return Integer.parseInt(place.substring(from));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private String cell(int column) throws XMLStreamException {
    String type = "n";
    String style = "";
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      switch (xml.getAttributeLocalName(i)) {
        case "t" -> type = xml.getAttributeValue(i);
        case "s" -> style = xml.getAttributeValue(i);
        default -> {
          // Marks of a sheet that say nothing of the value.
        }
      }
    }
    String raw = "";
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return value(type, style, raw);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> raw = Xml.text(xml);
          case "is" -> raw = Xml.runs(xml);
          case "f" -> formula(column);
          default -> Xml.text(xml);
        }
      }
    }
  }

  /** Whether a cell of that type holds its text itself. */
  static boolean known(String type) {
    return switch (type) {
      case "n", "b", "str", "e", "d", "inlineStr" -> true;
      default -> false;
    };
  }

  /**
   * The text of a cell that holds it itself.
   *
   * @param style the number of its style, less than 0 without one
   */
  static String value(Book book, String type, int style, String raw) {
    if (type.equals("n")) {
      String number = raw.strip();
      boolean date = style >= 0 && book.dates().get(style);
      return number.isEmpty()
          ? ""
          : date ? SheetNumber.time(number, book.from1904()) : SheetNumber.text(number);
    }
    if (type.equals("b")) {
      return raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw;
    }
    return TableRow.trimmed(raw);
  }

  private String value(String type, String style, String raw) {
    if (type.equals("s")) {
      return raw.isEmpty() ? "" : book.texts().get(Integer.parseInt(raw.strip()));
    }
    if (!known(type)) {
      throw new IllegalArgumentException("a cell of type " + type);
    }
    return value(book, type, style.isEmpty() ? -1 : Integer.parseInt(style), raw);
  }

  private void formula(int column) throws XMLStreamException {
    String range = Xml.attribute(xml, "ref");
    boolean array = "array".equals(Xml.attribute(xml, "t"));
    String text = Xml.text(xml);
    if (array && range != null) {
      Range cells = Range.find(range);
      if (cells != null) {
        ranges.add(cells);
      }
    }
    if (reckoned.isEmpty()) {
      reckoned = new HashSet<>();
    }
    reckoned.add(column);
    if (formulas.size() < FORMULAS_MAX) {
      formulas.add(new Formula(rows.size(), column, text.isEmpty() ? "…" : text));
    }
  }
}
