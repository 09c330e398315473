package dev.hufu.app.history;

import dev.hufu.policy.backtest.BacktestReport.DayLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days of a backtest, put together so that a picture has a column for each. */
public record Period(
    LocalDate from, long decided, long amber, long red, long fraud, long fraudAlerted) {

  private static final int COLUMNS_MAX = 92;

  /** One number of a period. */
  interface Part {
    long of(Period period);
  }

  /** Of all days from the first to the last, those without events too. */
  static List<Period> of(List<DayLine> days) {
    if (days.isEmpty()) {
      return List.of();
    }
    LocalDate first = days.getFirst().day();
    long span = days.getLast().day().toEpochDay() - first.toEpochDay() + 1;
    int width = (int) ((span + COLUMNS_MAX - 1) / COLUMNS_MAX);
    int count = (int) ((span + width - 1) / width);
    long[][] sums = new long[count][5];
    for (DayLine day : days) {
      long[] sum = sums[(int) ((day.day().toEpochDay() - first.toEpochDay()) / width)];
      sum[0] += day.decided();
      sum[1] += day.amber();
      sum[2] += day.red();
      sum[3] += day.fraud();
      sum[4] += day.fraudAlerted();
    }
    List<Period> periods = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      long[] s = sums[at];
      periods.add(new Period(first.plusDays((long) at * width), s[0], s[1], s[2], s[3], s[4]));
    }
    return periods;
  }

  /** How many days each column holds. */
  static int days(List<Period> periods) {
    return periods.size() < 2
        ? 1
        : (int) (periods.get(1).from().toEpochDay() - periods.get(0).from().toEpochDay());
  }

  public long missed() {
    return fraud - fraudAlerted;
  }
}
