package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.Direction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words bills have for the direction of a payment. */
final class Directions {

  private static final Map<String, Direction> WORDS =
      Map.ofEntries(
          Map.entry("支出", Direction.OUT),
          Map.entry("支", Direction.OUT),
          Map.entry("付", Direction.OUT),
          Map.entry("转出", Direction.OUT),
          Map.entry("借", Direction.OUT),
          Map.entry("借 dr", Direction.OUT),
          Map.entry("借方", Direction.OUT),
          Map.entry("支取", Direction.OUT),
          Map.entry("往账", Direction.OUT),
          Map.entry("出账", Direction.OUT),
          Map.entry("d", Direction.OUT),
          Map.entry("dr", Direction.OUT),
          Map.entry("expense", Direction.OUT),
          Map.entry("expenses", Direction.OUT),
          Map.entry("out", Direction.OUT),
          Map.entry("收入", Direction.IN),
          Map.entry("收", Direction.IN),
          Map.entry("转入", Direction.IN),
          Map.entry("贷", Direction.IN),
          Map.entry("贷 cr", Direction.IN),
          Map.entry("贷方", Direction.IN),
          Map.entry("存入", Direction.IN),
          Map.entry("来账", Direction.IN),
          Map.entry("入账", Direction.IN),
          Map.entry("c", Direction.IN),
          Map.entry("cr", Direction.IN),
          Map.entry("income", Direction.IN),
          Map.entry("in", Direction.IN),
          Map.entry("", Direction.NEUTRAL),
          Map.entry("/", Direction.NEUTRAL),
          Map.entry("不计收支", Direction.NEUTRAL),
          Map.entry("中性交易", Direction.NEUTRAL),
          Map.entry("其他", Direction.NEUTRAL),
          Map.entry("其它", Direction.NEUTRAL),
          Map.entry("neutral", Direction.NEUTRAL),
          Map.entry("neutral transaction", Direction.NEUTRAL),
          Map.entry("others", Direction.NEUTRAL));

  private Directions() {}

  static Optional<Direction> of(String written) {
    return Optional.ofNullable(WORDS.get(written.toLowerCase(Locale.ROOT)));
  }
}
