package dev.hufu.app.web;

import dev.hufu.app.request.CoolingDesk.Cooling;
import dev.hufu.app.web.words.PeopleWords;
import dev.hufu.kernel.text.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page on which somebody sets a cooling-off time for themselves. */
public record CoolingView(
    String matterId,
    Optional<Cooling> cooling,
    Optional<OutLink> made,
    List<Problem> problems,
    Instant now) {

  /** A length of time offered. */
  public record Choice(int minutes, Wording label) {}

  /** From {@code Limits.COOLING_OFF_MIN} to {@code COOLING_OFF_MAX}. */
  public static final List<Choice> CHOICES =
      List.of(
          new Choice(10, PeopleWords.C_MIN_10),
          new Choice(30, PeopleWords.C_MIN_30),
          new Choice(120, PeopleWords.C_HOUR_2),
          new Choice(1_440, PeopleWords.C_DAY_1),
          new Choice(4_320, PeopleWords.C_DAY_3),
          new Choice(10_080, PeopleWords.C_DAY_7));

  public CoolingView {
    problems = List.copyOf(problems);
  }

  public boolean runs() {
    return cooling.isPresent() && cooling.get().runsAt(now);
  }
}
