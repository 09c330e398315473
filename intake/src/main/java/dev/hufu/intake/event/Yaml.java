package dev.hufu.intake.event;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A small YAML document with the place of each of its parts; no aliases, no deep nesting. */
public sealed interface Yaml {

  Position where();

  /** One value as it is written. */
  record Scalar(String text, Position where) implements Yaml {}

  /** Values in order. */
  record Items(List<Yaml> items, Position where) implements Yaml {}

  /** Values by name. */
  record Table(Map<String, Entry> entries, Position where) implements Yaml {}

  /** A name in a table, with its own place, and its value. */
  record Entry(String name, Position where, Yaml value) {}

  /** Ends the reading of a file at its first error; caught where the reading began. */
  final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    public Wrong(Code code, String subject, Position where) {
      super(subject, null, false, false);
      this.refusal = Refusal.of(code, subject).at(where);
    }

    public Refusal refusal() {
      return refusal;
    }
  }

  /**
   * Reads the one document of a text, which must be a table.
   *
   * @throws Wrong with {@link Code#MAPPING_BROKEN}
   */
  static Table table(String file, String text, int charsMax) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(charsMax).build();
    Walk walk = new Walk(file, text);
    try {
      return walk.document(new Parse(settings).parseString(text).iterator());
    } catch (MarkedYamlEngineException broken) {
      throw new Wrong(
          Code.MAPPING_BROKEN, broken.getProblem(), walk.place(broken.getProblemMark()));
    } catch (YamlEngineException broken) {
      throw new Wrong(Code.MAPPING_BROKEN, "YAML", walk.place(Optional.empty()));
    }
  }

  /** One walk over the parser's events. */
  final class Walk {
    private static final int DEPTH_MAX = 4;
    private final String file;
    private final String text;

    Walk(String file, String text) {
      this.file = file;
      this.text = text;
    }

    Table document(Iterator<Event> events) {
      Event event = events.next();
      while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
        event = events.next();
      }
      if (!(event instanceof MappingStartEvent)) {
        throw wrong("name: value", event);
      }
      Table table = entries(events, event, 1);
      while (events.hasNext()) {
        event = events.next();
        if (event instanceof DocumentStartEvent) {
          throw wrong("---", event);
        }
      }
      return table;
    }

    private Yaml value(Iterator<Event> events, Event first, int depth) {
      if (depth > DEPTH_MAX && !(first instanceof ScalarEvent)) {
        throw wrong("> " + DEPTH_MAX, first);
      }
      return switch (first) {
        case ScalarEvent scalar -> new Scalar(scalar.getValue(), place(scalar.getStartMark()));
        case MappingStartEvent start -> entries(events, start, depth);
        case SequenceStartEvent start -> items(events, start, depth);
        default -> throw wrong("name: value", first);
      };
    }

    private Items items(Iterator<Event> events, Event start, int depth) {
      List<Yaml> items = new ArrayList<>();
      for (Event event = events.next();
          !(event instanceof SequenceEndEvent);
          event = events.next()) {
        items.add(value(events, event, depth + 1));
      }
      return new Items(items, place(start.getStartMark()));
    }

    private Table entries(Iterator<Event> events, Event start, int depth) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
        if (!(key instanceof ScalarEvent name)) {
          throw wrong("name: value", key);
        }
        Yaml value = value(events, events.next(), depth + 1);
        Entry entry = new Entry(name.getValue(), place(name.getStartMark()), value);
        if (entries.put(entry.name(), entry) != null) {
          throw wrong(EventReader.shown(entry.name()) + " ×2", key);
        }
      }
      return new Table(entries, place(start.getStartMark()));
    }

    private Wrong wrong(String subject, Event event) {
      return new Wrong(Code.MAPPING_BROKEN, subject, place(event.getStartMark()));
    }

    Position place(Optional<Mark> mark) {
      return mark.map(m -> new Position(file, m.getLine() + 1, column(m)))
          .orElseGet(() -> new Position(file, 1, 1));
    }

    /** Marks count code points; positions count UTF-16 units. */
    private int column(Mark mark) {
      String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
      int points = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
      return line.offsetByCodePoints(0, points) + 1;
    }
  }
}
