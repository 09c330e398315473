package dev.hufu.kernel.money;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;

/**
 * A sum of yuan in Chinese capitals, as it stands on an IOU beside the figures.
 *
 * <p>Example: {@code Capitals.of(Fen.ofYuan(10_000))} is {@code 人民币壹万元整}; 16,409.02 is {@code
 * 人民币壹万陆仟肆佰零玖元零贰分}. The rules are those of 《正确填写票据和结算凭证的基本规定》: 整 after 元 and never after 分; one 零
 * for a run of zeros between two figures; 零 after 元 where there are fen and no jiao. Where the
 * rules leave a choice, this writes 零 behind a group that ends in one and none before 角, and 整
 * after 角.
 */
public final class Capitals {

  private static final String FIGURES = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "万", "亿", "万亿"};
  private static final int GROUP = 10_000;

  private Capitals() {}

  /**
   * @return the words, or {@link Code#LOAN_SUM_OUT_OF_RANGE} for a sum below zero or above {@link
   *     Limits#AMOUNT_FEN_MAX}
   */
  public static Outcome<String> of(Fen sum) {
    if (sum.fen() < 0 || sum.fen() > Limits.AMOUNT_FEN_MAX) {
      return Outcome.refused(Code.LOAN_SUM_OUT_OF_RANGE, sum.toString());
    }
    long yuan = sum.fen() / 100;
    int jiao = (int) (sum.fen() / 10 % 10);
    int fen = (int) (sum.fen() % 10);
    StringBuilder words = new StringBuilder("人民币");
    if (yuan > 0 || jiao + fen == 0) {
      words.append(whole(yuan)).append('元');
    }
    if (jiao > 0) {
      words.append(FIGURES.charAt(jiao)).append('角');
    } else if (fen > 0 && yuan > 0) {
      words.append('零');
    }
    if (fen > 0) {
      words.append(FIGURES.charAt(fen)).append('分');
    } else {
      words.append('整');
    }
    return Outcome.of(words.toString());
  }

  /** Groups of four figures from the left; a gap between two groups is one 零. */
  private static String whole(long yuan) {
    if (yuan == 0) {
      return "零";
    }
    StringBuilder words = new StringBuilder();
    boolean gap = false;
    long divisor = (long) GROUP * GROUP * GROUP;
    for (int i = GROUPS.length - 1; i >= 0; i--) {
      int figures = (int) (yuan / divisor % GROUP);
      divisor /= GROUP;
      if (figures == 0) {
        gap = true;
        continue;
      }
      if (!words.isEmpty() && (gap || figures < GROUP / 10)) {
        words.append('零');
      }
      words.append(group(figures)).append(GROUPS[i]);
      gap = figures % 10 == 0;
    }
    return words.toString();
  }

  private static String group(int figures) {
    StringBuilder words = new StringBuilder();
    boolean gap = false;
    int divisor = GROUP / 10;
    for (int place = 3; place >= 0; place--) {
      int figure = figures / divisor % 10;
      divisor /= 10;
      if (figure == 0) {
        gap = !words.isEmpty();
        continue;
      }
      if (gap) {
        words.append('零');
        gap = false;
      }
      words.append(FIGURES.charAt(figure)).append(PLACES[place]);
    }
    return words.toString();
  }
}
