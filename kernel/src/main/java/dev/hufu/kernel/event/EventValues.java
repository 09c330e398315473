package dev.hufu.kernel.event;

import dev.hufu.kernel.limit.Limits;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event as the engine reads it: numbers and words at the places of its type. Immutable; {@link
 * Builder} checks kinds, limits and required fields, so that whoever adds up numbers of events
 * knows that no sum can wrap.
 *
 * <p>Example: {@code EventValues.of(EventTypes.TRANSFER, "t1", at).put("amount",
 * 100_00).put("payer", "a").put("payee", "b").build()}.
 */
public final class EventValues {

  private final EventType type;
  private final String id;
  private final long at;
  private final long[] numbers;
  private final @Nullable String[] words;
  private final long known;

  private EventValues(
      EventType type, String id, long at, long[] numbers, @Nullable String[] words, long known) {
    this.type = type;
    this.id = id;
    this.at = at;
    this.numbers = numbers;
    this.words = words;
    this.known = known;
  }

  public static Builder of(EventType type, String id, Instant at) {
    return new Builder(type, id, at.toEpochMilli());
  }

  public static Builder of(EventType type, String id, long atMillis) {
    return new Builder(type, id, atMillis);
  }

  public EventType type() {
    return type;
  }

  public String id() {
    return id;
  }

  /** When it happened, in milliseconds since 1970. */
  public long at() {
    return at;
  }

  public boolean known(int place) {
    return (known >>> place & 1) != 0;
  }

  /** The number at a place that is known and not a word. */
  public long number(int place) {
    return numbers[place];
  }

  /** The word at a place that is known and holds one. */
  public String word(int place) {
    return Objects.requireNonNull(words[place]);
  }

  /**
   * Copies all values to the first places of two arrays, whatever lies at unknown ones.
   *
   * @return which places are known, the first as the lowest bit
   */
  public long copyTo(long[] allNumbers, @Nullable String[] allWords) {
    System.arraycopy(numbers, 0, allNumbers, 0, numbers.length);
    System.arraycopy(words, 0, allWords, 0, words.length);
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventValues that
        && type.name().equals(that.type.name())
        && id.equals(that.id)
        && at == that.at
        && known == that.known
        && Arrays.equals(numbers, that.numbers)
        && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, at);
  }

  /** Kind, id and moment; no value, for values are people's data. */
  @Override
  public String toString() {
    return type.name() + " " + id + " at " + Instant.ofEpochMilli(at);
  }

  /**
   * Gathers the values of one event. Numbers are in the field's smallest unit. What is beyond a
   * limit, or of the wrong kind, throws: readers of files refuse it before.
   */
  public static final class Builder {

    private final EventType type;
    private final String id;
    private final long at;
    private final long[] numbers;
    private final @Nullable String[] words;
    private long known;

    private Builder(EventType type, String id, long at) {
      if (id.isEmpty() || id.length() > Limits.EVENT_ID_CHARS_MAX) {
        throw new IllegalArgumentException("an id of " + id.length() + " characters");
      }
      this.type = type;
      this.id = id;
      this.at = at;
      this.numbers = new long[type.fields().size()];
      this.words = new String[type.fields().size()];
    }

    public Builder put(String field, long number) {
      return put(type.place(field), number);
    }

    public Builder put(String field, boolean flag) {
      return put(type.place(field), flag ? 1 : 0);
    }

    public Builder put(String field, String word) {
      return put(type.place(field), word);
    }

    public Builder put(int place, long number) {
      if (type.fields().get(place).kind() == FieldKind.WORD) {
        throw new IllegalArgumentException(type.fields().get(place).name() + " is a word");
      }
      if (number > Limits.EVENT_NUMBER_MAX || number < -Limits.EVENT_NUMBER_MAX) {
        throw new IllegalArgumentException(type.fields().get(place).name() + " is too large");
      }
      numbers[place] = number;
      known |= 1L << place;
      return this;
    }

    public Builder put(int place, String word) {
      if (type.fields().get(place).kind() != FieldKind.WORD) {
        throw new IllegalArgumentException(type.fields().get(place).name() + " is no word");
      }
      if (word.length() > Limits.EVENT_WORD_CHARS_MAX) {
        throw new IllegalArgumentException(type.fields().get(place).name() + " is too long");
      }
      words[place] = word;
      known |= 1L << place;
      return this;
    }

    /** The first required field that is missing, or null. */
    public @Nullable EventField missing() {
      for (int place = 0; place < numbers.length; place++) {
        EventField field = type.fields().get(place);
        if (field.required() && (known >>> place & 1) == 0) {
          return field;
        }
      }
      return null;
    }

    /** The builder is spent afterwards. */
    public EventValues build() {
      EventField missing = missing();
      if (missing != null) {
        throw new IllegalStateException("missing: " + type.name() + "." + missing.name());
      }
      return new EventValues(type, id, at, numbers, words, known);
    }
  }
}
