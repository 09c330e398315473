package dev.hufu.learn.watch;

import dev.hufu.learn.measure.Interval;
import java.util.Optional;

/**
 * Sums over rows with an outcome, in memory that does not grow: the logit of scores lies in bins.
 */
final class OutcomeCounts {

  /** Bins of the logit from −12 to 12; a bin is a twentieth wide. */
  private static final int BINS = 480;

  private static final double LOGIT_MAX = 12;
  private static final double SURE = 1.959964;
  private static final int ROUNDS_MAX = 50;

  private long labelled;
  private long bad;
  private double expected;
  private double squares;
  private double squaresSquared;
  private boolean probabilities = true;
  private final long[] rows = new long[BINS];
  private final long[] bads = new long[BINS];
  private final double[] logits = new double[BINS];

  void add(double score, boolean outcome) {
    labelled++;
    bad += outcome ? 1 : 0;
    probabilities &= score >= 0 && score <= 1;
    if (!probabilities) {
      return;
    }
    expected += score;
    double apart = (score - (outcome ? 1 : 0)) * (score - (outcome ? 1 : 0));
    squares += apart;
    squaresSquared += apart * apart;
    double logit = Math.clamp(Math.log(score / (1 - score)), -LOGIT_MAX, LOGIT_MAX);
    int bin = (int) Math.min(BINS - 1, (logit + LOGIT_MAX) / (2 * LOGIT_MAX) * BINS);
    rows[bin]++;
    bads[bin] += outcome ? 1 : 0;
    logits[bin] += logit;
  }

  Outcomes outcomes() {
    boolean told = probabilities && labelled > 0;
    return new Outcomes(
        labelled,
        bad,
        told ? expected : Double.NaN,
        told && expected > 0 ? Optional.of(ratio()) : Optional.empty(),
        told ? Optional.of(brier()) : Optional.empty(),
        told && bad > 0 && bad < labelled ? slope() : Optional.empty());
  }

  /** Byar's approximation of the exact interval of a count, by what was expected. */
  private Interval ratio() {
    double low = bad == 0 ? 0 : bad * cubed(1 - 1 / (9.0 * bad) - SURE / (3 * Math.sqrt(bad)));
    double more = bad + 1;
    double high = more * cubed(1 - 1 / (9 * more) + SURE / (3 * Math.sqrt(more)));
    return new Interval(bad / expected, low / expected, high / expected);
  }

  private static double cubed(double x) {
    return x * x * x;
  }

  private Interval brier() {
    double mean = squares / labelled;
    double spread = Math.sqrt(Math.max(0, squaresSquared / labelled - mean * mean) / labelled);
    return new Interval(mean, mean - SURE * spread, mean + SURE * spread);
  }

  /**
   * Logistic regression of the outcome on the logit, by Newton's method over the bins; a step that
   * makes the outcomes less likely is halved.
   */
  private Optional<Interval> slope() {
    double level = Math.log(bad / (double) (labelled - bad));
    double slope = 0;
    for (int round = 0; round < ROUNDS_MAX; round++) {
      double[] step = step(level, slope);
      double determinant = step[2] * step[4] - step[3] * step[3];
      if (!(determinant > 1e-9)) {
        return Optional.empty();
      }
      double levelBy = (step[4] * step[0] - step[3] * step[1]) / determinant;
      double slopeBy = (step[2] * step[1] - step[3] * step[0]) / determinant;
      if (Math.abs(levelBy) + Math.abs(slopeBy) < 1e-8) {
        double error = Math.sqrt(step[2] / determinant);
        return Optional.of(new Interval(slope, slope - SURE * error, slope + SURE * error));
      }
      double part = 1;
      double now = likelihood(level, slope);
      while (part > 1e-6 && likelihood(level + part * levelBy, slope + part * slopeBy) < now) {
        part /= 2;
      }
      level += part * levelBy;
      slope += part * slopeBy;
    }
    return Optional.empty();
  }

  private double likelihood(double level, double slope) {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (rows[bin] > 0) {
        double at = level + slope * logits[bin] / rows[bin];
        sum += bads[bin] * at - rows[bin] * (Math.max(at, 0) + Math.log1p(Math.exp(-Math.abs(at))));
      }
    }
    return sum;
  }

  /** The gradient by level and slope, then the information: level, both, slope. */
  private double[] step(double level, double slope) {
    double[] sums = new double[5];
    for (int bin = 0; bin < BINS; bin++) {
      if (rows[bin] > 0) {
        double x = logits[bin] / rows[bin];
        double p = 1 / (1 + Math.exp(-(level + slope * x)));
        double apart = bads[bin] - rows[bin] * p;
        double weight = rows[bin] * p * (1 - p);
        sums[0] += apart;
        sums[1] += apart * x;
        sums[2] += weight;
        sums[3] += weight * x;
        sums[4] += weight * x * x;
      }
    }
    return sums;
  }
}
