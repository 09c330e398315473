package dev.hufu.stream;

import dev.hufu.intake.event.EventRow;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file on its way to the step: an event as plain fields, in the form for which Flink
 * has its own fast serializer, or why the line holds none.
 *
 * <p>Example: {@code EventLine.of(row).event(types)} gives back the event of an accepted row. The
 * fields are public and can be set because Flink asks for that; nobody else sets them.
 */
public final class EventLine {

  /** Why there is no event, with its place in the file; empty if there is one. */
  public String refusal = "";

  /** The name of the event's type. */
  public String type = "";

  public String id = "";

  /** In milliseconds since 1970. */
  public long at;

  /** A bit for each place that is known. */
  public long known;

  public long[] numbers = {};
  public @Nullable String[] words = {};

  /** What a reader made of a line. */
  public static EventLine of(EventRow row) {
    return switch (row) {
      case EventRow.Accepted accepted -> of(accepted.event());
      case EventRow.Refused refused -> {
        EventLine line = new EventLine();
        line.refusal = refused.refusal().toString();
        yield line;
      }
    };
  }

  private static EventLine of(EventValues event) {
    int places = event.type().fields().size();
    EventLine line = new EventLine();
    line.type = event.type().name();
    line.id = event.id();
    line.at = event.at();
    line.numbers = new long[places];
    line.words = new String[places];
    for (int place = 0; place < places; place++) {
      if (!event.known(place)) {
        continue;
      }
      line.known |= 1L << place;
      if (isWord(event.type(), place)) {
        line.words[place] = event.word(place);
      } else {
        line.numbers[place] = event.number(place);
      }
    }
    return line;
  }

  /**
   * The event of a line that was not refused.
   *
   * @param types those it was read with
   */
  public EventValues event(EventTypes types) {
    EventType its = types.find(type).orElseThrow(() -> new IllegalArgumentException(type));
    EventValues.Builder event = EventValues.of(its, id, at);
    for (int place = 0; place < its.fields().size(); place++) {
      if ((known >>> place & 1) == 0) {
        continue;
      }
      String word = words[place];
      if (word != null) {
        event.put(place, word);
      } else {
        event.put(place, numbers[place]);
      }
    }
    return event.build();
  }

  private static boolean isWord(EventType type, int place) {
    return type.fields().get(place).kind() == FieldKind.WORD;
  }

  static TypeInformation<EventLine> flinkType() {
    return Types.POJO(EventLine.class);
  }
}
