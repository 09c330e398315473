package dev.hufu.intake;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a file of <code>{"id": …, "text": …}</code> lines one by one, in constant memory. A line
 * that cannot be read is told with its place, and reading goes on with the next.
 *
 * <p>Example: {@code try (var rows = new NdjsonTexts("in.ndjson", stream)) { … rows.next() … }}.
 * Empty lines are passed over; other fields of a line are ignored; an id may be a number.
 */
public final class NdjsonTexts implements Closeable {

  /** One line of the file. */
  public sealed interface Row {
    /** First line is 1. */
    int line();
  }

  /** A text to be read. */
  public record Text(int line, String id, String text) implements Row {
    @Override
    public String toString() {
      return "Text[" + line + ", " + id + ", " + text.length() + " chars]";
    }
  }

  /**
   * A line that cannot be read: {@link Code#INPUT_LINE_BROKEN}.
   *
   * @param id the id of the line, where that much could be read
   */
  public record Broken(int line, Optional<String> id, Refusal refusal) implements Row {}

  /** UTF-8 needs at most three bytes for a UTF-16 unit. */
  private static final int LINE_BYTES_MAX = 3 * Limits.NDJSON_LINE_CHARS_MAX;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final InputStream in;
  private int line;

  /**
   * @param file as it is called in refusals
   * @param in UTF-8; closed with this reader
   */
  public NdjsonTexts(String file, InputStream in) {
    this.file = file;
    this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 1 << 16);
  }

  /**
   * The next line that is not empty, or nothing at the end.
   *
   * @throws IOException if the stream fails; bad content never throws
   */
  public Optional<Row> next() throws IOException {
    while (true) {
      byte[] bytes = nextLine();
      if (bytes == null) {
        return Optional.empty();
      }
      Row row = row(bytes);
      if (row != null) {
        return Optional.of(row);
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The bytes of a line, cut one byte beyond the limit; null at the end. */
  private byte @Nullable [] nextLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    int b = in.read();
    if (b < 0) {
      return null;
    }
    line++;
    while (b >= 0 && b != '\n') {
      if (bytes.size() <= LINE_BYTES_MAX) {
        bytes.write(b);
      }
      b = in.read();
    }
    return bytes.toByteArray();
  }

  private @Nullable Row row(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      String why = bytes.length > LINE_BYTES_MAX ? tooLong() : "UTF-8";
      return broken(Optional.empty(), why, 1);
    }
    String content = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (content.length() > Limits.NDJSON_LINE_CHARS_MAX) {
      return broken(Optional.empty(), tooLong(), 1);
    }
    return content.isBlank() ? null : new Fields().read(content);
  }

  private static String tooLong() {
    return "> " + Limits.NDJSON_LINE_CHARS_MAX + " characters";
  }

  private Broken broken(Optional<String> id, String why, int column) {
    Refusal refusal = Refusal.of(Code.INPUT_LINE_BROKEN, why).at(new Position(file, line, column));
    return new Broken(line, id, refusal);
  }

  /** The fields of one line. */
  private final class Fields {
    private Optional<String> id = Optional.empty();
    private Optional<String> text = Optional.empty();

    Row read(String content) {
      try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), content)) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          return broken(id, "{\"id\", \"text\"}", 1);
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
          field(json);
        }
        if (json.nextToken() != null) {
          return broken(id, "}", Math.max(1, json.currentTokenLocation().getColumnNr()));
        }
        return finished();
      } catch (JacksonException e) {
        int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
        return broken(id, "JSON", Math.max(1, column));
      }
    }

    private void field(JsonParser json) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      boolean isId = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT;
      if ("id".equals(name) && isId) {
        id = Optional.of(json.getString());
      } else if ("text".equals(name) && value == JsonToken.VALUE_STRING) {
        text = Optional.of(json.getString());
      } else {
        json.skipChildren();
      }
    }

    private Row finished() {
      if (id.isEmpty() || text.isEmpty()) {
        return broken(id, id.isEmpty() ? "\"id\"" : "\"text\"", 1);
      }
      if (text.get().length() > Limits.SCREEN_TEXT_CHARS_MAX) {
        return broken(id, "\"text\" > " + Limits.SCREEN_TEXT_CHARS_MAX + " characters", 1);
      }
      return new Text(line, id.get(), text.get());
    }
  }
}
