package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;

/**
 * One part of a plan.
 *
 * @param number from 1
 * @param interest what is to be paid with it if everything is paid on its day
 */
public record Instalment(int number, LocalDate due, Fen principal, Fen interest) {

  public Fen payment() {
    return principal.plus(interest);
  }
}
