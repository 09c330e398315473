package dev.hufu.intake;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Facts that somebody wrote down in a YAML file, one a line.
 *
 * <pre>
 * at: 2026-11-21T20:00+08:00      # optional
 * relation.accountAge: 0 d
 * request.amount: 1000 yuan
 * verify.callBack: not_tried
 * </pre>
 *
 * @param facts with provenance {@link Provenance#SAID}
 * @param at the moment the file speaks of, if it says so
 */
public record FactsFile(Facts facts, Optional<Instant> at) {

  private static final String AT = "at";

  /**
   * Reads a file.
   *
   * @param name as it is called in refusals
   * @return the facts; or the first refusal in the file, with its line and column: {@link
   *     Code#FACT_UNKNOWN}, {@link Code#FACT_WRONG_UNIT}, {@link Code#FACT_WRONG_VALUE}, {@link
   *     Code#TIME_NOT_A_TIME}, {@link Code#FACT_TOO_MANY}, or {@link Code#FACT_FILE_BROKEN} where
   *     it is no such file, too large, or names a fact twice
   */
  public static Outcome<FactsFile> read(String name, byte[] bytes, Collection<FactType> types) {
    if (bytes.length > Limits.FACT_FILE_BYTES_MAX) {
      return Outcome.refused(
          Code.FACT_FILE_BROKEN, bytes.length + " > " + Limits.FACT_FILE_BYTES_MAX + " bytes");
    }
    return switch (TextSniffer.decode(bytes, Limits.FACT_FILE_BYTES_MAX)) {
      case Outcome.Ok<String>(var text) -> read(name, text, types);
      case Outcome.Refused<String>(Refusal refusal) ->
          refusal.code() == Code.TEXT_EMPTY
              ? Outcome.of(new FactsFile(Facts.NONE, Optional.empty()))
              : Outcome.refused(Code.FACT_FILE_BROKEN, refusal.code().id());
    };
  }

  /** Reads the text of a file; see {@link #read(String, byte[], Collection)}. */
  public static Outcome<FactsFile> read(String name, String text, Collection<FactType> types) {
    return new Reader(name, text, types).read();
  }

  /** One reading. YAML events are walked one by one, so that no nesting can exhaust the stack. */
  private static final class Reader {
    private final String name;
    private final String text;
    private final Map<String, FactType> types;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private @Nullable Instant at;

    Reader(String name, String text, Collection<FactType> types) {
      this.name = name;
      this.text = text;
      this.types =
          types.stream()
              .collect(Collectors.toMap(FactType::name, Function.identity(), (a, b) -> b));
    }

    Outcome<FactsFile> read() {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(name)
              .setCodePointLimit(Limits.FACT_FILE_BYTES_MAX)
              .build();
      try {
        Iterator<Event> events = new Parse(settings).parseString(text).iterator();
        Optional<Refusal> refusal = document(events);
        return refusal
            .<Outcome<FactsFile>>map(Outcome::refused)
            .orElseGet(
                () -> Outcome.of(new FactsFile(Facts.of(facts.values()), Optional.ofNullable(at))));
      } catch (MarkedYamlEngineException broken) {
        return Outcome.refused(
            place(Refusal.of(Code.FACT_FILE_BROKEN, broken.getProblem()), broken.getProblemMark()));
      } catch (YamlEngineException broken) {
        return Outcome.refused(Code.FACT_FILE_BROKEN, "YAML");
      }
    }

    private Optional<Refusal> document(Iterator<Event> events) {
      boolean opened = false;
      while (events.hasNext()) {
        Event event = events.next();
        switch (event) {
          case MappingStartEvent start -> {
            if (opened) {
              return refuse(Code.FACT_FILE_BROKEN, "two documents", start);
            }
            opened = true;
            Optional<Refusal> refusal = entries(events);
            if (refusal.isPresent()) {
              return refusal;
            }
          }
          case ScalarEvent scalar -> {
            if (!scalar.getValue().isEmpty()) {
              return refuse(Code.FACT_FILE_BROKEN, "name: value", scalar);
            }
          }
          case StreamEndEvent end -> {
            return Optional.empty();
          }
          case DocumentEndEvent end -> {
            // Another document would open a second mapping.
          }
          default -> {
            if (event.getEventId() == Event.ID.SequenceStart
                || event.getEventId() == Event.ID.Alias) {
              return refuse(Code.FACT_FILE_BROKEN, "name: value", event);
            }
          }
        }
      }
      return Optional.empty();
    }

    private Optional<Refusal> entries(Iterator<Event> events) {
      while (events.hasNext()) {
        Event key = events.next();
        if (key instanceof MappingEndEvent) {
          return Optional.empty();
        }
        if (!(key instanceof ScalarEvent named)) {
          return refuse(Code.FACT_FILE_BROKEN, "name: value", key);
        }
        Event value = events.next();
        Optional<Refusal> refusal = entry(named, value);
        if (refusal.isPresent()) {
          return refusal;
        }
      }
      return Optional.empty();
    }

    private Optional<Refusal> entry(ScalarEvent key, Event value) {
      String fact = key.getValue();
      boolean isTime = fact.equals(AT);
      FactType type = types.get(fact);
      if (!isTime && type == null) {
        return refuse(Code.FACT_UNKNOWN, shown(fact), key);
      }
      if (!(value instanceof ScalarEvent written)) {
        return refuse(Code.FACT_WRONG_VALUE, fact + " = …", value);
      }
      if (facts.containsKey(fact) || isTime && at != null) {
        return refuse(Code.FACT_FILE_BROKEN, fact + " ×2", key);
      }
      if (type == null) {
        return time(written);
      }
      if (facts.size() == Limits.FACTS_MAX) {
        return refuse(Code.FACT_TOO_MANY, Integer.toString(Limits.FACTS_MAX), key);
      }
      return switch (type.parse(written.getValue())) {
        case Outcome.Ok<FactValue>(var typed) -> {
          facts.put(fact, new Fact(fact, typed, Provenance.SAID));
          yield Optional.empty();
        }
        case Outcome.Refused<FactValue>(Refusal refusal) ->
            Optional.of(place(Refusal.of(refusal.code(), shown(refusal.subject())), written));
      };
    }

    private Optional<Refusal> time(ScalarEvent written) {
      try {
        at = OffsetDateTime.parse(written.getValue().strip()).toInstant();
        return Optional.empty();
      } catch (DateTimeException notATime) {
        return refuse(Code.TIME_NOT_A_TIME, shown(written.getValue()), written);
      }
    }

    /** What is quoted in a refusal is cut: a whole novel may stand where a name belongs. */
    private static String shown(String value) {
      return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }

    private Optional<Refusal> refuse(Code code, String subject, Event event) {
      return Optional.of(place(Refusal.of(code, subject), event));
    }

    private Refusal place(Refusal refusal, Event event) {
      return place(refusal, event.getStartMark());
    }

    private Refusal place(Refusal refusal, Optional<Mark> mark) {
      return mark.map(m -> refusal.at(new Position(name, m.getLine() + 1, column(m))))
          .orElse(refusal);
    }

    /** Marks count code points; positions count UTF-16 units. */
    private int column(Mark mark) {
      String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
      int points = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
      return line.offsetByCodePoints(0, points) + 1;
    }
  }
}
