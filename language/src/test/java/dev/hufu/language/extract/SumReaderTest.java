package dev.hufu.language.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.hufu.kernel.money.Fen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: sums are read as people mean them. Method: examples; and a law: a sum written in any of the
 * usual ways is read back, over random sums.
 */
class SumReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2万|20000|2万",
        "能借两千块吗|2000|两千块",
        "要20000元|20000|20000元",
        "１.5w就行|15000|１.5w",
        "差一千五|1500|一千五",
        "转我3k|3000|3k",
        "两万五|25000|两万五",
        "￥500|500|￥500",
        "一共1,000.50元|1000.5|1,000.50元",
        "借我八百|800|八百",
        "给我借1000块钱?|1000|1000块钱",
        "can you send $500?|500|$500",
        "I need 500 bucks|500|500 bucks",
        "lend me 5 grand please|5000|5 grand",
        "RMB 800|800|RMB 800",
        "800 RMB|800|800 RMB",
        "人民币八百|800|八百",
        "借我1000|1000|1000",
        "three thousand dollars|3000|three thousand dollars",
        "三块五毛|3.5|三块五毛",
        "3块5|3.5|3块5",
        "五毛钱|0.5|五毛钱",
        "两元五角三分|2.53|两元五角三分",
        "一点五万|15000|一点五万",
        "兩 萬 塊|20000|兩 萬 塊",
        "壹万贰仟元|12000|壹万贰仟元",
        "1w5|15000|1w5",
        "一万零五十块|10050|一万零五十块",
        "1000多块|1000|1000多块",
        "两三千|3000|两三千",
        "十万块|100000|十万块",
        "十块钱|10|十块钱",
        "1.2亿|120000000|1.2亿",
        "能不能先给我打 300 应急|300|300"
      })
  void readsASum(String text, String yuan, String where) {
    List<FoundSum> found = SumReader.read(text);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).sum()).isEqualTo(Fen.parseYuan(yuan).orThrow());
    assertThat(found.get(0).span().of(text)).isEqualTo(where);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "明天3点见",
        "一百个人",
        "三千米",
        "几千块",
        "13800138000",
        "卡号6222021234567890123",
        "2027年3月31日",
        "千万别急",
        "万一呢",
        "我们一块去",
        "三点五分",
        "21:03",
        "十分抱歉",
        "一起来",
        "iPhone 15",
        "500 people",
        "借我一下",
        "5kg",
        "第三百名",
        "100%",
        "1.2.3",
        ""
      })
  void readsNoSumWhereNoneIs(String text) {
    assertThat(SumReader.read(text)).isEmpty();
  }

  @Test
  void readsSeveralInOrder() {
    assertThat(SumReader.read("先转500，明天再转两千块").stream().map(FoundSum::sum))
        .containsExactly(Fen.ofYuan(500), Fen.ofYuan(2000));
  }

  @Test
  void tellsTheCurrency() {
    assertThat(SumReader.read("$20 20元 20欧元 £20 借我20"))
        .extracting(FoundSum::currency)
        .containsExactly(
            FoundSum.Currency.DOLLAR,
            FoundSum.Currency.YUAN,
            FoundSum.Currency.EURO,
            FoundSum.Currency.POUND,
            FoundSum.Currency.UNSAID);
  }

  @Test
  void aSumWrittenInFiguresIsReadBack() {
    qt().withExamples(2000)
        .forAll(longs().between(1, 99_999_999_99L), integers().between(0, 5))
        .checkAssert(
            (fen, way) -> {
              Fen sum = new Fen(fen);
              String plain = sum.yuan().toPlainString();
              String written =
                  switch (way) {
                    case 0 -> plain + "元";
                    case 1 -> "￥" + sum;
                    case 2 -> sum + "块钱";
                    case 3 -> "RMB " + plain;
                    case 4 -> "转给我 " + plain + " 人民币";
                    default -> sum.yuan().movePointLeft(4).toPlainString() + "万元";
                  };
              assertThat(SumReader.read(written)).as(written).hasSize(1);
              assertThat(SumReader.read(written).get(0).sum()).as(written).isEqualTo(sum);
            });
  }

  @Test
  void aSumWrittenInCharactersIsReadBack() {
    qt().withExamples(3000)
        .forAll(longs().between(1, 99_999_999L), integers().between(0, 2))
        .checkAssert(
            (yuan, way) -> {
              String written = spelled(yuan, way == 1);
              String text = written + (way == 2 ? "元" : "块钱");
              assertThat(SumReader.read(text)).as(text).hasSize(1);
              assertThat(SumReader.read(text).get(0).sum()).as(text).isEqualTo(Fen.ofYuan(yuan));
            });
  }

  /** The naive way to write a number below 100,000,000, as taught in school. */
  private static String spelled(long number, boolean formal) {
    String figures = formal ? "零壹贰叁肆伍陆柒捌玖" : "零一二三四五六七八九";
    String[] units = formal ? new String[] {"", "拾", "佰", "仟"} : new String[] {"", "十", "百", "千"};
    long wan = number / 10_000;
    long rest = number % 10_000;
    String head = wan == 0 ? "" : below(wan, figures, units) + "万";
    String gap = wan > 0 && rest > 0 && rest < 1000 ? figures.substring(0, 1) : "";
    return head + gap + (rest == 0 ? "" : below(rest, figures, units));
  }

  private static String below(long number, String figures, String[] units) {
    StringBuilder out = new StringBuilder();
    String digits = Long.toString(number);
    boolean gap = false;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit == 0) {
        gap = true;
        continue;
      }
      if (gap) {
        out.append(figures.charAt(0));
        gap = false;
      }
      out.append(figures.charAt(digit)).append(units[digits.length() - 1 - i]);
    }
    return out.toString();
  }
}
