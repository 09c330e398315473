package dev.hufu.kernel.loan.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Separates the rates of sums that change their sign often, by bounds that hold over a whole span
 * of rates: a span in which the sum stays away from nothing has no root, one in which its slope
 * keeps its sign has at most one, any other is cut in two.
 */
final class RateIsolation {

  /** So many terms may be looked at, all spans together. */
  private static final long WORK_MAX = 20_000_000;

  private static final double SPAN_MIN = 1e-12;

  private final double[] years;
  private final double[] sums;
  private final List<Span> found = new ArrayList<>();
  private long work;

  private RateIsolation(double[] years, double[] sums) {
    this.years = years;
    this.sums = sums;
  }

  /** A span with exactly one root. */
  record Span(double from, double to) {}

  /**
   * The spans of all roots, ascending; empty where two rates lie too near each other, or where it
   * takes too long to tell.
   */
  static Optional<List<Span>> spans(double[] years, double[] sums, double most) {
    RateIsolation isolation = new RateIsolation(years, sums);
    return isolation.cut(-most, 0) && isolation.cut(0, most)
        ? Optional.of(isolation.found)
        : Optional.empty();
  }

  /** Looks at one span on one side of zero; false where it gives up. */
  private boolean cut(double from, double to) {
    work += years.length;
    if (work > WORK_MAX) {
      return false;
    }
    double pivot = to <= 0 ? years[years.length - 1] : years[0];
    double middle = (from + to) / 2;
    double least = 0;
    double most = 0;
    double slopeLeast = 0;
    double slopeMost = 0;
    double here = 0;
    for (int i = 0; i < sums.length; i++) {
      double time = years[i] - pivot;
      double atFrom = sums[i] * Math.exp(-from * time);
      double atTo = sums[i] * Math.exp(-to * time);
      least += Math.min(atFrom, atTo);
      most += Math.max(atFrom, atTo);
      slopeLeast += Math.min(-time * atFrom, -time * atTo);
      slopeMost += Math.max(-time * atFrom, -time * atTo);
      here += sums[i] * Math.exp(-middle * time);
    }
    double reach = (to - from) / 2 * Math.max(Math.abs(slopeLeast), Math.abs(slopeMost));
    if (least > 0 || most < 0 || Math.abs(here) > reach) {
      return true;
    }
    if (slopeLeast > 0 || slopeMost < 0) {
      if (at(from, pivot) > 0 != at(to, pivot) > 0) {
        found.add(new Span(from, to));
      }
      return true;
    }
    return to - from > SPAN_MIN && cut(from, middle) && cut(middle, to);
  }

  private double at(double rate, double pivot) {
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += sums[i] * Math.exp(-rate * (years[i] - pivot));
    }
    return sum;
  }
}
