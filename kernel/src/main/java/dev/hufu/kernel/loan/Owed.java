package dev.hufu.kernel.loan;

import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.List;

/**
 * What is owed at the end of a day, line by line.
 *
 * @param charges interest and costs, in the order they arose, paid ones too
 * @param withoutRate instalments after whose due day no rate is known: their default interest is
 *     not among the charges
 */
public record Owed(
    LocalDate day,
    List<PrincipalPart> principal,
    List<Charge> charges,
    List<Allocation> payments,
    List<Integer> withoutRate) {

  public Owed {
    principal = List.copyOf(principal);
    charges = List.copyOf(charges);
    payments = List.copyOf(payments);
    withoutRate = List.copyOf(withoutRate);
  }

  /** Principal still open, due or not. */
  public Fen openPrincipal() {
    return principal.stream().map(PrincipalPart::open).reduce(Fen.ZERO, Fen::plus);
  }

  /** Principal whose day has come. */
  public Fen duePrincipal() {
    return principal.stream()
        .filter(part -> !part.due().isAfter(day))
        .map(PrincipalPart::open)
        .reduce(Fen.ZERO, Fen::plus);
  }

  /** Open charges of one kind, due or not. */
  public Fen open(Charge.Kind kind) {
    return charges.stream()
        .filter(charge -> charge.kind() == kind)
        .map(Charge::open)
        .reduce(Fen.ZERO, Fen::plus);
  }

  /** Charges that are due and open. */
  public Fen dueCharges() {
    return charges.stream()
        .filter(charge -> !charge.dueOn().isAfter(day))
        .map(Charge::open)
        .reduce(Fen.ZERO, Fen::plus);
  }

  /** What could be asked for today. */
  public Fen due() {
    return duePrincipal().plus(dueCharges());
  }

  /** Everything, also what is not due yet. */
  public Fen total() {
    return charges.stream().map(Charge::open).reduce(openPrincipal(), Fen::plus);
  }

  public Fen leftOver() {
    return payments.stream().map(Allocation::left).reduce(Fen.ZERO, Fen::plus);
  }

  /** Whether a part of the principal is past its day. */
  public boolean overdue() {
    return principal.stream().anyMatch(part -> part.due().isBefore(day) && part.open().fen() > 0);
  }
}
