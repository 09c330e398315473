package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;

/** The principal of one instalment, and how much of it has been paid. */
public record PrincipalPart(int number, LocalDate due, Fen principal, Fen paid) {

  public Fen open() {
    return principal.minus(paid);
  }

  PrincipalPart pay(Fen more) {
    return new PrincipalPart(number, due, principal, paid.plus(more));
  }
}
