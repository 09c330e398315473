package dev.hufu.kernel.loan.price;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;

/**
 * Money that moved on a day, seen from the borrower.
 *
 * @param sum plus is received, minus is paid
 */
public record Flow(LocalDate day, Fen sum) {

  public static Flow received(LocalDate day, Fen sum) {
    return new Flow(day, sum);
  }

  public static Flow paid(LocalDate day, Fen sum) {
    return new Flow(day, new Fen(Math.negateExact(sum.fen())));
  }
}
