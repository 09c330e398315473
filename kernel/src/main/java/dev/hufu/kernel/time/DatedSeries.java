package dev.hufu.kernel.time;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A value that changes on known days and is known only up to a day, such as the one-year LPR.
 *
 * <p>Example: with 3.10 from 2024-10-21 and 3.00 from 2025-05-20, known through 2026-08-20, {@code
 * on(2026-01-01)} is 3.00 and {@code on(2026-11-21)} is empty: not known, never guessed.
 */
public final class DatedSeries<V> {

  private final TreeMap<LocalDate, V> from;
  private final LocalDate knownThrough;

  public DatedSeries(NavigableMap<LocalDate, V> from, LocalDate knownThrough) {
    if (from.isEmpty() || from.lastKey().isAfter(knownThrough)) {
      throw new IllegalArgumentException("a series needs a first day not after " + knownThrough);
    }
    this.from = new TreeMap<>(from);
    this.knownThrough = knownThrough;
  }

  /** The value in force on that day, or empty before the first day and past what is known. */
  public Optional<V> on(LocalDate day) {
    return day.isAfter(knownThrough) ? Optional.empty() : lastKnown(day);
  }

  /**
   * The last value that is known at that day, even past {@link #knownThrough}: say so when shown.
   */
  public Optional<V> lastKnown(LocalDate day) {
    return Optional.ofNullable(from.floorEntry(day)).map(entry -> entry.getValue());
  }

  /** Since which day the value of {@link #lastKnown} has held. */
  public Optional<LocalDate> since(LocalDate day) {
    return Optional.ofNullable(from.floorKey(day));
  }

  /** The same days with values seen another way. */
  public <W> DatedSeries<W> map(Function<? super V, ? extends W> change) {
    TreeMap<LocalDate, W> changed = new TreeMap<>();
    from.forEach((day, value) -> changed.put(day, change.apply(value)));
    return new DatedSeries<>(changed, knownThrough);
  }

  public LocalDate knownThrough() {
    return knownThrough;
  }

  public int size() {
    return from.size();
  }
}
