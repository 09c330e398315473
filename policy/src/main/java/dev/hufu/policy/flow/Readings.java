package dev.hufu.policy.flow;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.flow.FlowFeature.Known;
import dev.hufu.policy.flow.FlowFeature.Missing;
import dev.hufu.policy.flow.FlowFeature.Reading;
import dev.hufu.policy.flow.FlowFeature.Why;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Values out of sums in fen, exact until the one rounding at the end, half to even. */
final class Readings {

  /** Places of a ratio. */
  private static final int PLACES = 4;

  static final Missing NO_MONTH =
      new Missing(Why.TOO_SHORT, new Wording("账单没有完整覆盖一个月", "the bill covers no month whole"));

  static final Missing NO_INFLOW =
      new Missing(
          Why.NOTHING_TO_COMPARE, new Wording("这段时间没有流入可以比", "there is no inflow to compare with"));

  private Readings() {}

  static Missing monthsWanted(int months) {
    return new Missing(
        Why.TOO_SHORT,
        new Wording(
            "要有 %d 个完整的月才能说".formatted(months), "asks for %d whole months".formatted(months)));
  }

  static Missing daysWanted(int days) {
    return new Missing(
        Why.TOO_SHORT,
        new Wording(
            "账单没有覆盖最近 %d 天".formatted(days),
            "the bill does not cover the last %d days".formatted(days)));
  }

  static Missing notInBill(String zh, String en) {
    return new Missing(Why.NOT_IN_BILL, new Wording(zh, en));
  }

  static long sum(long[] months) {
    return Arrays.stream(months).sum();
  }

  static Reading count(long count, List<Integer> rows) {
    return new Known(BigDecimal.valueOf(count), rows);
  }

  /** Yuan a month, to the fen. */
  static Reading perMonth(long fen, int months, List<Integer> rows) {
    return new Known(
        BigDecimal.valueOf(fen, 2).divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_EVEN),
        rows);
  }

  static Reading ratio(long part, long whole, List<Integer> rows) {
    return whole <= 0
        ? NO_INFLOW
        : new Known(
            BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_EVEN),
            rows);
  }

  /** The standard deviation by n, as a part of the mean. */
  static Reading variation(long[] months, int least, List<Integer> rows) {
    if (months.length < least) {
      return monthsWanted(least);
    }
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (long month : months) {
      BigInteger one = BigInteger.valueOf(month);
      sum = sum.add(one);
      squares = squares.add(one.multiply(one));
    }
    if (sum.signum() <= 0) {
      return NO_INFLOW;
    }
    BigInteger spread =
        squares.multiply(BigInteger.valueOf(months.length)).subtract(sum.multiply(sum));
    BigDecimal value =
        new BigDecimal(spread)
            .sqrt(MathContext.DECIMAL64)
            .divide(new BigDecimal(sum), PLACES, RoundingMode.HALF_EVEN);
    return new Known(value, rows);
  }

  /** The largest party's part of something; missing where too much of it has no name. */
  static Reading largestShare(FlowBook book, Predicate<Flow> of) {
    Map<String, Long> sums = new HashMap<>();
    long all = 0;
    for (Flow flow : book.counted()) {
      if (of.test(flow)) {
        sums.merge(flow.who(), flow.fen(), Long::sum);
        all += flow.fen();
      }
    }
    Long unnamed = sums.remove("");
    if (unnamed != null && unnamed * 1000.0 > 1.0 * all * book.policy().lines().unnamedPermille()) {
      return notInBill(
          "没写名字的流入太多，分不出是谁付的", "too much of the inflow has no name to tell payers apart");
    }
    long most = sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return ratio(most, all, book.rows(of));
  }
}
