package dev.hufu.intake.bill;

import dev.hufu.intake.event.Yaml;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One reading of a mapping file for a bill: from YAML with places to a {@link BillMapping}. */
final class BillMappingFile {

  private static final Set<String> NAMES =
      Set.of("name", "zone", "columns", "directions", "time-format", "sign", "currency");
  private static final int PATTERN_CHARS_MAX = 40;

  private BillMappingFile() {}

  static Outcome<BillMapping> read(String file, byte[] bytes) {
    if (bytes.length > Limits.MAPPING_BYTES_MAX) {
      return refused(file, bytes.length + " > " + Limits.MAPPING_BYTES_MAX + " bytes");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return Outcome.of(mapping(Yaml.table(file, content, Limits.MAPPING_BYTES_MAX)));
    } catch (CharacterCodingException notUtf8) {
      return refused(file, "UTF-8");
    } catch (Yaml.Wrong wrong) {
      return Outcome.refused(wrong.refusal());
    }
  }

  private static Outcome<BillMapping> refused(String file, String subject) {
    return Outcome.refused(Refusal.of(Code.MAPPING_BROKEN, subject).at(new Position(file, 1, 1)));
  }

  private static BillMapping mapping(Yaml.Table table) {
    for (Yaml.Entry entry : table.entries().values()) {
      if (!NAMES.contains(entry.name())) {
        throw broken(entry.name(), entry.where());
      }
    }
    Yaml.Entry columns = table.entries().get("columns");
    if (columns == null) {
      throw new Yaml.Wrong(Code.MAPPING_COLUMN_MISSING, "columns", table.where());
    }
    Map<Field, String> named = columns(table(columns.value()));
    return new BillMapping(
        find(table, "name").map(Yaml.Scalar::text).orElse("mapping"),
        named,
        directions(table),
        find(table, "time-format").map(BillMappingFile::pattern),
        find(table, "zone").map(BillMappingFile::zone).orElse(Preamble.USUAL),
        find(table, "sign").map(BillMappingFile::sign).orElse(false),
        find(table, "currency").map(Yaml.Scalar::text).orElse("CNY"));
  }

  private static Map<Field, String> columns(Yaml.Table table) {
    Map<Field, String> named = new EnumMap<>(Field.class);
    for (Yaml.Entry entry : table.entries().values()) {
      Field field = Field.find(entry.name()).orElseThrow(() -> broken(entry.name(), entry.where()));
      named.put(field, Field.plain(scalar(entry.value()).text()));
    }
    if (!named.containsKey(Field.TIME) && !named.containsKey(Field.DATE)) {
      throw new Yaml.Wrong(Code.MAPPING_COLUMN_MISSING, "time / date", table.where());
    }
    boolean sides = named.containsKey(Field.IN) && named.containsKey(Field.OUT);
    if (!sides && !named.containsKey(Field.AMOUNT)) {
      throw new Yaml.Wrong(Code.MAPPING_COLUMN_MISSING, "amount / in, out", table.where());
    }
    return named;
  }

  private static Map<String, Direction> directions(Yaml.Table table) {
    Yaml.Entry entry = table.entries().get("directions");
    Map<String, Direction> words = new HashMap<>();
    if (entry != null) {
      for (Yaml.Entry word : table(entry.value()).entries().values()) {
        Yaml.Scalar meaning = scalar(word.value());
        Direction direction =
            switch (meaning.text()) {
              case "in" -> Direction.IN;
              case "out" -> Direction.OUT;
              case "neutral" -> Direction.NEUTRAL;
              default -> throw broken("in, out, neutral", meaning.where());
            };
        words.put(word.name(), direction);
      }
    }
    return words;
  }

  private static BillMapping.Pattern pattern(Yaml.Scalar written) {
    if (written.text().length() > PATTERN_CHARS_MAX) {
      throw broken("time-format: dd/MM/yyyy HH:mm", written.where());
    }
    try {
      // A year of era would want its era; what is meant is the plain year.
      DateTimeFormatter format =
          DateTimeFormatter.ofPattern(written.text().replace('y', 'u'), Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT);
      return new BillMapping.Pattern(written.text(), format);
    } catch (IllegalArgumentException noPattern) {
      throw broken("time-format: dd/MM/yyyy HH:mm", written.where());
    }
  }

  private static ZoneId zone(Yaml.Scalar written) {
    try {
      return ZoneId.of(written.text());
    } catch (DateTimeException noZone) {
      throw broken("zone: Asia/Shanghai", written.where());
    }
  }

  private static boolean sign(Yaml.Scalar written) {
    return switch (written.text()) {
      case "negative-is-out" -> false;
      case "positive-is-out" -> true;
      default -> throw broken("sign: negative-is-out, positive-is-out", written.where());
    };
  }

  private static Optional<Yaml.Scalar> find(Yaml.Table table, String name) {
    return Optional.ofNullable(table.entries().get(name)).map(entry -> scalar(entry.value()));
  }

  private static Yaml.Scalar scalar(Yaml value) {
    if (value instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
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

  private static Yaml.Wrong broken(String subject, Position where) {
    String shown = subject.length() <= 40 ? subject : subject.substring(0, 40) + "…";
    return new Yaml.Wrong(Code.MAPPING_BROKEN, shown, where);
  }
}
