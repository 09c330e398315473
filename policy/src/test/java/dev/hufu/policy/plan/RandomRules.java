package dev.hufu.policy.plan;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Row;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Well-typed conditions and rows at random: each operator, and values where things change. */
final class RandomRules {

  static final Columns COLUMNS =
      new Columns(
          List.of(
              new Column("t.count", FieldKind.COUNT),
              new Column("t.amount", FieldKind.AMOUNT),
              new Column("t.days", FieldKind.COUNT),
              new Column("t.age", FieldKind.ELAPSED),
              new Column("t.silence", FieldKind.ELAPSED),
              new Column("t.risk", FieldKind.RATE),
              new Column("t.share", FieldKind.RATE),
              new Column("p.mean", FieldKind.REAL),
              new Column("p.ratio", FieldKind.REAL),
              new Column("t.first", FieldKind.FLAG),
              new Column("t.remote", FieldKind.FLAG),
              new Column("t.city", FieldKind.WORD),
              new Column("t.device", FieldKind.WORD)));

  private static final List<Long> WHOLES =
      List.of(
          0L,
          1L,
          -1L,
          2L,
          3L,
          100L,
          300_000L,
          (1L << 53) - 1,
          1L << 53,
          (1L << 53) + 1,
          -(1L << 53) - 1,
          Long.MAX_VALUE,
          Long.MAX_VALUE - 1,
          Long.MIN_VALUE,
          Long.MIN_VALUE + 1);
  private static final List<String> REALS =
      List.of("0.0", "0.5", "-0.5", "0.3", "1.0", "-1.0", "0.000001", "1e300", "-1e300", "0.1");
  private static final List<String> WORDS = List.of("", "a", "ab", "abc", "b", "京", "京城", "😀");
  private static final List<String> ORDERS = List.of("<", "<=", ">", ">=", "==", "!=");

  private final Random random;

  RandomRules(long seed) {
    random = new Random(seed);
  }

  String condition(int depth) {
    if (depth == 0) {
      return simple();
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> condition(depth - 1) + " && " + condition(depth - 1);
      case 3, 4 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
      case 5 -> "!(" + condition(depth - 1) + ")";
      case 6 -> "((" + condition(depth - 1) + ") ? " + flag(depth) + " : " + flag(depth) + ")";
      case 7 -> "((" + condition(depth - 1) + ") " + pick(List.of("==", "!=")) + " t.first)";
      case 8, 9 -> arithmetic(depth);
      default -> simple();
    };
  }

  private String flag(int depth) {
    return "(" + condition(depth - 1) + ")";
  }

  /** What the index holds, mostly. */
  private String simple() {
    String order = pick(ORDERS);
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> whole() + " " + order + " " + wholeConstant();
      case 3 -> wholeConstant() + " " + order + " " + whole();
      case 4 -> span() + " " + order + " " + spanConstant();
      case 5, 6 -> real() + " " + order + " " + pick(REALS);
      case 7 -> (random.nextBoolean() ? "!" : "") + pick(List.of("t.first", "t.remote"));
      case 8 -> "known(" + pick(COLUMNS.list()).name() + ")";
      case 9 -> whole() + " in [" + some(this::wholeConstant) + "]";
      case 10 -> word() + " in [" + some(this::wordConstant) + "]";
      case 11 -> word() + " " + order + " " + wordConstant();
      case 12 -> word() + ".startsWith(" + wordConstant() + ")";
      case 13 -> "!" + word() + ".startsWith(" + wordConstant() + ")";
      case 14 -> real() + " in [" + some(() -> pick(REALS)) + "]";
      default -> pick(List.of("true", "false", "t.first == true", "false != t.remote"));
    };
  }

  /** What the index does not hold. */
  private String arithmetic(int depth) {
    String order = pick(ORDERS);
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> wholes(depth) + " " + order + " " + wholes(depth);
      case 3, 4 -> reals(depth) + " " + order + " " + reals(depth);
      case 5 -> "t.age " + order + " t.silence";
      case 6 -> "t.age - t.silence " + order + " " + spanConstant();
      case 7 -> word() + "." + pick(List.of("contains", "endsWith")) + "(" + wordConstant() + ")";
      case 8 -> "t.city" + " " + order + " t.device";
      case 9 -> "t.city.startsWith(t.device)";
      case 10 -> word() + ".matches(\"^a.?c?$\")";
      case 11 -> "size(" + word() + ") " + order + " " + random.nextInt(4);
      case 12 -> "[1, 2, 300000].exists(i, i " + order + " " + whole() + ")";
      default -> "t.city + t.device " + order + " " + wordConstant();
    };
  }

  private String wholes(int depth) {
    if (depth <= 0) {
      return random.nextBoolean() ? whole() : wholeConstant();
    }
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 ->
          "("
              + wholes(depth - 1)
              + pick(List.of(" + ", " - ", " * ", " / ", " % "))
              + wholes(depth - 1)
              + ")";
      case 4 -> "-(" + wholes(depth - 1) + ")";
      case 5 -> "(" + simple() + " ? " + wholes(depth - 1) + " : " + wholes(depth - 1) + ")";
      case 6 -> "yuan(" + wholes(depth - 1) + ")";
      default -> whole();
    };
  }

  private String reals(int depth) {
    if (depth <= 0) {
      return random.nextBoolean() ? real() : pick(REALS);
    }
    return switch (random.nextInt(7)) {
      case 0, 1, 2 ->
          "("
              + reals(depth - 1)
              + pick(List.of(" + ", " - ", " * ", " / "))
              + reals(depth - 1)
              + ")";
      case 3 -> "double(" + wholes(depth - 1) + ")";
      case 4 -> "(" + simple() + " ? " + reals(depth - 1) + " : " + reals(depth - 1) + ")";
      case 5 -> "-(" + reals(depth - 1) + ")";
      default -> real();
    };
  }

  private String whole() {
    return pick(List.of("t.count", "t.amount", "t.days"));
  }

  private String real() {
    return pick(List.of("t.risk", "t.share", "p.mean", "p.ratio"));
  }

  private String span() {
    return pick(List.of("t.age", "t.silence"));
  }

  private String word() {
    return pick(List.of("t.city", "t.device"));
  }

  private String wholeConstant() {
    return switch (random.nextInt(6)) {
      case 0 -> "yuan(" + random.nextInt(5) + ")";
      case 1 -> "3 * 100";
      case 2 -> "yuan(9223372036854775807)";
      default -> Long.toString(pick(WHOLES));
    };
  }

  private String spanConstant() {
    return pick(
        List.of(
            "days(1)",
            "hours(-2)",
            "minutes(3)",
            "days(9223372036854775807)",
            "duration('1ms')",
            "duration('1.5ms')",
            "duration('0s')",
            "days(100000000)"));
  }

  private String wordConstant() {
    return "'" + pick(WORDS) + "'";
  }

  private String some(java.util.function.Supplier<String> one) {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(i -> one.get())
        .collect(Collectors.joining(", "));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Fills a row with values at and beside the constants; some stay unknown. */
  void fill(Row row) {
    int sparse = 2 + random.nextInt(8);
    for (int place = 0; place < COLUMNS.size(); place++) {
      row.forget(place);
      if (random.nextInt(sparse) == 0) {
        continue;
      }
      switch (COLUMNS.list().get(place).kind()) {
        case FLAG -> row.put(place, random.nextInt(2));
        case COUNT, AMOUNT -> row.put(place, beside(pick(WHOLES)));
        case ELAPSED -> row.put(place, beside(pick(List.of(0L, 1L, 86_400_000L, -7_200_000L))));
        case RATE -> row.put(place, beside(pick(List.of(0L, 500_000L, 300_000L, 1_000_000L))));
        case REAL -> row.putReal(place, realValue());
        case WORD -> row.put(place, pick(WORDS) + pick(List.of("", "", "a", "城")));
      }
    }
  }

  private double realValue() {
    double value = Double.parseDouble(pick(REALS));
    return switch (random.nextInt(8)) {
      case 0 -> Math.nextUp(value);
      case 1 -> Math.nextDown(value);
      case 2 -> -0.0;
      case 3 -> Double.NaN;
      case 4 -> pick(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
      default -> value;
    };
  }

  private long beside(long value) {
    return value + random.nextInt(3) - 1;
  }
}
