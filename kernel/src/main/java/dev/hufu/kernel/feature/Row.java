package dev.hufu.kernel.feature;

import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one event and its features at the places of its {@link Columns}. One thread fills
 * it again and again, so that deciding allocates nothing.
 *
 * <p>Numbers are in their smallest unit; a {@link FieldKind#REAL} lies as the bits of a double.
 */
public final class Row {

  private final Columns columns;
  private final long[] numbers;
  private final @Nullable String[] words;
  private final long[] known;

  public Row(Columns columns) {
    this.columns = columns;
    this.numbers = new long[columns.size()];
    this.words = new String[columns.size()];
    this.known = new long[(columns.size() + 63) >>> 6];
  }

  public Columns columns() {
    return columns;
  }

  /** Forgets everything and takes the fields of an event at the first places. */
  public void begin(EventValues event) {
    Arrays.fill(known, 0);
    long fields = event.copyTo(numbers, words);
    if (fields != 0) {
      known[0] = fields;
    }
  }

  /** Takes all values of another row, whose columns must be equal; only their number is checked. */
  public void copy(Row other) {
    if (other.columns.size() != columns.size()) {
      throw new IllegalArgumentException("a row of other columns");
    }
    System.arraycopy(other.numbers, 0, numbers, 0, numbers.length);
    System.arraycopy(other.words, 0, words, 0, words.length);
    System.arraycopy(other.known, 0, known, 0, known.length);
  }

  public boolean known(int place) {
    return (known[place >>> 6] >>> place & 1) != 0;
  }

  /** 64 places at a time, bit by bit, for whoever looks at many. */
  public long knownWord(int index) {
    return known[index];
  }

  public long number(int place) {
    return numbers[place];
  }

  public double real(int place) {
    return Double.longBitsToDouble(numbers[place]);
  }

  public String word(int place) {
    return Objects.requireNonNull(words[place]);
  }

  public void put(int place, long number) {
    numbers[place] = number;
    known[place >>> 6] |= 1L << place;
  }

  public void putReal(int place, double real) {
    put(place, Double.doubleToRawLongBits(real));
  }

  public void put(int place, String word) {
    words[place] = word;
    known[place >>> 6] |= 1L << place;
  }

  public void forget(int place) {
    known[place >>> 6] &= ~(1L << place);
  }
}
