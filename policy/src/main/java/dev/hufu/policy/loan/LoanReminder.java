package dev.hufu.policy.loan;

import dev.hufu.kernel.loan.Guarantee;
import dev.hufu.kernel.loan.Instalment;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.LoanPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A day on which something is to be done about a loan. */
public record LoanReminder(LocalDate day, String id, Wording what, Optional<String> law) {

  /** All that lie on or after the review's day, in order of days. */
  public static List<LoanReminder> of(LoanReview review) {
    LoanWords words = new LoanWords(review);
    List<LoanReminder> reminders = new ArrayList<>();
    for (LoanPolicy.Reminder rule : review.policy().reminders()) {
      for (LocalDate from : from(review, rule.from())) {
        LocalDate day = from.plusDays(rule.days());
        if (!day.isBefore(review.at())) {
          reminders.add(new LoanReminder(day, rule.id(), words.fill(rule.what()), rule.law()));
        }
      }
    }
    reminders.sort(Comparator.comparing(LoanReminder::day).thenComparing(LoanReminder::id));
    return List.copyOf(reminders);
  }

  /** Due days of parts still open; the end of limitation; the end of a guarantee. */
  private static List<LocalDate> from(LoanReview review, LoanPolicy.From from) {
    return switch (from) {
      case DUE -> {
        List<LocalDate> days = new ArrayList<>();
        for (Instalment part : review.plan()) {
          if (review.owed().principal().get(part.number() - 1).open().fen() > 0) {
            days.add(part.due());
          }
        }
        yield days;
      }
      case LIMITATION -> review.clock().map(clock -> List.of(clock.end())).orElse(List.of());
      case GUARANTEE ->
          review.contract().guarantee().flatMap(Guarantee::until).map(List::of).orElse(List.of());
    };
  }
}
