package dev.hufu.language.fold;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write it, read off folded characters: 两万五, 1千5, 1.5w, 3k, 2,000, 一千零五十.
 *
 * <p>A lone figure after a unit counts in the next lower unit (两万五 is 25,000, 三百二 is 320), unless 零
 * stands between (一万零五 is 10,005). Of a vague pair (两三千) the larger is taken. 千万, 万一 and other
 * words that begin with a unit are no numbers.
 *
 * @param end where it ends, exclusive
 * @param hasUnit whether 十, 百, 千, 万, 亿, k or w took part
 * @param isSpelled whether Chinese characters took part
 * @param isBareTen whether it is 十 alone
 */
public record Numeral(
    BigDecimal value, int end, boolean hasUnit, boolean isSpelled, boolean isBareTen) {

  private static final int DIGITS_MAX = 15;

  /** The value of 零 to 九, of 两 and of the formal figures 壹 to 玖; −1 for all else. */
  public static int digit(char c) {
    return switch (c) {
      case '零', '〇' -> 0;
      case '一', '壹', '幺' -> 1;
      case '二', '两', '贰', '俩' -> 2;
      case '三', '叁', '仨' -> 3;
      case '四', '肆' -> 4;
      case '五', '伍' -> 5;
      case '六', '陆' -> 6;
      case '七', '柒' -> 7;
      case '八', '捌' -> 8;
      case '九', '玖' -> 9;
      default -> -1;
    };
  }

  private static long unit(CharSequence text, int at) {
    return switch (text.charAt(at)) {
      case '十', '拾' -> 10;
      case '百', '佰' -> 100;
      case '千', '仟' -> 1_000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      case 'k' -> isLetterAt(text, at + 1) ? 0 : 1_000;
      case 'w' -> isLetterAt(text, at + 1) ? 0 : 10_000;
      default -> 0;
    };
  }

  private static boolean isLetterAt(CharSequence text, int at) {
    return at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
  }

  /** Whether a numeral could begin with this character. */
  public static boolean mayBegin(char c) {
    return c >= '0' && c <= '9' || c == '十' || c == '拾' || digit(c) >= 0;
  }

  /** The longest numeral that begins at {@code from} in folded text, or null if there is none. */
  public static @Nullable Numeral at(CharSequence text, int from) {
    return from < text.length() && mayBegin(text.charAt(from))
        ? new Reader(text, from).read()
        : null;
  }

  /** One reading; holds the place and the sums so far. */
  private static final class Reader {
    private final CharSequence text;
    private final int from;
    private int at;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;
    private @Nullable BigDecimal figure;
    private boolean figureIsSpelled;
    private boolean figureIsSingle;
    private boolean zeroBefore;
    private long lastUnit;
    private long largest;
    private boolean spelled;

    Reader(CharSequence text, int from) {
      this.text = text;
      this.from = from;
      this.at = from;
    }

    @Nullable Numeral read() {
      while (at < text.length()) {
        char c = text.charAt(at);
        boolean goesOn =
            c >= '0' && c <= '9' ? figures() : digit(c) >= 0 ? spelledFigure(c) : unitOrPoint(c);
        if (!goesOn) {
          break;
        }
      }
      if (at == from) {
        return null;
      }
      boolean bareTen = at == from + 1 && lastUnit == 10;
      return new Numeral(total.add(section).add(rest()), at, lastUnit > 0, spelled, bareTen);
    }

    private boolean figures() {
      if (figure != null) {
        return false;
      }
      int end = at;
      boolean grouped = false;
      StringBuilder digits = new StringBuilder();
      for (; end < text.length(); end++) {
        if (isFigure(end)) {
          digits.append(text.charAt(end));
        } else if (isGroup(end) && (grouped || digits.length() <= 3)) {
          grouped = true;
        } else {
          break;
        }
      }
      if (end + 1 < text.length() && text.charAt(end) == '.' && isFigure(end + 1)) {
        digits.append('.');
        for (end++; end < text.length() && isFigure(end); end++) {
          digits.append(text.charAt(end));
        }
      }
      if (digits.length() > DIGITS_MAX) {
        // An account or a made-up number: skipped as one, never read in part.
        return false;
      }
      figure = new BigDecimal(digits.toString());
      figureIsSpelled = false;
      figureIsSingle = digits.length() == 1;
      at = end;
      return true;
    }

    /** A comma followed by exactly three figures is a thousands separator. */
    private boolean isGroup(int comma) {
      return text.charAt(comma) == ','
          && comma + 3 < text.length()
          && isFigure(comma + 1)
          && isFigure(comma + 2)
          && isFigure(comma + 3)
          && !(comma + 4 < text.length() && isFigure(comma + 4));
    }

    private boolean isFigure(int index) {
      return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean spelledFigure(char c) {
      int value = digit(c);
      if (value == 0) {
        if (figure != null || lastUnit == 0) {
          return false;
        }
        zeroBefore = true;
        at++;
        return true;
      }
      if (figure != null && !(figureIsSpelled && isVaguePair(figure.intValue(), value))) {
        return false;
      }
      if (figure != null && (at + 1 >= text.length() || unit(text, at + 1) == 0)) {
        return false;
      }
      figure = BigDecimal.valueOf(value);
      figureIsSpelled = true;
      figureIsSingle = true;
      spelled = true;
      at++;
      return true;
    }

    private static boolean isVaguePair(int first, int second) {
      return second == first + 1 || first == 3 && second == 5;
    }

    private boolean unitOrPoint(char c) {
      if (c == '点' && figure != null && figureIsSpelled) {
        return spelledFraction();
      }
      long unit = unit(text, at);
      if (unit == 0) {
        return false;
      }
      boolean ten = unit == 10 && figure == null && (at == from || zeroBefore);
      BigDecimal head = figure != null ? figure : ten ? BigDecimal.ONE : BigDecimal.ZERO;
      if (unit >= 10_000) {
        if (!largeUnit(unit, head)) {
          return false;
        }
      } else {
        boolean falls = lastUnit == 0 || lastUnit >= 10_000 || lastUnit > unit;
        if (!falls || figure == null && !ten) {
          return false;
        }
        section = section.add(head.multiply(BigDecimal.valueOf(unit)));
      }
      spelled |= c != 'k' && c != 'w';
      figure = null;
      zeroBefore = false;
      lastUnit = unit;
      at++;
      return true;
    }

    /** 万 and 亿 close a section; 万亿 is the only pair. Each comes once, so numbers stay small. */
    private boolean largeUnit(long unit, BigDecimal head) {
      BigDecimal open = section.add(head);
      if (open.signum() == 0) {
        boolean pair = lastUnit == 10_000 && largest == 10_000 && unit > 10_000;
        if (pair) {
          total = total.multiply(BigDecimal.valueOf(unit));
          largest = unit;
        }
        return pair;
      }
      if (largest != 0 && unit >= largest) {
        return false;
      }
      total = total.add(open.multiply(BigDecimal.valueOf(unit)));
      section = BigDecimal.ZERO;
      largest = unit;
      return true;
    }

    /** 一点五万: only with a unit behind it, because 三点五 may be a time of day. */
    private boolean spelledFraction() {
      int end = at + 1;
      StringBuilder digits = new StringBuilder();
      while (end < text.length() && digit(text.charAt(end)) >= 0) {
        digits.append(digit(text.charAt(end)));
        end++;
      }
      BigDecimal whole = figure;
      if (whole == null || digits.isEmpty() || digits.length() > 4) {
        return false;
      }
      if (end >= text.length() || unit(text, end) < 100) {
        return false;
      }
      figure = new BigDecimal(whole.toPlainString() + "." + digits);
      figureIsSingle = false;
      at = end;
      return true;
    }

    private BigDecimal rest() {
      BigDecimal last = figure;
      if (last == null) {
        return BigDecimal.ZERO;
      }
      boolean lower = lastUnit >= 100 && figureIsSingle && !zeroBefore;
      return lower ? last.multiply(BigDecimal.valueOf(lastUnit / 10)) : last;
    }
  }
}
