package dev.hufu.intake.event;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of somebody's table become the fields of one kind of event, as a YAML file says.
 *
 * <pre>
 * type: transfer
 * id: TRANSACTION_ID
 * at: {column: TX_DATETIME, format: yyyy-MM-dd HH:mm:ss, zone: Europe/Brussels}
 * fields:
 *   payer: CUSTOMER_ID
 *   amount: {column: TX_AMOUNT, unit: yuan}
 * skip: others
 * </pre>
 *
 * <p>The whole format is in docs/reference/events.md.
 */
public final class EventMapping {

  private final EventType type;
  private final Charset encoding;
  private final char separator;
  private final Optional<Named> id;
  private final Named atColumn;
  private final Clock at;
  private final List<Feed> feeds;
  private final Set<String> skip;
  private final boolean skipOthers;

  EventMapping(
      EventType type,
      Charset encoding,
      char separator,
      Optional<Named> id,
      Named atColumn,
      Clock at,
      List<Feed> feeds,
      Set<String> skip,
      boolean skipOthers) {
    this.type = type;
    this.encoding = encoding;
    this.separator = separator;
    this.id = id;
    this.atColumn = atColumn;
    this.at = at;
    this.feeds = List.copyOf(feeds);
    this.skip = Set.copyOf(skip);
    this.skipOthers = skipOthers;
  }

  /**
   * Reads a mapping file.
   *
   * @param file as it is called in refusals
   * @param types the kinds of event a mapping may speak of
   * @return the mapping; or the first error in the file with its line and column, {@link
   *     Code#MAPPING_BROKEN}, {@link Code#EVENT_TYPE_UNKNOWN}, {@link Code#EVENT_FIELD_UNKNOWN},
   *     {@link Code#EVENT_FIELD_MISSING} or the code of a constant that does not fit its field
   */
  public static Outcome<EventMapping> read(String file, byte[] bytes, EventTypes types) {
    return MappingFile.read(file, bytes, types);
  }

  /** The kind of event that each row becomes. */
  public EventType type() {
    return type;
  }

  Charset encoding() {
    return encoding;
  }

  char separator() {
    return separator;
  }

  /** The column of the id; without one the row's number is the id. */
  Optional<Named> id() {
    return id;
  }

  Named atColumn() {
    return atColumn;
  }

  Clock at() {
    return at;
  }

  List<Feed> feeds() {
    return feeds;
  }

  boolean skips(String column) {
    return skipOthers || skip.contains(column);
  }

  /** A column, and where the mapping file names it. */
  record Named(String column, Position where) {}

  /** What fills one place of the event. */
  sealed interface Feed {
    int place();
  }

  /** The value of a column, translated if there are translations. */
  record FromColumn(int place, Named column, Cells cells, Map<String, String> values)
      implements Feed {}

  /** The same value in each event. */
  record Constant(int place, Cells.Value value) implements Feed {}
}
