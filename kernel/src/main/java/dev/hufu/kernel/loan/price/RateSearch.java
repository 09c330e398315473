package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds every rate at which sums at moments, discounted, add up to nothing: {@code Σ cᵢ · e^(−u·tᵢ)
 * = 0}.
 *
 * <p>How many such rates there can be is at most how often the sums change their sign (Laguerre's
 * form of Descartes' rule). One change: one rate, found between two bounds by Newton's steps on the
 * logarithm of inflow over outflow, halving where a step leaves the bounds. More changes: if at a
 * rate the debt never turns into a claim on the way, that rate is the only one. Else all of them
 * are separated by Rolle's theorem: the function times {@code e^(u·t*)}, with {@code t*} between
 * the two sums of a change, has a derivative of the same form with one change less. Beyond {@link
 * Limits#PRICE_SIGN_CHANGES_MAX} changes {@link RateIsolation} separates them instead.
 *
 * <p>Example: {@code RateSearch.roots(new long[] {0, 8760}, new double[] {1000, -1100})} is 10 %.
 */
public final class RateSearch {

  /** The largest growth that is told: an effective rate of 10^9, or 100,000,000,000 %. */
  public static final double CONTINUOUS_MAX = Math.log(1e9);

  private static final int STEPS_MAX = 200;

  /** After so many of Newton's steps one halving is put in, so that the bounds always close. */
  private static final int HALVE_EVERY = 12;

  private static final double STEP_MIN = 4e-16;

  /** How near to nothing a sum of rounded terms is taken for nothing, as a part of the terms. */
  private static final double TOUCH = 1e-13;

  /** Among so many lengths seen last an equal one is looked for, to save an exponential. */
  private static final int GAPS_LOOKED_AT = 8;

  private final double[] years;
  private final int[] gap;
  private final double[] gaps;
  private final double[] discount;
  private double in;
  private double out;
  private double inYears;
  private double outYears;

  private RateSearch(long[] ticks) {
    int n = ticks.length;
    years = new double[n];
    gap = new int[n];
    double[] distinct = new double[n];
    int found = 0;
    for (int i = 1; i < n; i++) {
      years[i] = (double) (ticks[i] - ticks[0]) / Ticks.YEAR;
      double length = (double) (ticks[i] - ticks[i - 1]) / Ticks.YEAR;
      int at = found;
      for (int k = Math.max(0, found - GAPS_LOOKED_AT); k < found; k++) {
        if (distinct[k] == length) {
          at = k;
        }
      }
      if (at == found) {
        distinct[found++] = length;
      }
      gap[i] = at;
    }
    gaps = distinct;
    discount = new double[found];
  }

  /**
   * All rates.
   *
   * @param ticks strictly ascending
   * @param sums as many, none of them zero; plus is received, minus is paid
   */
  public static Roots roots(long[] ticks, double[] sums) {
    int changes = signChanges(sums);
    if (changes == 0) {
      return new Roots.None(NoRate.ONE_WAY);
    }
    RateSearch search = new RateSearch(ticks);
    return changes == 1 ? search.only(sums) : search.all(sums, changes);
  }

  private static int signChanges(double[] sums) {
    int changes = 0;
    for (int i = 1; i < sums.length; i++) {
      if (sums[i] > 0 != sums[i - 1] > 0) {
        changes++;
      }
    }
    return changes;
  }

  private Roots only(double[] sums) {
    double root = between(sums, -CONTINUOUS_MAX, CONTINUOUS_MAX, sums[sums.length - 1] > 0);
    return within(root) ? new Roots.One(new Growth(root)) : new Roots.None(NoRate.BEYOND);
  }

  private static boolean within(double root) {
    return Math.abs(root) < CONTINUOUS_MAX * (1 - 1e-12);
  }

  private Roots all(double[] sums, int changes) {
    boolean low = at(sums, -CONTINUOUS_MAX) > 0;
    boolean high = at(sums, CONTINUOUS_MAX) > 0;
    if (low != high) {
      double root = between(sums, -CONTINUOUS_MAX, CONTINUOUS_MAX, low);
      if (keepsItsSide(sums, root)) {
        return new Roots.One(new Growth(root));
      }
    }
    Optional<List<Double>> found =
        changes > Limits.PRICE_SIGN_CHANGES_MAX
            ? RateIsolation.spans(years, sums, CONTINUOUS_MAX).map(spans -> within(sums, spans))
            : Optional.of(separated(sums));
    if (found.isEmpty()) {
      return new Roots.None(NoRate.TANGLED);
    }
    List<Double> roots = found.get();
    return switch (roots.size()) {
      case 0 ->
          new Roots.None(
              sums[0] > 0 == sums[sums.length - 1] > 0 ? NoRate.NONE_FITS : NoRate.BEYOND);
      case 1 -> new Roots.One(new Growth(roots.getFirst()));
      default -> new Roots.Several(roots.stream().map(Growth::new).toList());
    };
  }

  private List<Double> within(double[] sums, List<RateIsolation.Span> spans) {
    return spans.stream()
        .map(span -> between(sums, span.from(), span.to(), at(sums, span.from()) > 0))
        .toList();
  }

  /**
   * Whether at that rate the balance never changes its side before the end. What was owed before a
   * sum is what comes after it, so a negative rate is followed from the end.
   */
  private boolean keepsItsSide(double[] sums, double rate) {
    boolean forward = rate >= 0;
    discounts(Math.abs(rate));
    int last = sums.length - 1;
    boolean plus = forward ? sums[0] > 0 : sums[last] > 0;
    double factor = 1;
    double balance = 0;
    double size = 0;
    for (int step = 0; step <= last; step++) {
      int i = forward ? step : last - step;
      factor = step == 0 ? 1 : factor * discount[gap[forward ? i : i + 1]];
      balance += sums[i] * factor;
      size += Math.abs(sums[i]) * factor;
      if (Math.abs(balance) > TOUCH * size && balance > 0 != plus) {
        return false;
      }
    }
    return true;
  }

  /** All roots, by those of a derivative that changes its sign once less. */
  private List<Double> separated(double[] sums) {
    int change = 1;
    while (change < sums.length && sums[change] > 0 == sums[change - 1] > 0) {
      change++;
    }
    if (change == sums.length) {
      return List.of();
    }
    double pivot = (years[change] + years[change - 1]) / 2;
    double[] slope = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      slope[i] = sums[i] * (pivot - years[i]);
    }
    List<Double> bounds = new ArrayList<>();
    bounds.add(-CONTINUOUS_MAX);
    bounds.addAll(separated(slope));
    bounds.add(CONTINUOUS_MAX);
    List<Double> roots = new ArrayList<>();
    double before = at(sums, bounds.getFirst());
    for (int i = 1; i < bounds.size(); i++) {
      double here = at(sums, bounds.get(i));
      if (here == 0) {
        if (i < bounds.size() - 1) {
          roots.add(bounds.get(i));
        }
      } else if (before != 0 && before > 0 != here > 0) {
        roots.add(between(sums, bounds.get(i - 1), bounds.get(i), before > 0));
      }
      before = here;
    }
    return roots;
  }

  /** The sum at a rate, by its sign; exactly zero where only rounding is left. */
  private double at(double[] sums, double rate) {
    evaluate(sums, rate);
    double sum = in - out;
    return Math.abs(sum) <= TOUCH * (in + out) ? 0 : sum;
  }

  /** The root between two bounds at which the sum has opposite signs. */
  private double between(double[] sums, double from, double to, boolean plusAtFrom) {
    double low = from;
    double high = to;
    double rate = low < 0 && high > 0 ? 0 : (low + high) / 2;
    for (int step = 1; step <= STEPS_MAX; step++) {
      evaluate(sums, rate);
      if (in == out) {
        return rate;
      }
      if (in > out == plusAtFrom) {
        low = rate;
      } else {
        high = rate;
      }
      double next = rate - Math.log(in / out) / (outYears / out - inYears / in);
      if (!(next > low && next < high) || step % HALVE_EVERY == 0) {
        next = (low + high) / 2;
      }
      double least = STEP_MIN * Math.max(1, Math.abs(rate));
      if (Math.abs(next - rate) <= least || high - low <= least) {
        return next;
      }
      rate = next;
    }
    return rate;
  }

  private void discounts(double rate) {
    for (int i = 0; i < discount.length; i++) {
      discount[i] = Math.exp(-rate * gaps[i]);
    }
  }

  /**
   * Inflow and outflow at that rate, and both weighted with time. Reckoned from the end where the
   * rate is negative, so that no factor exceeds one.
   */
  private void evaluate(double[] sums, double rate) {
    in = 0;
    out = 0;
    inYears = 0;
    outYears = 0;
    int last = sums.length - 1;
    double factor = 1;
    if (rate >= 0) {
      discounts(rate);
      add(sums[0], years[0]);
      for (int i = 1; i <= last; i++) {
        factor *= discount[gap[i]];
        add(sums[i] * factor, years[i]);
      }
    } else {
      discounts(-rate);
      add(sums[last], years[last]);
      for (int i = last - 1; i >= 0; i--) {
        factor *= discount[gap[i + 1]];
        add(sums[i] * factor, years[i]);
      }
    }
  }

  private void add(double present, double when) {
    if (present > 0) {
      in += present;
      inYears += present * when;
    } else {
      out -= present;
      outYears -= present * when;
    }
  }
}
