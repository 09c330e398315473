package dev.hufu.intake.event;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one event of a type while its line is read; used again for the next line. */
final class Draft {

  static final int TYPE = -1;
  static final int ID = -2;
  static final int AT = -3;
  static final int UNKNOWN = -4;

  private static final Set<String> RESERVED = Set.of("type", "id", "at");

  private final EventType type;
  private final FieldKind[] kinds;
  private final long required;
  private final long[] numbers;
  private final @Nullable String[] words;
  private long seen;
  private long known;
  private boolean hasType;
  private @Nullable String id;
  private boolean hasAt;
  private long at;

  Draft(EventType type) {
    List<EventField> fields = type.fields();
    this.type = type;
    this.kinds = fields.stream().map(EventField::kind).toArray(FieldKind[]::new);
    this.numbers = new long[kinds.length];
    this.words = new String[kinds.length];
    long must = 0;
    for (int place = 0; place < kinds.length; place++) {
      if (RESERVED.contains(fields.get(place).name())) {
        throw new IllegalArgumentException(
            "reserved: " + type.name() + "." + fields.get(place).name());
      }
      must |= fields.get(place).required() ? 1L << place : 0;
    }
    this.required = must;
  }

  EventType type() {
    return type;
  }

  FieldKind kind(int place) {
    return kinds[place];
  }

  EventField field(int place) {
    return type.fields().get(place);
  }

  boolean required(int place) {
    return (required >>> place & 1) != 0;
  }

  void clear() {
    seen = 0;
    known = 0;
    hasType = false;
    id = null;
    hasAt = false;
  }

  /** Where a name belongs: a place, one of the three of every event, or {@link #UNKNOWN}. */
  int place(String name) {
    return switch (name) {
      case "type" -> TYPE;
      case "id" -> ID;
      case "at" -> AT;
      default -> type.find(name).orElse(UNKNOWN);
    };
  }

  /** Notes that a field was written; false if it was written before. */
  boolean first(int place) {
    switch (place) {
      case TYPE -> {
        boolean first = !hasType;
        hasType = true;
        return first;
      }
      case ID -> {
        return id == null;
      }
      case AT -> {
        return !hasAt;
      }
      default -> {
        boolean first = (seen >>> place & 1) == 0;
        seen |= 1L << place;
        return first;
      }
    }
  }

  void id(String value) {
    id = value;
  }

  void at(long millis) {
    hasAt = true;
    at = millis;
  }

  void number(int place, long value) {
    numbers[place] = value;
    known |= 1L << place;
  }

  void word(int place, String value) {
    words[place] = value;
    known |= 1L << place;
  }

  /** The name of the first thing that an event must have and this one has not, or null. */
  @Nullable String missing() {
    if (id == null) {
      return "id";
    }
    if (!hasAt) {
      return "at";
    }
    long missing = required & ~known;
    return missing == 0 ? null : field(Long.numberOfTrailingZeros(missing)).name();
  }

  /** The event; nothing may be {@link #missing}. */
  EventValues build() {
    String known_ = id;
    if (known_ == null) {
      throw new IllegalStateException("id");
    }
    EventValues.Builder builder = EventValues.of(type, known_, at);
    for (long left = known; left != 0; left &= left - 1) {
      int place = Long.numberOfTrailingZeros(left);
      String word = words[place];
      if (kinds[place] == FieldKind.WORD && word != null) {
        builder.put(place, word);
      } else {
        builder.put(place, numbers[place]);
      }
    }
    return builder.build();
  }
}
