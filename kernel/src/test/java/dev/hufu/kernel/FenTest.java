package dev.hufu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.money.Fen;
import org.junit.jupiter.api.Test;

/** Goal: money is exact. Method: the laws of addition, and reading as the inverse of printing. */
class FenTest {

  @Test
  void readingIsTheInverseOfPrinting() {
    qt().forAll(longs().between(-99_999_999_999_999L, 99_999_999_999_999L))
        .check(fen -> Fen.parseYuan(new Fen(fen).toString()).orThrow().fen() == fen);
  }

  @Test
  void plusAndMinusUndoEachOther() {
    qt().forAll(longs().between(-1L << 60, 1L << 60), longs().between(-1L << 60, 1L << 60))
        .check((a, b) -> new Fen(a).plus(new Fen(b)).minus(new Fen(b)).equals(new Fen(a)));
  }

  @Test
  void aSumThatDoesNotFitThrowsInsteadOfWrapping() {
    assertThatThrownBy(() -> new Fen(Long.MAX_VALUE).plus(new Fen(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Fen.ofYuan(Long.MAX_VALUE / 100 + 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void printsWithSeparatorsAndTwoDecimals() {
    assertThat(Fen.ofYuan(10_000)).hasToString("10,000.00");
    assertThat(new Fen(-123_456_789)).hasToString("-1,234,567.89");
    assertThat(new Fen(7)).hasToString("0.07");
    assertThat(Fen.ofYuan(1_000).display()).isEqualTo("1,000");
    assertThat(new Fen(100_050).display()).isEqualTo("1,000.50");
  }

  @Test
  void aFractionOfAFenIsRefusedNotRounded() {
    assertThat(Fen.parseYuan("1.005").findRefusal())
        .map(Refusal::code)
        .contains(Code.AMOUNT_BELOW_FEN);
    assertThat(Fen.parseYuan("1.500").orThrow()).isEqualTo(new Fen(150));
    assertThat(Fen.parseYuan("一千").findRefusal())
        .map(Refusal::code)
        .contains(Code.AMOUNT_NOT_A_NUMBER);
    assertThat(Fen.parseYuan("1234567890123456").findRefusal()).isPresent();
  }
}
