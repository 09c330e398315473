package dev.hufu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Capitals;
import dev.hufu.kernel.money.Fen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: a sum in capitals says that sum and nothing else. Method: the examples of the rules, and a
 * reader that only knows what each character is worth.
 */
class CapitalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 人民币零元整",
    "1, 人民币壹分",
    "10, 人民币壹角整",
    "100, 人民币壹元整",
    "101, 人民币壹元零壹分",
    "1000, 人民币壹拾元整",
    "1000000, 人民币壹万元整",
    "950000, 人民币玖仟伍佰元整",
    "3500000, 人民币叁万伍仟元整",
    "140950, 人民币壹仟肆佰零玖元伍角整",
    "600714, 人民币陆仟零柒元壹角肆分",
    "168032, 人民币壹仟陆佰捌拾元叁角贰分",
    "10700053, 人民币壹拾万零柒仟元伍角叁分",
    "1640902, 人民币壹万陆仟肆佰零玖元零贰分",
    "32504, 人民币叁佰贰拾伍元零肆分",
    "10000000100, 人民币壹亿零壹元整",
    "100000000000000, 人民币壹万亿元整"
  })
  void theExamplesOfTheRules(long fen, String words) {
    assertThat(Capitals.of(new Fen(fen)).orThrow()).isEqualTo(words);
  }

  @Test
  void theWordsReadBackAreTheSum() {
    qt().withExamples(5_000)
        .forAll(
            longs().between(0, Limits.AMOUNT_FEN_MAX).map(n -> n),
            longs().between(0, 50_000_000).map(n -> n * 100))
        .checkAssert(
            (any, round) -> {
              for (long fen : new long[] {any, any % 100_000_000, round, round * 1_000}) {
                String words = Capitals.of(new Fen(fen)).orThrow();
                assertThat(read(words)).as(words).isEqualTo(fen);
                assertThat(words).startsWith("人民币").doesNotContain("零零").matches(".*[整分]");
              }
            });
  }

  @Test
  void beyondTheLimitsThereAreNoWords() {
    assertThat(Capitals.of(new Fen(-1)).findRefusal().orElseThrow().code())
        .isEqualTo(Code.LOAN_SUM_OUT_OF_RANGE);
    assertThat(Capitals.of(new Fen(Limits.AMOUNT_FEN_MAX)).findValue()).isPresent();
    assertThat(Capitals.of(new Fen(Limits.AMOUNT_FEN_MAX + 1)).findRefusal()).isPresent();
  }

  /** Characters from the left: figures wait for their place, places gather into groups. */
  private static long read(String words) {
    long fen = 0;
    long yuan = 0;
    long group = 0;
    long figure = 0;
    for (char c : words.substring(3).toCharArray()) {
      int worth = "零壹贰叁肆伍陆柒捌玖".indexOf(c);
      switch (c) {
        case '拾' -> group += figure * 10;
        case '佰' -> group += figure * 100;
        case '仟' -> group += figure * 1_000;
        case '万' -> yuan += (group + figure) * 10_000;
        case '亿' -> yuan = (yuan + group + figure) * 100_000_000;
        case '元' -> fen += (yuan + group + figure) * 100;
        case '角' -> fen += figure * 10;
        case '分' -> fen += figure;
        default -> {}
      }
      if ("万亿元".indexOf(c) >= 0) {
        group = 0;
      }
      figure = Math.max(worth, 0);
    }
    return fen;
  }
}
