package dev.hufu.app.loan;

import dev.hufu.app.calendar.CalendarFile;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.loan.LoanReminder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The reminders of a loan as a calendar file.
 *
 * <p>Example: {@code LoanCalendar.write("M-7Q4K2M9F", reminders, now, Lang.ZH)}.
 */
public final class LoanCalendar {

  private static final Wording NAME = new Wording("虎符：借出去的钱", "Hufu: a loan");

  private LoanCalendar() {}

  /**
   * Writes a calendar.
   *
   * @param matter whose ids make the entries' own, so that a second download replaces them
   */
  public static String write(String matter, List<LoanReminder> reminders, Instant now, Lang lang) {
    CalendarFile file = new CalendarFile(NAME, now, lang);
    for (LoanReminder reminder : reminders) {
      String day = DateTimeFormatter.BASIC_ISO_DATE.format(reminder.day());
      file.add(
          new CalendarFile.Entry(
              matter + "-" + reminder.id() + "-" + day,
              new CalendarFile.WholeDay(reminder.day()),
              reminder.what(),
              reminder.law().orElse("")));
    }
    return file.text();
  }
}
