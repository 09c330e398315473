package dev.hufu.intake.event;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads events of line-delimited JSON, UTF-8, one object a line:
 *
 * <pre>
 * {"type":"transfer","id":"t1","at":"2026-11-21T20:00:00+08:00","amount":"1000.00","payer":"a",…}
 * </pre>
 *
 * <p>Each value is read as its field's {@link FieldKind} says, exactly or not at all; {@code null}
 * stands for not known. Refuses a line with a code of the 9xx group; see docs/reference/events.md.
 */
public final class NdjsonEvents extends EventReader {

  /** NaN is read as a number so that it can be refused by its own code at its own place. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final String TYPE = "type";
  private static final String AT_FORM = "2026-11-21T20:00:00+08:00";

  private final Map<String, Names> types = new HashMap<>();
  private final Moments moments = new Moments();
  private final CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer characters = CharBuffer.allocate(1024);
  private @Nullable Names before;

  /**
   * @param file as it is called in refusals
   * @param in UTF-8, packed with gzip or not; closed with this reader
   * @param types the kinds of event that may come
   */
  public NdjsonEvents(String file, InputStream in, EventTypes types, OnRefusal onRefusal) {
    super(file, in, onRefusal);
    for (EventType type : types.list()) {
      this.types.put(type.name(), new Names(type));
    }
  }

  /** The names of a type's fields in the order in which the line before had them. */
  private static final class Names {
    final Draft draft;
    private final String[] names = new String[Limits.EVENT_FIELDS_MAX];
    private final int[] places = new int[Limits.EVENT_FIELDS_MAX];

    Names(EventType type) {
      draft = new Draft(type);
      Arrays.fill(names, "");
    }

    int place(int nth, String name) {
      if (nth >= names.length) {
        return draft.place(name);
      }
      if (!name.equals(names[nth])) {
        places[nth] = draft.place(name);
        names[nth] = name;
      }
      return places[nth];
    }
  }

  @Override
  @Nullable EventValues event(Lines line) {
    if (!line.ascii() && !utf8(line)) {
      return null;
    }
    try (JsonParser json = parser(line)) {
      return event(line, json);
    } catch (JacksonException broken) {
      refuse(Code.EVENT_LINE_BROKEN, "JSON", column(line, broken.getLocation()));
      return null;
    }
  }

  private static JsonParser parser(Lines line) {
    return JSON.createParser(
        ObjectReadContext.empty(), line.bytes(), line.start(), line.end() - line.start());
  }

  /** Whether the line is UTF-8 to the letter; Jackson lets some malformed bytes pass. */
  private boolean utf8(Lines line) {
    ByteBuffer bytes = ByteBuffer.wrap(line.bytes(), line.start(), line.end() - line.start());
    strict.reset();
    while (true) {
      characters.clear();
      var result = strict.decode(bytes, characters, true);
      if (result.isError()) {
        refuse(Code.EVENT_ENCODING, "UTF-8", line.column(bytes.position()));
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
    }
  }

  private static int column(Lines line, @Nullable TokenStreamLocation location) {
    if (location == null) {
      return 1;
    }
    int bytes = Math.clamp(location.getColumnNr() - 1, 0, line.end() - line.start());
    return line.column(line.start() + bytes);
  }

  private void refuse(Code code, String subject, Lines line, JsonParser json) {
    refuse(code, subject, column(line, json.currentTokenLocation()));
  }

  private @Nullable EventValues event(Lines line, JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      refuse(Code.EVENT_LINE_BROKEN, "{…}", line, json);
      return null;
    }
    int begin = column(line, json.currentTokenLocation());
    Names names = null;
    int nth = 0;
    for (String name = json.nextName(); name != null; name = json.nextName(), nth++) {
      if (names == null) {
        names = name.equals(TYPE) ? typed(line, json, true) : searched(line, begin);
        if (names == null) {
          return null;
        }
        names.draft.clear();
        if (name.equals(TYPE)) {
          names.draft.first(Draft.TYPE);
          continue;
        }
      }
      if (!field(line, json, names, nth, name)) {
        return null;
      }
    }
    if (json.nextToken() != null) {
      refuse(Code.EVENT_LINE_BROKEN, "{…} {…}", line, json);
      return null;
    }
    String missing = names == null ? TYPE : names.draft.missing();
    if (missing != null || names == null) {
      refuse(Code.EVENT_FIELD_MISSING, String.valueOf(missing), begin);
      return null;
    }
    return names.draft.build();
  }

  /** The type that the next value names; a place in the line only where it is asked for. */
  private @Nullable Names typed(Lines line, JsonParser json, boolean move) {
    if (move) {
      json.nextToken();
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      refuse(Code.EVENT_WRONG_KIND, "type: \"…\"", line, json);
      return null;
    }
    String name = json.getString();
    Names last = before;
    if (last != null && last.draft.type().name().equals(name)) {
      return last;
    }
    Names names = types.get(name);
    if (names == null) {
      refuse(Code.EVENT_TYPE_UNKNOWN, shown(name), line, json);
    }
    before = names;
    return names;
  }

  /** The type of a line that does not begin with it. */
  private @Nullable Names searched(Lines line, int begin) {
    try (JsonParser ahead = parser(line)) {
      ahead.nextToken();
      for (String name = ahead.nextName(); name != null; name = ahead.nextName()) {
        ahead.nextToken();
        if (name.equals(TYPE)) {
          return typed(line, ahead, false);
        }
        ahead.skipChildren();
      }
    }
    refuse(Code.EVENT_FIELD_MISSING, TYPE, begin);
    return null;
  }

  private boolean field(Lines line, JsonParser json, Names names, int nth, String name) {
    Draft draft = names.draft;
    int place = names.place(nth, name);
    if (place == Draft.UNKNOWN) {
      String subject = draft.type().name() + "." + shown(name);
      refuse(Code.EVENT_FIELD_UNKNOWN, subject, line, json);
      return false;
    }
    if (!draft.first(place)) {
      refuse(Code.EVENT_FIELD_TWICE, name, line, json);
      return false;
    }
    JsonToken token = json.nextToken();
    return switch (place) {
      case Draft.TYPE -> true;
      case Draft.ID -> id(line, json, draft, token);
      case Draft.AT -> at(line, json, draft, token);
      default -> value(line, json, draft, place, token);
    };
  }

  private boolean id(Lines line, JsonParser json, Draft draft, JsonToken token) {
    if (token != JsonToken.VALUE_STRING) {
      refuse(Code.EVENT_WRONG_KIND, "id: \"…\"", line, json);
      return false;
    }
    String id = json.getString();
    if (id.length() > Limits.EVENT_ID_CHARS_MAX) {
      refuse(Code.EVENT_ID_TOO_LONG, Integer.toString(Limits.EVENT_ID_CHARS_MAX), line, json);
      return false;
    }
    if (!Words.usable(id)) {
      refuse(Code.EVENT_WORD_UNUSABLE, "id", line, json);
      return false;
    }
    draft.id(id);
    id(id);
    return true;
  }

  private boolean at(Lines line, JsonParser json, Draft draft, JsonToken token) {
    long millis;
    if (token == JsonToken.VALUE_STRING) {
      millis =
          moments.millis(
              json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      millis = number(json, 0);
      // A number that is too large is some moment far away.
      millis = millis <= Numbers.MARKS_MAX ? Long.MAX_VALUE : millis;
    } else {
      millis = Moments.NOT_A_TIME;
    }
    if (millis == Moments.NOT_A_TIME) {
      refuse(Code.EVENT_TIME_NOT_A_TIME, AT_FORM, line, json);
      return false;
    }
    if (!Moments.inRange(millis)) {
      refuse(Code.EVENT_TIME_OUT_OF_RANGE, Moments.range(), line, json);
      return false;
    }
    draft.at(millis);
    return true;
  }

  private static long number(JsonParser json, int decimals) {
    return Numbers.scaled(
        json.getStringCharacters(), json.getStringOffset(), json.getStringLength(), decimals);
  }

  private boolean value(Lines line, JsonParser json, Draft draft, int place, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      if (draft.required(place)) {
        refuse(Code.EVENT_FIELD_MISSING, draft.field(place).name(), line, json);
      }
      return !draft.required(place);
    }
    boolean text = token == JsonToken.VALUE_STRING;
    boolean whole = token == JsonToken.VALUE_NUMBER_INT;
    boolean number = whole || token == JsonToken.VALUE_NUMBER_FLOAT;
    long value = Numbers.NOT_A_NUMBER;
    if (token == JsonToken.VALUE_NUMBER_FLOAT && json.isNaN()) {
      value = Numbers.NOT_FINITE;
    } else {
      switch (draft.kind(place)) {
        case WORD -> {
          if (text) {
            return word(line, json, draft, place);
          }
        }
        case FLAG ->
            value =
                token == JsonToken.VALUE_TRUE
                    ? 1
                    : token == JsonToken.VALUE_FALSE ? 0 : Numbers.NOT_A_NUMBER;
        case COUNT -> value = whole ? number(json, 0) : value;
        case AMOUNT -> value = text || number ? number(json, 2) : value;
        case RATE -> value = text || number ? number(json, 6) : value;
        case ELAPSED ->
            value = text ? Numbers.elapsed(json.getString()) : whole ? number(json, 0) : value;
        case REAL -> throw new IllegalStateException(draft.field(place).name());
      }
    }
    if (value <= Numbers.MARKS_MAX) {
      refuse(Numbers.code(value), Kinds.expected(draft.field(place), value), line, json);
      return false;
    }
    draft.number(place, value);
    return true;
  }

  private boolean word(Lines line, JsonParser json, Draft draft, int place) {
    String word = json.getString();
    Code wrong =
        word.length() > Limits.EVENT_WORD_CHARS_MAX
            ? Code.EVENT_WORD_TOO_LONG
            : Words.usable(word) ? null : Code.EVENT_WORD_UNUSABLE;
    if (wrong != null) {
      refuse(wrong, draft.field(place).name(), line, json);
      return false;
    }
    draft.word(place, word);
    return true;
  }
}
