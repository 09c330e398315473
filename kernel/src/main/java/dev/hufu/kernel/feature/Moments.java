package dev.hufu.kernel.feature;

/** Mean and deviation from exact whole sums, each rounded once where a double begins. */
final class Moments {

  private Moments() {}

  static double mean(long sum, long count, double unit) {
    return (double) sum / count / unit;
  }

  /**
   * The deviation of the population: √(n·Σx² − (Σx)²) ÷ n. With the limits of {@link
   * dev.hufu.kernel.limit.Limits} both terms stay below 2¹²⁶.
   *
   * @param high upper half of the sum of squares
   * @param low lower half
   */
  static double deviation(long high, long low, long sum, long count, double unit) {
    long leftHigh = high * count + Math.unsignedMultiplyHigh(low, count);
    long leftLow = low * count;
    long rightHigh = Math.multiplyHigh(sum, sum);
    long rightLow = sum * sum;
    long differenceHigh = leftHigh - rightHigh;
    if (Long.compareUnsigned(leftLow, rightLow) < 0) {
      differenceHigh--;
    }
    return Math.sqrt(toDouble(differenceHigh, leftLow - rightLow)) / count / unit;
  }

  /** The nearest double of a number of 128 bits that is not negative. */
  static double toDouble(long high, long low) {
    if (high == 0) {
      return ofUnsigned(low);
    }
    int shift = 64 - Long.numberOfLeadingZeros(high);
    if (shift == 64) {
      throw new ArithmeticException("negative");
    }
    long top = high << 64 - shift | low >>> shift;
    // Whatever is shifted out only matters to which side a tie falls.
    if (low << 64 - shift != 0) {
      top |= 1;
    }
    return Math.scalb(ofUnsigned(top), shift);
  }

  private static double ofUnsigned(long number) {
    return number >= 0 ? (double) number : (double) (number >>> 1 | number & 1) * 2;
  }
}
