package dev.hufu.learn.measure;

import java.util.Locale;

/**
 * A figure and how sure one may be of it.
 *
 * <p>Example: {@code 0.793 (0.781–0.805)}.
 *
 * @param low end of the interval in which the figure lies in 95 of 100 samples like this one
 * @param high its other end
 */
public record Interval(double value, double low, double high) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", value, low, high);
  }
}
