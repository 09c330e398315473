package dev.hufu.intake.event;

import dev.hufu.intake.event.EventMapping.Constant;
import dev.hufu.intake.event.EventMapping.Feed;
import dev.hufu.intake.event.EventMapping.FromColumn;
import dev.hufu.intake.event.EventMapping.Named;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a mapping file: from YAML with places to an {@link EventMapping}. */
final class MappingFile {

  private static final Set<String> NAMES =
      Set.of("type", "encoding", "separator", "id", "at", "fields", "skip");
  private static final int PATTERN_CHARS_MAX = 40;

  private final EventTypes types;

  private MappingFile(EventTypes types) {
    this.types = types;
  }

  static Outcome<EventMapping> read(String file, byte[] bytes, EventTypes types) {
    if (bytes.length > Limits.MAPPING_BYTES_MAX) {
      return refusedAtStart(file, bytes.length + " > " + Limits.MAPPING_BYTES_MAX + " bytes");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
      Yaml.Table table = Yaml.table(file, content, Limits.MAPPING_BYTES_MAX);
      return Outcome.of(new MappingFile(types).mapping(table));
    } catch (CharacterCodingException notUtf8) {
      return refusedAtStart(file, "UTF-8");
    } catch (Yaml.Wrong wrong) {
      return Outcome.refused(wrong.refusal());
    }
  }

  private static Outcome<EventMapping> refusedAtStart(String file, String subject) {
    return Outcome.refused(Refusal.of(Code.MAPPING_BROKEN, subject).at(new Position(file, 1, 1)));
  }

  private EventMapping mapping(Yaml.Table table) {
    onlyNames(table, NAMES);
    Yaml.Scalar named = scalar(need(table, "type"));
    EventType type =
        types
            .find(named.text())
            .orElseThrow(
                () -> new Yaml.Wrong(Code.EVENT_TYPE_UNKNOWN, shown(named), named.where()));
    Charset encoding = encoding(table);
    char separator = separator(table);
    Yaml id = need(table, "id");
    Yaml.Table at = table(need(table, "at"));
    Clock clock = clock(at);
    Set<String> skip = new HashSet<>();
    Yaml.Entry skipped = table.entries().get("skip");
    boolean skipOthers =
        skipped != null && skipped.value() instanceof Yaml.Scalar word && others(word);
    if (skipped != null && !skipOthers) {
      items(skipped.value()).forEach(item -> skip.add(scalar(item).text()));
    }
    List<Feed> feeds = feeds(type, need(table, "fields"));
    return new EventMapping(
        type,
        encoding,
        separator,
        id(id),
        named(need(at, "column")),
        clock,
        feeds,
        skip,
        skipOthers);
  }

  private static boolean others(Yaml.Scalar word) {
    if (word.text().equals("others")) {
      return true;
    }
    throw broken("skip: [..], skip: others", word.where());
  }

  /** {@code row}, a column, or a column in full where it is called row. */
  private static Optional<Named> id(Yaml id) {
    if (id instanceof Yaml.Scalar(String text, Position where)) {
      return text.equals("row") ? Optional.empty() : Optional.of(new Named(text, where));
    }
    Yaml.Table full = table(id);
    onlyNames(full, Set.of("column"));
    return Optional.of(named(need(full, "column")));
  }

  private static Charset encoding(Yaml.Table table) {
    Yaml.Entry entry = table.entries().get("encoding");
    if (entry == null) {
      return StandardCharsets.UTF_8;
    }
    return switch (scalar(entry.value()).text()) {
      case "UTF-8" -> StandardCharsets.UTF_8;
      case "GB18030" -> Charset.forName("GB18030");
      default -> throw broken("encoding: UTF-8, GB18030", entry.value().where());
    };
  }

  private static char separator(Yaml.Table table) {
    Yaml.Entry entry = table.entries().get("separator");
    if (entry == null) {
      return ',';
    }
    return switch (scalar(entry.value()).text()) {
      case "," -> ',';
      case ";" -> ';';
      case "|" -> '|';
      case "\t", "tab" -> '\t';
      default -> throw broken("separator: \",\", \";\", \"|\", tab", entry.value().where());
    };
  }

  private static Clock clock(Yaml.Table at) {
    onlyNames(at, Set.of("column", "format", "zone", "unit", "start"));
    Yaml.Entry format = at.entries().get("format");
    if (format == null) {
      return after(at);
    }
    for (String other : List.of("unit", "start")) {
      if (at.entries().containsKey(other)) {
        throw broken("format / unit, start", at.entries().get(other).where());
      }
    }
    Yaml.Scalar pattern = scalar(format.value());
    Yaml.Entry zone = at.entries().get("zone");
    boolean local = !Set.of("iso", "epoch-ms", "epoch-s").contains(pattern.text());
    if (local && zone == null) {
      throw new Yaml.Wrong(Code.EVENT_FIELD_MISSING, "zone", at.where());
    }
    if (!local && zone != null) {
      throw broken("zone", zone.where());
    }
    return switch (pattern.text()) {
      case "iso" -> new Clock.Iso(new Moments());
      case "epoch-ms" -> new Clock.After(Instant.EPOCH, 1);
      case "epoch-s" -> new Clock.After(Instant.EPOCH, 1000);
      default -> local(pattern, scalar(need(at, "zone")));
    };
  }

  private static Clock local(Yaml.Scalar pattern, Yaml.Scalar zone) {
    ZoneId place;
    try {
      place = ZoneId.of(zone.text());
    } catch (DateTimeException noZone) {
      throw broken("zone: Asia/Shanghai", zone.where());
    }
    if (pattern.text().length() > PATTERN_CHARS_MAX) {
      throw broken("format: yyyy-MM-dd HH:mm:ss", pattern.where());
    }
    try {
      return Clock.Local.of(pattern.text(), place);
    } catch (IllegalArgumentException noPattern) {
      throw broken("format: yyyy-MM-dd HH:mm:ss", pattern.where());
    }
  }

  private static Clock after(Yaml.Table at) {
    if (at.entries().containsKey("zone")) {
      throw broken("zone", at.entries().get("zone").where());
    }
    Yaml.Scalar unit = scalar(need(at, "unit"));
    Yaml.Scalar start = scalar(need(at, "start"));
    long unitMs = Numbers.elapsed("1 " + unit.text());
    if (unitMs <= Numbers.MARKS_MAX) {
      throw broken("unit: ms, s, min, h, d, w", unit.where());
    }
    char[] text = start.text().toCharArray();
    long millis = new Moments().millis(text, 0, text.length);
    if (millis == Moments.NOT_A_TIME) {
      String form = "2026-11-21T20:00:00+08:00";
      throw new Yaml.Wrong(Code.EVENT_TIME_NOT_A_TIME, form, start.where());
    }
    if (!Moments.inRange(millis)) {
      throw new Yaml.Wrong(Code.EVENT_TIME_OUT_OF_RANGE, Moments.range(), start.where());
    }
    return new Clock.After(Instant.ofEpochMilli(millis), unitMs);
  }

  private static List<Feed> feeds(EventType type, Yaml fields) {
    List<Feed> feeds = new ArrayList<>();
    Set<String> fed = new HashSet<>();
    for (Yaml.Entry entry : table(fields).entries().values()) {
      int place =
          type.find(entry.name())
              .orElseThrow(
                  () ->
                      new Yaml.Wrong(
                          Code.EVENT_FIELD_UNKNOWN,
                          type.name() + "." + EventReader.shown(entry.name()),
                          entry.where()));
      feeds.add(feed(place, type.fields().get(place), entry.value()));
      fed.add(entry.name());
    }
    for (EventField field : type.fields()) {
      if (field.required() && !fed.contains(field.name())) {
        throw new Yaml.Wrong(Code.EVENT_FIELD_MISSING, field.name(), fields.where());
      }
    }
    return feeds;
  }

  private static Feed feed(int place, EventField field, Yaml value) {
    if (value instanceof Yaml.Scalar scalar) {
      Cells cells = new Cells(field, unit(field, null, scalar.where()));
      return new FromColumn(place, named(scalar), cells, Map.of());
    }
    Yaml.Table full = table(value);
    onlyNames(full, Set.of("column", "unit", "values", "constant"));
    Yaml.Entry unit = full.entries().get("unit");
    Cells cells = new Cells(field, unit(field, unit, full.where()));
    Yaml.Entry constant = full.entries().get("constant");
    if (constant == null) {
      Named column = named(need(full, "column"));
      return new FromColumn(place, column, cells, values(full, cells));
    }
    for (String other : List.of("column", "values")) {
      if (full.entries().containsKey(other)) {
        throw broken("constant / column", full.entries().get(other).where());
      }
    }
    return new Constant(place, right(cells, scalar(constant.value())));
  }

  /** A unit is never guessed: an amount says whether it is yuan or fen. */
  private static String unit(EventField field, Yaml.@Nullable Entry entry, Position otherwise) {
    if (entry == null) {
      if (field.kind() == FieldKind.AMOUNT || field.kind() == FieldKind.ELAPSED) {
        throw new Yaml.Wrong(Code.EVENT_FIELD_MISSING, field.name() + ".unit", otherwise);
      }
      return "";
    }
    Yaml.Scalar unit = scalar(entry.value());
    if (!Cells.fits(field, unit.text())) {
      String units =
          switch (field.kind()) {
            case AMOUNT -> "unit: " + field.unit() + ", fen, cents";
            case ELAPSED -> "unit: ms, s, min, h, d, w";
            case FLAG, COUNT, RATE, WORD, REAL -> "unit";
          };
      throw broken(units, unit.where());
    }
    return unit.text();
  }

  private static Map<String, String> values(Yaml.Table full, Cells cells) {
    Yaml.Entry values = full.entries().get("values");
    if (values == null) {
      return Map.of();
    }
    Map<String, String> translated = new LinkedHashMap<>();
    for (Yaml.Entry entry : table(values.value()).entries().values()) {
      Yaml.Scalar to = scalar(entry.value());
      right(cells, to);
      translated.put(entry.name(), to.text());
    }
    if (translated.isEmpty()) {
      throw broken("values: {\"1\": true}", values.value().where());
    }
    return translated;
  }

  private static Cells.Value right(Cells cells, Yaml.Scalar written) {
    if (cells.read(written.text()) instanceof Cells.Value.Wrong(Code code, String subject)) {
      throw new Yaml.Wrong(code, subject, written.where());
    }
    return cells.read(written.text());
  }

  private static void onlyNames(Yaml.Table table, Set<String> names) {
    for (Yaml.Entry entry : table.entries().values()) {
      if (!names.contains(entry.name())) {
        throw broken(EventReader.shown(entry.name()), entry.where());
      }
    }
  }

  private static Yaml need(Yaml.Table table, String name) {
    Yaml.Entry entry = table.entries().get(name);
    if (entry == null) {
      throw new Yaml.Wrong(Code.EVENT_FIELD_MISSING, name, table.where());
    }
    return entry.value();
  }

  private static Named named(Yaml value) {
    Yaml.Scalar column = scalar(value);
    if (column.text().isBlank()) {
      throw broken("column", column.where());
    }
    return new Named(column.text(), column.where());
  }

  private static Yaml.Scalar scalar(Yaml value) {
    if (value instanceof Yaml.Scalar scalar) {
      return scalar;
    }
    throw broken("name: value", value.where());
  }

  private static Yaml.Table table(Yaml value) {
    if (value instanceof Yaml.Table table) {
      return table;
    }
    throw broken("name: {name: value}", value.where());
  }

  private static List<Yaml> items(Yaml value) {
    if (value instanceof Yaml.Items(List<Yaml> items, Position _where)) {
      return items;
    }
    throw broken("[a, b]", value.where());
  }

  private static Yaml.Wrong broken(String subject, Position where) {
    return new Yaml.Wrong(Code.MAPPING_BROKEN, subject, where);
  }

  private static String shown(Yaml.Scalar scalar) {
    return EventReader.shown(scalar.text());
  }
}
