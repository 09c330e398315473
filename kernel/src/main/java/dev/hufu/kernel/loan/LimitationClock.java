package dev.hufu.kernel.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Until when a claim can be brought: some years from the last due day, begun anew by a demand or an
 * acknowledgement while it runs, never longer than the longest term.
 *
 * <p>Example: due 2027-03-31 and three years run to 2030-03-31; a demand on 2029-01-10 carries it
 * to 2032-01-10.
 *
 * @param start the last due day
 * @param end the last day
 * @param longest the day that nothing carries it past
 * @param counted what began it anew, in order
 * @param early what happened before it ran, and so changed nothing
 * @param late what came after the end: whether it still helps is for a court
 */
public record LimitationClock(
    LocalDate start,
    LocalDate end,
    LocalDate longest,
    List<Restart> counted,
    List<Restart> early,
    List<Restart> late) {

  /** What begins the time anew. */
  public enum Cause {
    DEMAND,
    ACKNOWLEDGEMENT,
    PART_PAYMENT,
    SUIT
  }

  /** One thing that happened. */
  public record Restart(LocalDate day, Cause cause) {}

  public LimitationClock {
    counted = List.copyOf(counted);
    early = List.copyOf(early);
    late = List.copyOf(late);
  }

  /**
   * @param years of the term, and {@code yearsMax} of the longest
   * @param at what happened after this day does not count yet
   */
  public static LimitationClock of(
      LocalDate lastDue, int years, int yearsMax, List<Restart> restarts, LocalDate at) {
    LocalDate longest = lastDue.plusYears(yearsMax);
    LocalDate end = lastDue.plusYears(years);
    List<Restart> counted = new ArrayList<>();
    List<Restart> early = new ArrayList<>();
    List<Restart> late = new ArrayList<>();
    List<Restart> known =
        restarts.stream()
            .filter(restart -> !restart.day().isAfter(at))
            .sorted(Comparator.comparing(Restart::day))
            .toList();
    for (Restart restart : known) {
      if (!restart.day().isAfter(lastDue)) {
        early.add(restart);
      } else if (restart.day().isAfter(end)) {
        late.add(restart);
      } else {
        counted.add(restart);
        LocalDate anew = restart.day().plusYears(years);
        end = anew.isBefore(longest) ? anew : longest;
      }
    }
    return new LimitationClock(lastDue, end, longest, counted, early, late);
  }

  public boolean ended(LocalDate day) {
    return day.isAfter(end);
  }
}
