package dev.hufu.app.loan;

import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.loan.LoanReminder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Reminders as a calendar file of whole days, each with an alarm at nine in the morning. Lines end
 * in CRLF and are folded at 75 octets. Names of people stay out: calendars are shared and synced.
 *
 * <p>Example: {@code LoanCalendar.write("M-7Q4K2M9F", reminders, now, Lang.ZH)}. Source: RFC 5545
 * 3.1, 3.6.1, 3.6.6.
 */
public final class LoanCalendar {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LINE_OCTETS = 75;

  private LoanCalendar() {}

  /**
   * Writes a calendar.
   *
   * @param matter whose ids make the events' own, so that a second download replaces them
   */
  public static String write(String matter, List<LoanReminder> reminders, Instant now, Lang lang) {
    StringBuilder out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Hufu//Loans//ZH");
    line(out, "CALSCALE:GREGORIAN");
    for (LoanReminder reminder : reminders) {
      LocalDate day = reminder.day();
      line(out, "BEGIN:VEVENT");
      line(out, "UID:" + matter + "-" + reminder.id() + "-" + DAY.format(day) + "@hufu.local");
      line(out, "DTSTAMP:" + STAMP.format(now));
      line(out, "DTSTART;VALUE=DATE:" + DAY.format(day));
      line(out, "DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
      line(out, "SUMMARY:" + text(reminder.what().in(lang)));
      reminder.law().ifPresent(law -> line(out, "DESCRIPTION:" + text(law)));
      line(out, "TRANSP:TRANSPARENT");
      line(out, "BEGIN:VALARM");
      line(out, "ACTION:DISPLAY");
      line(out, "DESCRIPTION:" + text(reminder.what().in(lang)));
      line(out, "TRIGGER:PT9H");
      line(out, "END:VALARM");
      line(out, "END:VEVENT");
    }
    line(out, "END:VCALENDAR");
    return out.toString();
  }

  private static String text(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /** Folded between characters, never inside one. */
  private static void line(StringBuilder out, String line) {
    int octets = 0;
    for (int c : line.codePoints().toArray()) {
      String one = Character.toString(c);
      int more = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LINE_OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(one);
      octets += more;
    }
    out.append("\r\n");
  }
}
