package dev.hufu.intake.event;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.hufu.intake.event.EventMapping.Constant;
import dev.hufu.intake.event.EventMapping.Feed;
import dev.hufu.intake.event.EventMapping.FromColumn;
import dev.hufu.intake.event.EventMapping.Named;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.limit.Limits;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of a table with a header, one row a line, as an {@link EventMapping} says.
 *
 * <p>Example: {@code new CsvEvents("tx.csv", stream, mapping, OnRefusal.GO_ON)}. White space around
 * a cell does not count; an empty cell is not known. A quoted cell may hold the separator but no
 * line break, so that a quotation mark that is never closed costs one row. A header that does not
 * fit the mapping ends the file.
 */
public final class CsvEvents extends EventReader {

  private final EventMapping mapping;
  private final CsvReader.CsvReaderBuilder csv;
  private final CharsetDecoder decoder;
  private final CharBuffer characters = CharBuffer.allocate(Limits.EVENT_LINE_BYTES_MAX + 1);
  private final Draft draft;
  private final int[] columns;
  private int cells = -1;
  private int idCell;
  private int atCell;

  /**
   * @param file as it is called in refusals
   * @param in in the mapping's encoding, packed with gzip or not; closed with this reader
   */
  public CsvEvents(String file, InputStream in, EventMapping mapping, OnRefusal onRefusal) {
    super(file, in, onRefusal);
    this.mapping = mapping;
    this.csv =
        CsvReader.builder()
            .fieldSeparator(mapping.separator())
            .skipEmptyLines(false)
            .allowExtraCharsAfterClosingQuote(false)
            .allowUnclosedQuote(false);
    this.decoder = mapping.encoding().newDecoder();
    this.draft = new Draft(mapping.type());
    this.columns = new int[mapping.feeds().size()];
  }

  @Override
  @Nullable EventValues event(Lines line) {
    boolean header = cells < 0;
    String text = decoded(line);
    if (text == null) {
      return null;
    }
    List<String> read;
    try {
      CsvRecord parsed = csv.ofSingleCsvRecord(text);
      read = parsed.getFields();
    } catch (CsvParseException broken) {
      refuse(Code.EVENT_LINE_BROKEN, "\"…\"", 1 + Math.max(0, text.lastIndexOf('"')));
      return null;
    }
    if (header) {
      header(text, read);
      return null;
    }
    if (read.size() != cells) {
      int column = read.size() > cells ? column(text, cells) : text.length() + 1;
      refuse(Code.EVENT_ROW_CELLS, read.size() + " ≠ " + cells, column);
      return null;
    }
    return event(text, read);
  }

  @Override
  boolean goesOn() {
    return cells >= 0;
  }

  @Override
  int column(Lines line, int at) {
    if (mapping.encoding().equals(StandardCharsets.UTF_8)) {
      return line.column(at);
    }
    decode(line, at);
    return characters.position() + 1;
  }

  private @Nullable String decoded(Lines line) {
    if (line.ascii()) {
      return new String(
          line.bytes(), line.start(), line.end() - line.start(), StandardCharsets.ISO_8859_1);
    }
    if (decode(line, line.end()).isError()) {
      refuse(Code.EVENT_ENCODING, mapping.encoding().name(), characters.position() + 1);
      return null;
    }
    return characters.flip().toString();
  }

  /** Fills the characters with what can be read up to a byte of the line. */
  private CoderResult decode(Lines line, int to) {
    decoder.reset();
    characters.clear();
    ByteBuffer bytes = ByteBuffer.wrap(line.bytes(), line.start(), to - line.start());
    return decoder.decode(bytes, characters, true);
  }

  /** Finds the columns, or refuses the file. */
  private void header(String text, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int cell = 0; cell < names.size(); cell++) {
      String name = names.get(cell).strip();
      if (places.put(name, cell) != null && !mapping.skips(name)) {
        refuseFile(refusal(Code.EVENT_FIELD_TWICE, name, text, cell));
      }
    }
    Set<String> used = new HashSet<>();
    mapping.id().ifPresent(id -> idCell = cell(places, id, used));
    atCell = cell(places, mapping.atColumn(), used);
    int nth = 0;
    for (Feed feed : mapping.feeds()) {
      columns[nth++] = feed instanceof FromColumn from ? cell(places, from.column(), used) : -1;
    }
    for (int cell = 0; cell < names.size(); cell++) {
      String name = names.get(cell).strip();
      if (!used.contains(name) && !mapping.skips(name)) {
        refuseFile(refusal(Code.MAPPING_COLUMN_UNUSED, name, text, cell));
      }
    }
    cells = names.size();
  }

  private Refusal refusal(Code code, String name, String text, int cell) {
    return Refusal.of(code, shown(name)).at(here(column(text, cell)));
  }

  private int cell(Map<String, Integer> places, Named column, Set<String> used) {
    Integer cell = places.get(column.column());
    used.add(column.column());
    if (cell == null) {
      refuseFile(
          Refusal.of(Code.MAPPING_COLUMN_MISSING, shown(column.column())).at(column.where()));
      return 0;
    }
    return cell;
  }

  private @Nullable EventValues event(String text, List<String> read) {
    draft.clear();
    boolean right = id(text, read) && at(text, read.get(atCell).strip());
    int nth = 0;
    for (Feed feed : mapping.feeds()) {
      int cell = columns[nth++];
      right =
          right
              && switch (feed) {
                case Constant(int place, Cells.Value value) -> put(place, value, text, cell);
                case FromColumn from -> fed(from, read.get(cell).strip(), text, cell);
              };
    }
    return right ? draft.build() : null;
  }

  private boolean id(String text, List<String> read) {
    String id = mapping.id().isPresent() ? read.get(idCell).strip() : Long.toString(read() + 1);
    id(id);
    draft.id(id);
    if (id.length() > Limits.EVENT_ID_CHARS_MAX) {
      String most = Integer.toString(Limits.EVENT_ID_CHARS_MAX);
      refuse(Code.EVENT_ID_TOO_LONG, most, column(text, idCell));
      return false;
    }
    if (!Words.usable(id)) {
      Code code = id.isEmpty() ? Code.EVENT_FIELD_MISSING : Code.EVENT_WORD_UNUSABLE;
      refuse(code, "id", column(text, idCell));
      return false;
    }
    return true;
  }

  private boolean at(String text, String written) {
    long millis = mapping.at().millis(written);
    if (millis == Moments.NOT_A_TIME) {
      refuse(Code.EVENT_TIME_NOT_A_TIME, mapping.at().form(), column(text, atCell));
      return false;
    }
    if (!Moments.inRange(millis)) {
      refuse(Code.EVENT_TIME_OUT_OF_RANGE, Moments.range(), column(text, atCell));
      return false;
    }
    draft.at(millis);
    return true;
  }

  private boolean fed(FromColumn from, String written, String text, int cell) {
    EventField field = from.cells().field();
    if (written.isEmpty()) {
      if (field.required()) {
        refuse(Code.EVENT_FIELD_MISSING, field.name(), column(text, cell));
      }
      return !field.required();
    }
    String value = from.values().isEmpty() ? written : from.values().get(written);
    if (value == null) {
      String known = shown(String.join(", ", from.values().keySet()));
      refuse(Code.EVENT_WRONG_KIND, field.name() + ": " + known, column(text, cell));
      return false;
    }
    return put(from.place(), from.cells().read(value), text, cell);
  }

  private boolean put(int place, Cells.Value value, String text, int cell) {
    switch (value) {
      case Cells.Value.Number(long number) -> draft.number(place, number);
      case Cells.Value.Word(String word) -> draft.word(place, word);
      case Cells.Value.Wrong(Code code, String subject) -> {
        refuse(code, subject, column(text, cell));
        return false;
      }
    }
    return true;
  }

  /** Where a cell of a well-formed row begins; only asked for what is refused. */
  private int column(String text, int cell) {
    int at = 0;
    for (int passed = 0; passed < cell; passed++) {
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      int end = quoted ? closing(text, at + 1) : at;
      at = text.indexOf(mapping.separator(), end) + 1;
    }
    return at + 1;
  }

  /** Behind the quotation mark that closes a cell; doubled ones belong to it. */
  private static int closing(String text, int from) {
    int at = text.indexOf('"', from);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
      at = text.indexOf('"', at + 2);
    }
    return at + 1;
  }
}
