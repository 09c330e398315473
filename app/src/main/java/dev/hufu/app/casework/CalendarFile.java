package dev.hufu.app.casework;

import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Pack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes a calendar file. Moments are in UTC, whole days are days; lines are folded at 75 octets
 * and never inside a character. The same plan gives the same file.
 *
 * <p>Source: RFC 5545.
 */
final class CalendarFile {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int LINE_OCTETS_MAX = 75;

  private final StringBuilder out = new StringBuilder();
  private final Lang lang;

  private CalendarFile(Lang lang, Wording name) {
    this.lang = lang;
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Hufu//Plan//" + (lang == Lang.ZH ? "ZH" : "EN"));
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + text(name));
  }

  /** Reminders and ends of a plan; each reminds at its moment. */
  static String of(String matter, CasePlan plan, Lang lang) {
    CalendarFile file = new CalendarFile(lang, plan.plan().title());
    ZoneId zone = plan.pack().zone();
    for (CasePlan.Date date : plan.dates()) {
      file.line("BEGIN:VEVENT");
      file.line("UID:" + date.id() + "." + matter + "@hufu.local");
      file.line("DTSTAMP:" + UTC.format(plan.now()));
      if (date.wholeDay().isPresent()) {
        LocalDate day = date.wholeDay().get().day(zone);
        file.line("DTSTART;VALUE=DATE:" + DAY.format(day));
        file.line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
      } else {
        file.line("DTSTART:" + UTC.format(date.at()));
        file.line("DURATION:PT15M");
      }
      file.line("SUMMARY:" + file.text(date.what()));
      file.line("DESCRIPTION:" + file.text(date.why()));
      file.alarm(date.what(), date.wholeDay().isPresent() ? "PT9H" : "PT0S");
      file.line("END:VEVENT");
    }
    return file.end();
  }

  /** What is done every month or quarter, from the first of next month on. */
  static String routines(Pack pack, Instant now, Lang lang) {
    CasePolicy.Prevention prevention = pack.casework().orElseThrow().prevention().orElseThrow();
    CalendarFile file = new CalendarFile(lang, new Wording("虎符：守住钱", "Hufu: keep it safe"));
    LocalDate first = now.atZone(pack.zone()).toLocalDate().withDayOfMonth(1).plusMonths(1);
    for (CasePolicy.Tier routine : prevention.routines()) {
      file.line("BEGIN:VEVENT");
      file.line("UID:" + routine.id() + "@hufu.local");
      file.line("DTSTAMP:" + UTC.format(now));
      file.line("DTSTART;VALUE=DATE:" + DAY.format(first));
      file.line("DTEND;VALUE=DATE:" + DAY.format(first.plusDays(1)));
      file.line("RRULE:FREQ=MONTHLY;INTERVAL=" + routine.every());
      file.line("SUMMARY:" + file.text(routine.title()));
      StringBuilder steps = new StringBuilder();
      routine.steps().forEach(step -> steps.append("· ").append(step.in(lang)).append('\n'));
      file.line("DESCRIPTION:" + escape(steps.toString().strip()));
      file.alarm(routine.title(), "PT9H");
      file.line("END:VEVENT");
    }
    return file.end();
  }

  private void alarm(Wording what, String trigger) {
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("TRIGGER:" + trigger);
    line("DESCRIPTION:" + text(what));
    line("END:VALARM");
  }

  private String end() {
    line("END:VCALENDAR");
    return out.toString();
  }

  private String text(Wording wording) {
    return escape(wording.in(lang));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /** A line, folded: what goes on begins with a space, which counts too. */
  private void line(String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int character = content.codePointAt(i);
      String one = Character.toString(character);
      int length = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LINE_OCTETS_MAX) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(one);
      octets += length;
      i += one.length();
    }
    out.append("\r\n");
  }
}
