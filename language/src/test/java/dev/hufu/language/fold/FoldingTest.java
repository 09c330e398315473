package dev.hufu.language.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.hufu.kernel.script.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal: one spelling, and a way back that is exact. Method: examples, then laws over any text. */
class FoldingTest {

  private static final Folding FOLDING = Folding.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ＡＢＣ１２３|abc123",
        "兩萬塊|20000块",
        "請借我錢|请借我钱",
        "微 信|微信",
        "微.信|微信",
        "借-钱|借钱",
        "微\u200B信|微信",
        "薇信|微信",
        "威信|微信",
        "V信|微信",
        "加我VX：abc|加我微信:abc",
        "徽信|微信",
        "微❤️|微信",
        "支fu宝|支付宝",
        "转zhang给我|转账给我",
        "jie钱|借钱",
        "jieqian|借钱",
        "两千块|2000块",
        "二万|20000",
        "１.5w|15000",
        "1千5|1500",
        "两万五|25000",
        "一万零五|10005",
        "急😀用😂钱|急用钱",
        "发个🧧|发个红包",
        "①③⑧|138",
        "𝐖𝐞𝐂𝐡𝐚𝐭|微信",
        "Ｈéllo　World|hello world",
        "don’t|don't",
        "一三八零零一三八零零零|13800138000",
        "万一有事|万一有事",
        "千万别说|千万别说",
        "十分感谢|十分感谢",
        "我们一块去|我们一块去",
        "vxworks|vxworks",
        "6222021234567890123|6222021234567890123"
      })
  void foldsToOneSpelling(String written, String folded) {
    assertThat(FOLDING.fold(written).text()).isEqualTo(folded);
  }

  @Test
  void pointsBackIntoTheOriginal() {
    String text = "加 V 信，转我兩 萬 塊";
    FoldedText folded = FOLDING.fold(text);
    assertThat(folded.text()).isEqualTo("加微信,转我20000块");
    int at = folded.text().indexOf("微信");
    assertThat(folded.span(at, at + 2)).isEqualTo(new Span(2, 5));
    int sum = folded.text().indexOf("20000");
    assertThat(folded.span(sum, sum + 5).of(text)).isEqualTo("兩 萬");
  }

  @Test
  void neverRunsBackwardsAndStaysInside() {
    qt().withExamples(2000)
        .forAll(strings().allPossible().ofLengthBetween(0, 60))
        .checkAssert(text -> holdsLaws(text, FOLDING.fold(text)));
  }

  @Test
  void anyMixOfWhatPeopleWriteKeepsTheLaws() {
    String pieces = "微信薇V支付宝fu两千万五十一 .-1a,\n\u200B😀兩塊k w元";
    qt().withExamples(3000)
        .forAll(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 30))
        .checkAssert(
            seed -> {
              StringBuilder text = new StringBuilder();
              seed.chars().forEach(c -> text.append(pieces.charAt(c % pieces.length())));
              FoldedText folded = FOLDING.fold(text.toString());
              holdsLaws(text.toString(), folded);
              assertThat(FOLDING.letters(folded.text()).text())
                  .as("letters of folded text stay")
                  .isEqualTo(FOLDING.letters(FOLDING.letters(folded.text()).text()).text());
            });
  }

  private static void holdsLaws(String text, FoldedText folded) {
    int last = 0;
    for (int i = 0; i < folded.length(); i++) {
      Span span = folded.span(i, i + 1);
      assertThat(span.start()).isGreaterThanOrEqualTo(last);
      assertThat(span.end()).isLessThanOrEqualTo(text.length());
      assertThat(span.end()).isGreaterThan(span.start());
      last = span.start();
    }
  }
}
