package dev.hufu.intake.event;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.limit.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of events, read row by row in the order of its lines; packed with gzip or not.
 *
 * <p>Example: {@code for (var row = reader.next(); row.isPresent(); row = reader.next()) { … }},
 * afterwards {@link #totals}. Bad content never throws: it is a {@link EventRow.Refused} with code
 * and place. Not thread-safe.
 */
public abstract sealed class EventReader implements Closeable permits NdjsonEvents, CsvEvents {

  private final String file;
  private final Lines lines;
  private final OnRefusal onRefusal;
  private long accepted;
  private long refused;
  private boolean over;
  private @Nullable Refusal refusal;
  private @Nullable String id;

  /**
   * @param file as it is called in refusals
   * @param in closed with this reader
   */
  EventReader(String file, InputStream in, OnRefusal onRefusal) {
    this.file = file;
    this.lines = new Lines(in, Limits.EVENT_FILE_BYTES_MAX);
    this.onRefusal = onRefusal;
  }

  /**
   * The next row, or nothing at the end.
   *
   * @throws IOException if the stream fails; bad content never throws
   */
  public final Optional<EventRow> next() throws IOException {
    while (!over) {
      Lines.Found found = lines.next();
      if (found == Lines.Found.END) {
        over = true;
        break;
      }
      refusal = null;
      id = null;
      EventValues event = found == Lines.Found.LINE ? event(lines) : null;
      if (event != null) {
        accepted++;
        return Optional.of(new EventRow.Accepted(lines.number(), event));
      }
      if (found != Lines.Found.LINE) {
        refuseLine(found);
      }
      if (refusal != null) {
        return Optional.of(refused(refusal));
      }
    }
    return Optional.empty();
  }

  /** How many lines were read, accepted and refused so far. */
  public final EventTotals totals() {
    return new EventTotals(read(), accepted, refused);
  }

  /** The name of the file in positions. */
  public final String file() {
    return file;
  }

  @Override
  public final void close() throws IOException {
    lines.close();
  }

  /**
   * The event of a line. Null with a refusal noted by {@link #refuse}, or null without one for a
   * line that is no row, such as a header.
   */
  abstract @Nullable EventValues event(Lines line);

  /** Whether the file makes sense behind a refusal; a table without its header does not. */
  boolean goesOn() {
    return true;
  }

  /** Rows so far. */
  final long read() {
    return accepted + refused;
  }

  /** The column of a byte of the line, counted in UTF-16 units from 1. */
  int column(Lines line, int at) {
    return line.column(at);
  }

  private EventRow refused(Refusal why) {
    refused++;
    refusal = null;
    over |= onRefusal == OnRefusal.STOP || !goesOn();
    return new EventRow.Refused(lines.number(), Optional.ofNullable(id), why);
  }

  /** The id of the current event, as soon as it is known. */
  final void id(String read) {
    id = read;
  }

  /** Notes why the current line has no event. The first reason stays. */
  final void refuse(Code code, String subject, int column) {
    if (refusal == null) {
      refusal = Refusal.of(code, subject).at(here(column));
    }
  }

  final Position here(int column) {
    return new Position(file, lines.number(), column);
  }

  /** Notes why the whole file cannot be read; it is the last row. The first reason stays. */
  final void refuseFile(Refusal why) {
    refusal = refusal == null ? why : refusal;
    over = true;
  }

  private void refuseLine(Lines.Found found) {
    switch (found) {
      case TOO_LONG ->
          refuse(Code.EVENT_LINE_TOO_LONG, Integer.toString(Limits.EVENT_LINE_BYTES_MAX), 1);
      case BINARY -> refuse(Code.EVENT_FILE_BINARY, file, 1);
      case CUT -> refuse(Code.EVENT_FILE_CUT, file, column(lines, lines.end()));
      case TOO_LARGE ->
          refuse(Code.EVENT_FILE_TOO_LARGE, Long.toString(Limits.EVENT_FILE_BYTES_MAX), 1);
      case LINE, END -> throw new IllegalStateException(found.name());
    }
  }

  /** What a refusal quotes of a file is short: a novel may stand where a name belongs. */
  static String shown(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "…";
  }
}
