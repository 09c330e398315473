package dev.hufu.policy.card;

/**
 * How odds become points: so many points at some odds of good to bad, and so many more each time
 * the odds double.
 *
 * <p>Example: 20 points to double, 600 at 50 to 1: factor 28.85390082, offset 487.12287620, and
 * odds of 20 to 1 are 573.561 points. Source: Siddiqi, Credit Risk Scorecards (2006), chapter 6.
 *
 * @param pdo points to double the odds, over 0
 * @param points at {@code odds}
 * @param odds good to bad, over 0
 */
public record Scale(double pdo, double points, double odds) {

  public Scale {
    if (!(pdo > 0) || !(odds > 0) || !Double.isFinite(points + pdo + odds)) {
      throw new IllegalArgumentException("pdo and odds must be over 0: " + pdo + ", " + odds);
    }
  }

  /** Points per unit of log odds. */
  public double factor() {
    return pdo / Math.log(2);
  }

  /** Points at odds of one to one. */
  public double offset() {
    return points - factor() * Math.log(odds);
  }

  /** The score at odds of good to bad. */
  public double score(double goodToBad) {
    return offset() + factor() * Math.log(goodToBad);
  }

  /** The chance of going bad that a score stands for. */
  public double bad(double score) {
    return 1 / (1 + Math.exp((score - offset()) / factor()));
  }
}
