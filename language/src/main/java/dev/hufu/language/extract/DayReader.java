package dev.hufu.language.extract;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.hufu.kernel.script.Span;
import dev.hufu.language.fold.FoldedText;
import dev.hufu.language.fold.Folding;
import dev.hufu.language.fold.Numeral;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds calendar days in free text: 明天, 下周五, 月底, 三天后, 3月31号, 2027-03-31, "by Friday", "next month",
 * "March 31".
 *
 * <p>What names a stretch of time is read as its last day, since it is asked for deadlines: 下个月 is
 * the end of next month, "next week" the Sunday. A day without a year, month or week is the next
 * such day from the given moment on, that day itself included. Days that do not exist (2月30日) are
 * left out. Linear in the length of the text.
 */
public final class DayReader {

  private static final String N = "([0-9]{1,3}|[一二两三四五六七八九十半]{1,3})";
  private static final String MONTHS =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
          + "sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String WEEKDAYS =
      "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
  private static final String WEEKDAYS_SHORT = "(mon|tues?|wed|thurs?|thu|fri|sat|sun)";

  private record Shape(Pattern pattern, Reading reading) {}

  /** How the groups of a shape become a day; may throw for days that do not exist. */
  private interface Reading {
    LocalDate day(Matcher found, LocalDate today);
  }

  /** Longer shapes first: of two that begin together the first listed wins. */
  private static final List<Shape> SHAPES =
      List.of(
          shape(
              "(20[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})[日号]?",
              (m, today) -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
          shape(
              "([0-9]{1,2}|[一二三四五六七八九十]{1,2})月([0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]?",
              (m, today) -> nextDate(number(m, 1), number(m, 2), today)),
          shape("([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(底|末)", DayReader::namedMonthEnd),
          shape("(大后天)", (m, today) -> today.plusDays(3)),
          shape("(后天|後天|后儿)", (m, today) -> today.plusDays(2)),
          shape("(明天|明日|明晚|明早|明儿)", (m, today) -> today.plusDays(1)),
          shape("(今天|今日|今晚|今儿|当天)", (m, today) -> today),
          shape("(下下|下|这|本)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天末1-7])", DayReader::chineseWeekday),
          shape("下(?:个)?(?:周|星期|礼拜)", (m, today) -> sunday(today.plusWeeks(1))),
          shape("(下|这|本)(?:个)?月([0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]", DayReader::dayOfMonth),
          shape("下(?:个)?月(?:底|末)?", (m, today) -> monthEnd(today.plusMonths(1))),
          shape("(?:这个|本|当)?月(?:底|末)", (m, today) -> monthEnd(today)),
          shape("年(?:底|末)", (m, today) -> today.with(TemporalAdjusters.lastDayOfYear())),
          shape(N + "天(?:左右)?(?:就|再)?(?:还|归还)", (m, today) -> today.plusDays(number(m, 1))),
          shape(N + "天(?:之|以)?[后内]", (m, today) -> today.plusDays(number(m, 1))),
          shape(N + "(?:个)?(?:周|星期|礼拜)(?:之|以)?[后内]", (m, today) -> today.plusWeeks(number(m, 1))),
          shape("半个月(?:之|以)?[后内]?", (m, today) -> today.plusDays(15)),
          shape(N + "个月(?:之|以)?[后内]", (m, today) -> today.plusMonths(number(m, 1))),
          shape("([0-9]{1,2})号", (m, today) -> nextDayOfMonth(number(m, 1), today)),
          shape("\\bday after tomorrow\\b", (m, today) -> today.plusDays(2)),
          shape("\\b(?:tomorrow|tmr|tmrw)\\b", (m, today) -> today.plusDays(1)),
          shape("\\b(?:today|tonight)\\b", (m, today) -> today),
          shape("\\b(next |this |by |on )?" + WEEKDAYS + "\\b", DayReader::englishWeekday),
          shape("\\b(next |this |by |on )" + WEEKDAYS_SHORT + "\\b", DayReader::englishWeekday),
          shape("\\bnext week\\b", (m, today) -> sunday(today.plusWeeks(1))),
          shape("\\b(?:the )?end of (?:the |this )?month\\b", (m, today) -> monthEnd(today)),
          shape("\\b(?:end of )?next month\\b", (m, today) -> monthEnd(today.plusMonths(1))),
          shape("\\bin ([0-9]{1,3}) (day|week|month)s?\\b", DayReader::englishAhead),
          shape(
              "\\b" + MONTHS + "\\.? ([0-9]{1,2})(?:st|nd|rd|th)?(?:,? (20[0-9]{2}))?\\b",
              (m, today) -> englishDate(m.group(3), month(m.group(1)), number(m, 2), today)),
          shape(
              "\\b([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTHS + "(?:,? (20[0-9]{2}))?\\b",
              (m, today) -> englishDate(m.group(3), month(m.group(2)), number(m, 1), today)));

  private DayReader() {}

  /** All days of a text, in its order, seen from {@code at} in {@code zone}. */
  public static List<FoundDay> read(String text, Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    FoldedText folded = Folding.standard().letters(text);
    List<FoundDay> found = new ArrayList<>();
    // One bit per folded unit keeps later shapes from reading inside what was read already.
    boolean[] taken = new boolean[folded.length()];
    for (Shape shape : SHAPES) {
      Matcher matcher = shape.pattern().matcher(folded.text());
      while (matcher.find()) {
        if (isFree(taken, folded.text(), matcher.start(), matcher.end())) {
          day(shape, matcher, today)
              .ifPresent(day -> found.add(new FoundDay(day, span(folded, matcher))));
          Arrays.fill(taken, matcher.start(), matcher.end(), true);
        }
      }
    }
    found.sort(Comparator.comparing(FoundDay::span));
    return found;
  }

  private static Span span(FoldedText folded, Matcher matcher) {
    return folded.span(matcher.start(), matcher.end());
  }

  /** Free of other days, and not cut out of a longer number. */
  private static boolean isFree(boolean[] taken, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (taken[i]) {
        return false;
      }
    }
    boolean cutBefore = from > 0 && isFigure(text.charAt(from)) && isFigure(text.charAt(from - 1));
    boolean cutBehind =
        to < text.length() && isFigure(text.charAt(to - 1)) && isFigure(text.charAt(to));
    return !cutBefore && !cutBehind;
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }

  private static Optional<LocalDate> day(Shape shape, Matcher found, LocalDate today) {
    try {
      return Optional.of(shape.reading().day(found, today));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Shape shape(String pattern, Reading reading) {
    return new Shape(Pattern.compile(pattern), reading);
  }

  private static int number(Matcher found, int group) {
    String written = found.group(group);
    if (written.equals("十")) {
      return 10;
    }
    Numeral numeral = Numeral.at(written, 0);
    if (numeral == null || numeral.end() != written.length()) {
      throw new DateTimeException("not a number: " + written);
    }
    return numeral.value().intValueExact();
  }

  private static LocalDate namedMonthEnd(Matcher found, LocalDate today) {
    YearMonth month = YearMonth.of(today.getYear(), number(found, 1));
    LocalDate end = month.atEndOfMonth();
    return end.isBefore(today) ? month.plusYears(1).atEndOfMonth() : end;
  }

  private static LocalDate nextDate(int month, int day, LocalDate today) {
    LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
    return thisYear.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, day) : thisYear;
  }

  private static LocalDate nextDayOfMonth(int day, LocalDate today) {
    YearMonth month = YearMonth.from(today);
    for (int ahead = 0; ahead <= 2; ahead++, month = month.plusMonths(1)) {
      if (month.isValidDay(day) && !month.atDay(day).isBefore(today)) {
        return month.atDay(day);
      }
    }
    throw new DateTimeException("no such day of a month: " + day);
  }

  private static LocalDate dayOfMonth(Matcher found, LocalDate today) {
    YearMonth month = YearMonth.from(today).plusMonths(found.group(1).equals("下") ? 1 : 0);
    return month.atDay(number(found, 2));
  }

  private static LocalDate chineseWeekday(Matcher found, LocalDate today) {
    String which = found.group(1);
    int day =
        switch (found.group(2)) {
          case "日", "天", "末" -> 7;
          default -> number(found, 2);
        };
    DayOfWeek weekday = DayOfWeek.of(day);
    if (which == null) {
      return today.with(TemporalAdjusters.nextOrSame(weekday));
    }
    int weeks = which.equals("下下") ? 2 : which.equals("下") ? 1 : 0;
    return today
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusWeeks(weeks)
        .with(TemporalAdjusters.nextOrSame(weekday));
  }

  private static LocalDate englishWeekday(Matcher found, LocalDate today) {
    DayOfWeek weekday = DayOfWeek.of(place("montuewedthufrisatsun", found.group(2)));
    return "next ".equals(found.group(1))
        ? sunday(today).plusDays(weekday.getValue())
        : today.with(TemporalAdjusters.nextOrSame(weekday));
  }

  private static LocalDate englishAhead(Matcher found, LocalDate today) {
    int count = number(found, 1);
    return switch (found.group(2)) {
      case "day" -> today.plusDays(count);
      case "week" -> today.plusWeeks(count);
      default -> today.plusMonths(count);
    };
  }

  private static int month(String name) {
    return place("janfebmaraprmayjunjulaugsepoctnovdec", name);
  }

  /** The place of a name, first is 1, in a list of names of three letters each. */
  private static int place(String threes, String name) {
    return threes.indexOf(name.substring(0, 3)) / 3 + 1;
  }

  private static LocalDate englishDate(@Nullable String year, int month, int day, LocalDate today) {
    return year == null
        ? nextDate(month, day, today)
        : LocalDate.of(Integer.parseInt(year), month, day);
  }

  private static LocalDate sunday(LocalDate day) {
    return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  private static LocalDate monthEnd(LocalDate day) {
    return day.with(TemporalAdjusters.lastDayOfMonth());
  }
}
