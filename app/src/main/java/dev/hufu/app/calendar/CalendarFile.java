package dev.hufu.app.calendar;

import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A calendar file. Moments are in UTC; whole days are days, with an alarm at nine in the morning.
 * Lines end in CRLF and are folded at 75 octets, never inside a character. The same entries give
 * the same file. Names of people do not belong in it: calendars are shared and synced.
 *
 * <p>Example: {@code new CalendarFile(title, now, lang).add(new Entry("due-soon.M-7Q4K2M9F", new
 * WholeDay(day), what, "CN-PL-12")).text()}. Source: RFC 5545 3.1, 3.3.11, 3.6.1, 3.6.6.
 */
public final class CalendarFile {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int LINE_OCTETS_MAX = 75;

  private final StringBuilder out = new StringBuilder();
  private final Instant written;
  private final Lang lang;

  /** When something is. */
  public sealed interface When {}

  /** On a day. */
  public record WholeDay(LocalDate day) implements When {}

  /** At a moment; the alarm is then. */
  public record Moment(Instant at) implements When {}

  /** On a day, and again after so many months. */
  public record EveryMonths(LocalDate first, int months) implements When {}

  /**
   * One entry.
   *
   * @param id of its own in all calendars, so that a file taken in again replaces what it brought
   * @param why a line or more below the title; may be empty
   */
  public record Entry(String id, When when, Wording what, String why) {}

  /**
   * @param name of the calendar
   * @param written the moment of writing
   */
  public CalendarFile(Wording name, Instant written, Lang lang) {
    this.written = written;
    this.lang = lang;
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Hufu//Hufu//" + lang.name());
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + escape(name.in(lang)));
  }

  /** Adds an entry behind the others. */
  public CalendarFile add(Entry entry) {
    String what = escape(entry.what().in(lang));
    line("BEGIN:VEVENT");
    line("UID:" + entry.id() + "@hufu.local");
    line("DTSTAMP:" + UTC.format(written));
    when(entry.when());
    line("SUMMARY:" + what);
    Optional.of(entry.why()).filter(why -> !why.isEmpty()).ifPresent(this::describe);
    line("TRANSP:TRANSPARENT");
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("TRIGGER:" + (entry.when() instanceof Moment ? "PT0S" : "PT9H"));
    line("DESCRIPTION:" + what);
    line("END:VALARM");
    line("END:VEVENT");
    return this;
  }

  private void describe(String why) {
    line("DESCRIPTION:" + escape(why));
  }

  private void when(When when) {
    switch (when) {
      case WholeDay(var day) -> day(day);
      case EveryMonths(var first, var months) -> {
        day(first);
        line("RRULE:FREQ=MONTHLY;INTERVAL=" + months);
      }
      case Moment(var at) -> {
        line("DTSTART:" + UTC.format(at));
        line("DURATION:PT15M");
      }
    }
  }

  private void day(LocalDate day) {
    line("DTSTART;VALUE=DATE:" + DAY.format(day));
    line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
  }

  /** The file so far, whole. */
  public String text() {
    return out + "END:VCALENDAR\r\n";
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /** A line, folded: what goes on begins with a space, which counts too. */
  private void line(String content) {
    int octets = 0;
    for (int character : content.codePoints().toArray()) {
      String one = Character.toString(character);
      int length = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LINE_OCTETS_MAX) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(one);
      octets += length;
    }
    out.append("\r\n");
  }
}
