package dev.hufu.intake.bill;

import dev.hufu.kernel.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a sheet that are written as most programs write them, at a third of what an XML
 * parser takes: a million cells are five million events otherwise. What it does not know, such as a
 * formula, it does not read; then {@link SheetRows} reads the piece. Both give the same.
 */
final class PlainRows {

  private static final byte[] ROW = ascii("<row");
  private static final byte[] ROW_END = ascii("</row>");
  private static final byte[] CELL = ascii("<c");
  private static final byte[] CELL_END = ascii("</c>");
  private static final byte[] VALUE = ascii("<v>");
  private static final byte[] VALUE_END = ascii("</v>");
  private static final byte[] NO_VALUE = ascii("<v/>");
  private static final byte[] INLINE = ascii("<is><t>");
  private static final byte[] INLINE_KEPT = ascii("<is><t xml:space=\"preserve\">");
  private static final byte[] INLINE_END = ascii("</t></is>");
  private static final byte[] CLOSE = ascii(">");
  private static final byte[] EMPTY = ascii("/>");

  private final SheetRows.Book book;
  private final PlainBytes xml;
  private final List<SheetRows.Row> rows = new ArrayList<>();
  private final String[] cells = new String[Limits.BILL_CELLS_MAX];
  private int kept;
  private int width;

  private PlainRows(SheetRows.Book book, PlainBytes xml) {
    this.book = book;
    this.xml = xml;
  }

  /** The rows between two places; nothing where they are not plain. */
  static Optional<SheetRows.Piece> find(SheetRows.Book book, byte[] bytes, int from, int to) {
    PlainRows plain = new PlainRows(book, new PlainBytes(bytes, from, to));
    return plain.read()
        ? Optional.of(new SheetRows.Piece(plain.rows, List.of(), List.of()))
        : Optional.empty();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private boolean read() {
    while (true) {
      xml.skipBlanks();
      if (xml.ended()) {
        return true;
      }
      if (!xml.take(ROW) || !row()) {
        return false;
      }
    }
  }

  private boolean row() {
    int number = 0;
    while (xml.takeAttribute()) {
      if (xml.named('r')) {
        number = xml.number();
      }
    }
    kept = 0;
    width = 0;
    xml.skipBlanks();
    boolean empty = xml.take(EMPTY);
    if (number < 0 || !empty && !(xml.take(CLOSE) && cells())) {
      return false;
    }
    List<String> read = Arrays.asList(Arrays.copyOf(cells, kept));
    rows.add(new SheetRows.Row(number, read, width, Set.of()));
    return true;
  }

  private boolean cells() {
    int nth = 0;
    while (true) {
      xml.skipBlanks();
      if (xml.take(ROW_END)) {
        return true;
      }
      if (!xml.take(CELL)) {
        return false;
      }
      int column = nth++;
      int style = -1;
      String type = "n";
      while (xml.takeAttribute()) {
        if (xml.named('r')) {
          column = xml.column();
        } else if (xml.named('s')) {
          style = xml.number();
        } else if (xml.named('t')) {
          type = type();
        }
      }
      String text = column < 0 ? null : cell(type, style);
      if (text == null) {
        return false;
      }
      width = Math.max(width, column + 1);
      if (column < cells.length) {
        Arrays.fill(cells, kept, Math.max(kept, column), "");
        cells[column] = text;
        kept = Math.max(kept, column + 1);
      }
    }
  }

  /** Nearly every cell is one of two types. */
  private String type() {
    String type = xml.value();
    return type.equals("s") ? "s" : type;
  }

  private @Nullable String cell(String type, int style) {
    if (xml.take(EMPTY)) {
      return "";
    }
    if (!xml.take(CLOSE)) {
      return null;
    }
    if (xml.take(CELL_END)) {
      return "";
    }
    String text = value(type, style);
    return text != null && xml.take(CELL_END) ? text : null;
  }

  private @Nullable String value(String type, int style) {
    if (type.equals("inlineStr")) {
      String text = xml.take(INLINE) || xml.take(INLINE_KEPT) ? xml.takeText() : null;
      return text != null && xml.take(INLINE_END) ? TableRow.trimmed(text) : null;
    }
    if (xml.take(NO_VALUE)) {
      return "";
    }
    if (!xml.take(VALUE)) {
      return null;
    }
    String text = null;
    if (type.equals("s")) {
      int place = xml.takeNumber();
      text = place >= 0 && place < book.texts().size() ? book.texts().get(place) : null;
    } else {
      String raw = xml.takeText();
      text = raw == null || !SheetRows.known(type) ? null : SheetRows.value(book, type, style, raw);
    }
    return text != null && xml.take(VALUE_END) ? text : null;
  }
}
