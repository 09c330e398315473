package dev.hufu.learn.card;

/** How closely two columns run together (Pearson); 0 where one of them does not move. */
final class Correlation {

  private Correlation() {}

  static double of(double[] one, double[] other) {
    double meanOne = Woe.sum(one) / one.length;
    double meanOther = Woe.sum(other) / other.length;
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      double a = one[i] - meanOne;
      double b = other[i] - meanOther;
      both += a * b;
      squaresOne += a * a;
      squaresOther += b * b;
    }
    double length = Math.sqrt(squaresOne * squaresOther);
    return length == 0 ? 0 : both / length;
  }
}
