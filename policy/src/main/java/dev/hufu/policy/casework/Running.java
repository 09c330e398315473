package dev.hufu.policy.casework;

import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.casework.Due;
import dev.hufu.kernel.casework.Term;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.CasePolicy.Clock;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Pack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A clock of a plan at a moment: when it began, each of its runs, and how it stands.
 *
 * <p>Example: a stop placed at 12:40 has a first run that ends at 12:40 two days later, and a
 * second one, not begun, that would end two days after that. A run that is renewed before it ends
 * goes on from its end, not from the renewal; one renewed later goes on from the renewal.
 *
 * @param began the event it runs from; empty while that has not happened
 * @param runs those begun, then those that may still be begun
 * @param timesMax how often it may run in all
 */
public record Running(
    Clock clock, Optional<Instant> began, List<Run> runs, int timesMax, State state) {

  /** People are not reminded of a whole day in the night before it. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /** How a clock stands. */
  public enum State {
    /** Its event has not happened. */
    WAITING,
    /** It runs. */
    RUNNING,
    /** It runs, and its reminder is due. */
    SOON,
    /** It ended without what it was for. */
    OVER,
    /** What it was for has happened. */
    MET,
    /** Its rule does not cover the day, or the calendar does not reach. */
    UNKNOWN
  }

  /**
   * One run of a clock.
   *
   * @param number from 0
   * @param remind when to be reminded, if that lies inside the run
   * @param begun whether it runs or ran; else it is what another renewal would give
   */
  public record Run(int number, Instant from, Due ends, Optional<Instant> remind, boolean begun) {}

  public Running {
    runs = List.copyOf(runs);
  }

  static Running of(Clock clock, Pack pack, CaseFile file, Instant now) {
    Optional<Instant> began =
        clock.renewal().isPresent()
            ? file.times(clock.from()).stream().findFirst()
            : file.times(clock.from()).stream().reduce((earlier, later) -> later);
    if (began.isEmpty()) {
      return new Running(clock, began, List.of(), 1, State.WAITING);
    }
    LocalDate day = began.get().atZone(pack.zone()).toLocalDate();
    Optional<Term> term = term(clock, pack.law(), day);
    int times = timesMax(clock, pack.law(), day).orElse(1);
    List<Run> runs =
        term.map(length -> runs(clock, length, times, pack, file, began.get())).orElse(List.of());
    return new Running(clock, began, runs, times, state(clock, runs, file, now));
  }

  private static Optional<Term> term(Clock clock, Law law, LocalDate day) {
    return switch (clock.length()) {
      case CasePolicy.Length.Fixed(var term) -> Optional.of(term);
      case CasePolicy.Length.ByLaw(var id, var figure, var unit) ->
          figure(law, id, figure, day).stream()
              .mapToObj(amount -> new Term(amount, unit))
              .findFirst();
    };
  }

  private static OptionalInt timesMax(Clock clock, Law law, LocalDate day) {
    return clock
        .renewal()
        .map(renewal -> figure(law, renewal.entry(), renewal.figure(), day))
        .orElse(OptionalInt.empty());
  }

  /** One figure of an entry that decides that day, or the sum of several joined by a plus. */
  private static OptionalInt figure(Law law, String id, String figures, LocalDate day) {
    return Optional.ofNullable(law.entries().get(id))
        .filter(entry -> entry.decides(day))
        .map(entry -> entry.sum(figures))
        .orElse(OptionalInt.empty());
  }

  private static List<Run> runs(
      Clock clock, Term length, int times, Pack pack, CaseFile file, Instant began) {
    List<Instant> renewed =
        clock.renewal().map(renewal -> file.times(renewal.event())).orElse(List.of());
    List<Run> runs = new ArrayList<>();
    Instant from = began;
    for (int number = 0; number < times; number++) {
      boolean begun = number <= renewed.size();
      if (number > 0 && begun && renewed.get(number - 1).isAfter(from)) {
        from = renewed.get(number - 1);
      }
      Optional<Due> ends = length.from(from, pack.zone(), pack.law().calendars());
      if (ends.isEmpty()) {
        return runs;
      }
      runs.add(
          new Run(number, from, ends.get(), remind(clock, ends.get(), from, pack.zone()), begun));
      from = ends.get().at();
    }
    return runs;
  }

  private static Optional<Instant> remind(Clock clock, Due ends, Instant from, ZoneId zone) {
    return clock
        .remind()
        .map(reminder -> before(ends, reminder.before(), zone))
        .filter(at -> at.isAfter(from));
  }

  private static Instant before(Due ends, Term term, ZoneId zone) {
    return switch (term.unit()) {
      case MINUTE -> ends.at().minus(Duration.ofMinutes(term.amount()));
      case HOUR -> ends.at().minus(Duration.ofHours(term.amount()));
      case DAY, WORKING_DAY ->
          ends.day(zone).minusDays(term.amount()).atTime(MORNING).atZone(zone).toInstant();
      case MONTH ->
          ends.day(zone).minusMonths(term.amount()).atTime(MORNING).atZone(zone).toInstant();
    };
  }

  private static State state(Clock clock, List<Run> runs, CaseFile file, Instant now) {
    if (clock.until().map(event -> !file.times(event).isEmpty()).orElse(false)) {
      return State.MET;
    }
    Optional<Run> last = runs.stream().filter(Run::begun).reduce((earlier, later) -> later);
    if (last.isEmpty()) {
      return State.UNKNOWN;
    }
    if (last.get().ends().over(now)) {
      return State.OVER;
    }
    boolean soon = last.get().remind().map(at -> !now.isBefore(at)).orElse(false);
    return soon ? State.SOON : State.RUNNING;
  }

  /** The run it is in, or was in last. */
  public Optional<Run> current() {
    return runs.stream().filter(Run::begun).reduce((earlier, later) -> later);
  }

  /** What to be reminded of before the end of a run. */
  public Optional<Wording> reminder(Run run) {
    return clock
        .remind()
        .map(reminder -> run.number() == timesMax - 1 ? reminder.last() : reminder.what());
  }

  /** How often it may still be run again. */
  public int renewalsLeft() {
    return (int) runs.stream().filter(run -> !run.begun()).count();
  }

  /** Whether all its runs are used, where it may be run again at all. */
  public boolean renewalsUsed() {
    return clock.renewal().isPresent() && !runs.isEmpty() && renewalsLeft() == 0;
  }
}
