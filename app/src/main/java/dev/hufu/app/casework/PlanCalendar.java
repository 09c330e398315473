package dev.hufu.app.casework;

import dev.hufu.app.calendar.CalendarFile;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Pack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The clocks of a plan, and what is done every month, as calendar files. */
final class PlanCalendar {

  private static final Wording ROUTINES = new Wording("虎符：守住钱", "Hufu: keep it safe");

  private PlanCalendar() {}

  /** Reminders and ends of a plan; each reminds at its moment. */
  static String of(String matter, CasePlan plan, Lang lang) {
    CalendarFile file = new CalendarFile(plan.plan().title(), plan.now(), lang);
    for (CasePlan.Date date : plan.dates()) {
      CalendarFile.When when =
          date.wholeDay()
              .<CalendarFile.When>map(due -> new CalendarFile.WholeDay(due.day(plan.pack().zone())))
              .orElseGet(() -> new CalendarFile.Moment(date.at()));
      file.add(
          new CalendarFile.Entry(date.id() + "." + matter, when, date.what(), date.why().in(lang)));
    }
    return file.text();
  }

  /** What is done every month or quarter, from the first of next month on. */
  static String routines(Pack pack, Instant now, Lang lang) {
    CasePolicy.Prevention prevention = pack.casework().orElseThrow().prevention().orElseThrow();
    CalendarFile file = new CalendarFile(ROUTINES, now, lang);
    LocalDate first = now.atZone(pack.zone()).toLocalDate().withDayOfMonth(1).plusMonths(1);
    for (CasePolicy.Tier routine : prevention.routines()) {
      String steps =
          routine.steps().stream()
              .map(step -> "· " + step.in(lang))
              .collect(Collectors.joining("\n"));
      file.add(
          new CalendarFile.Entry(
              routine.id(),
              new CalendarFile.EveryMonths(first, routine.every()),
              routine.title(),
              steps));
    }
    return file.text();
  }
}
