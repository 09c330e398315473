package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What arose over one period: interest, or a cost. Interest runs from the end of {@code from} to
 * the end of {@code to}.
 *
 * @param part the number of the instalment it belongs to; 0 for a cost
 * @param dueOn from when it counts as due
 * @param base the principal it was reckoned on; zero for a cost
 * @param rate none for a cost
 * @param paid how much of the sum has been paid
 */
public record Charge(
    Kind kind,
    int part,
    LocalDate from,
    LocalDate to,
    LocalDate dueOn,
    Fen base,
    Optional<RateUsed> rate,
    Fen sum,
    Fen paid) {

  /** In the order in which a part payment is put against them. */
  public enum Kind {
    COST,
    DEFAULT_INTEREST,
    INTEREST
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to);
  }

  public Fen open() {
    return sum.minus(paid);
  }

  Charge pay(Fen more) {
    return new Charge(kind, part, from, to, dueOn, base, rate, sum, paid.plus(more));
  }
}
