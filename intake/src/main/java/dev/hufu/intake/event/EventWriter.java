package dev.hufu.intake.event;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as {@link NdjsonEvents} reads them, one a line, in one form only: type, id, at (in
 * UTC), then the known fields in the order of their declaration; sums in yuan as text, elapsed
 * times in milliseconds.
 *
 * <p>Example: {@code try (var out = new EventWriter(stream)) { out.write(event); }}. The same event
 * gives the same bytes. Not thread-safe.
 */
public final class EventWriter implements Closeable {

  private static final JsonFactory JSON =
      JsonFactory.builder().rootValueSeparator((String) null).build();

  private final JsonGenerator json;

  /**
   * @param out gets UTF-8; closed with this writer
   */
  public EventWriter(OutputStream out) {
    json = JSON.createGenerator(ObjectWriteContext.empty(), out);
  }

  /**
   * Writes a line.
   *
   * @throws IOException if the stream fails
   */
  public void write(EventValues event) throws IOException {
    try {
      json.writeStartObject();
      json.writeStringProperty("type", event.type().name());
      json.writeStringProperty("id", event.id());
      json.writeStringProperty("at", Instant.ofEpochMilli(event.at()).toString());
      int place = 0;
      for (EventField field : event.type().fields()) {
        if (event.known(place)) {
          json.writeName(field.name());
          value(event, place, field.kind());
        }
        place++;
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonException failed) {
      throw new IOException(failed);
    }
  }

  private void value(EventValues event, int place, FieldKind kind) {
    switch (kind) {
      case WORD -> json.writeString(event.word(place));
      case FLAG -> json.writeBoolean(event.number(place) == 1);
      case COUNT, ELAPSED -> json.writeNumber(event.number(place));
      case AMOUNT -> json.writeString(BigDecimal.valueOf(event.number(place), 2).toPlainString());
      case RATE -> json.writeNumber(rate(event.number(place)));
      case REAL -> throw new IllegalArgumentException(event.type().fields().get(place).name());
    }
  }

  private static String rate(long millionths) {
    return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    try {
      json.close();
    } catch (JacksonException failed) {
      throw new IOException(failed);
    }
  }
}
