package dev.hufu.kernel.loan;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reckons what is owed on a day.
 *
 * <p>Interest runs by days on open principal, never on interest. A payment is put against what is
 * due: costs, then interest (older first), then principal (earlier due day first); only then
 * against interest that is not due yet and principal that is not due yet. Principal bears interest
 * from the day its money arrived.
 *
 * <p>Example: {@code LoanAccount.of(received, parts, rates, year, costs, payments)} and then {@code
 * on(day).due()}.
 */
public final class LoanAccount {

  private final List<Movement> received;
  private final List<RepaymentPlan.Part> parts;
  private final RateRules rates;
  private final DayCount year;
  private final List<Movement> costs;
  private final List<Movement> payments;

  private LoanAccount(
      List<Movement> received,
      List<RepaymentPlan.Part> parts,
      RateRules rates,
      DayCount year,
      List<Movement> costs,
      List<Movement> payments) {
    this.received = sorted(received);
    this.parts = List.copyOf(parts);
    this.rates = rates;
    this.year = year;
    this.costs = sorted(costs);
    this.payments = sorted(payments);
  }

  private static List<Movement> sorted(List<Movement> movements) {
    return movements.stream().sorted(Comparator.comparing(Movement::day)).toList();
  }

  /**
   * @param received what arrived; their sum is the principal
   * @param parts the principal by due days, ascending, adding up to what arrived
   * @return the account; or {@link Code#LOAN_PLAN_UNUSABLE}, {@link Code#LOAN_PAYMENT_UNUSABLE}
   */
  public static Outcome<LoanAccount> of(
      List<Movement> received,
      List<RepaymentPlan.Part> parts,
      RateRules rates,
      DayCount year,
      List<Movement> costs,
      List<Movement> payments) {
    Optional<Movement> first = received.stream().min(Comparator.comparing(Movement::day));
    if (first.isEmpty()) {
      return Outcome.refused(Code.LOAN_PLAN_UNUSABLE, "0");
    }
    Optional<Movement> wrong =
        Stream.of(received, costs, payments)
            .flatMap(List::stream)
            .filter(m -> m.sum().fen() <= 0 || m.day().isBefore(first.get().day()))
            .findFirst();
    if (wrong.isPresent()) {
      return Outcome.refused(
          Code.LOAN_PAYMENT_UNUSABLE, wrong.get().day() + " " + wrong.get().sum());
    }
    if (Math.max(payments.size(), Math.max(costs.size(), received.size()))
        > Limits.LOAN_ENTRIES_MAX) {
      return Outcome.refused(Code.LOAN_PAYMENT_UNUSABLE, "> " + Limits.LOAN_ENTRIES_MAX);
    }
    Fen principal = received.stream().map(Movement::sum).reduce(Fen.ZERO, Fen::plus);
    return new RepaymentPlan.FreeForm(parts)
        .instalments(principal, AnnualRate.ZERO, first.get().day(), year)
        .map(_checked -> new LoanAccount(received, parts, rates, year, costs, payments));
  }

  /** What is owed at the end of that day. */
  public Owed on(LocalDate day) {
    return new Run(day).owed();
  }

  /** One pass over the days on which something changes. */
  private final class Run {
    private final LocalDate end;
    private final List<PrincipalPart> principal = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<Allocation> allocations = new ArrayList<>();
    private final List<LocalDate> defaultFrom = new ArrayList<>();
    private LocalDate termFrom = received.getFirst().day();

    Run(LocalDate end) {
      this.end = end;
      for (RepaymentPlan.Part part : parts) {
        int number = principal.size() + 1;
        principal.add(new PrincipalPart(number, part.due(), part.principal(), Fen.ZERO));
        defaultFrom.add(part.due());
      }
    }

    Owed owed() {
      for (LocalDate day : days()) {
        accrueTerm(day);
        boolean settles = day.equals(end) || payments.stream().anyMatch(p -> p.day().equals(day));
        if (settles) {
          accrueDefault(day);
        }
        costs.stream().filter(cost -> cost.day().equals(day)).forEach(this::charge);
        payments.stream()
            .filter(payment -> payment.day().equals(day))
            .forEach(payment -> allocations.add(allocate(payment)));
      }
      return new Owed(end, principal, charges, allocations, withoutRate());
    }

    private TreeSet<LocalDate> days() {
      TreeSet<LocalDate> days = new TreeSet<>();
      parts.forEach(part -> days.add(part.due()));
      Stream.of(received, costs, payments)
          .flatMap(List::stream)
          .forEach(movement -> days.add(movement.day()));
      days.removeIf(day -> day.isAfter(end));
      days.add(end);
      return days;
    }

    private void charge(Movement cost) {
      charges.add(
          new Charge(
              Charge.Kind.COST,
              0,
              cost.day(),
              cost.day(),
              cost.day(),
              Fen.ZERO,
              Optional.empty(),
              cost.sum(),
              Fen.ZERO));
    }

    /** Interest of the term on principal that has arrived and is not due before this day. */
    private void accrueTerm(LocalDate day) {
      LocalDate from = termFrom;
      termFrom = day.isAfter(from) ? day : from;
      Optional<PrincipalPart> next =
          principal.stream().filter(part -> !part.due().isBefore(day)).findFirst();
      Optional<RateUsed> rate = rates.beforeDue();
      if (next.isEmpty() || rate.isEmpty() || !day.isAfter(from)) {
        return;
      }
      Fen open =
          principal.stream()
              .filter(part -> !part.due().isBefore(day))
              .map(PrincipalPart::open)
              .reduce(Fen.ZERO, Fen::plus);
      Fen coming =
          received.stream()
              .filter(movement -> movement.day().isAfter(from))
              .map(Movement::sum)
              .reduce(Fen.ZERO, Fen::plus);
      Fen base = open.compareTo(coming) > 0 ? open.minus(coming) : Fen.ZERO;
      Fen sum = rate.get().rate().interest(base, from, day, year);
      if (base.fen() > 0) {
        charges.add(
            new Charge(
                Charge.Kind.INTEREST,
                next.get().number(),
                from,
                day,
                next.get().due(),
                base,
                rate,
                sum,
                Fen.ZERO));
      }
    }

    private void accrueDefault(LocalDate day) {
      for (int i = 0; i < principal.size(); i++) {
        PrincipalPart part = principal.get(i);
        LocalDate from = defaultFrom.get(i);
        Optional<RateUsed> rate = rates.afterDue(part.due());
        if (!day.isAfter(from) || part.open().fen() == 0 || rate.isEmpty()) {
          continue;
        }
        defaultFrom.set(i, day);
        charges.add(
            new Charge(
                Charge.Kind.DEFAULT_INTEREST,
                part.number(),
                from,
                day,
                day,
                part.open(),
                rate,
                rate.get().rate().interest(part.open(), from, day, year),
                Fen.ZERO));
      }
    }

    private Allocation allocate(Movement payment) {
      LocalDate day = payment.day();
      Fen start = payment.sum();
      Fen afterCosts = payCharges(start, c -> c.kind() == Charge.Kind.COST);
      Fen afterInterest =
          payCharges(afterCosts, c -> c.kind() != Charge.Kind.COST && !c.dueOn().isAfter(day));
      Fen afterDue = payPrincipal(afterInterest, part -> !part.due().isAfter(day));
      Fen afterEarlyInterest = payCharges(afterDue, c -> c.dueOn().isAfter(day));
      Fen left = payPrincipal(afterEarlyInterest, part -> part.due().isAfter(day));
      Fen interest = afterCosts.minus(afterInterest).plus(afterDue.minus(afterEarlyInterest));
      Fen repaid = afterInterest.minus(afterDue).plus(afterEarlyInterest.minus(left));
      return new Allocation(payment, start.minus(afterCosts), interest, repaid, left);
    }

    private Fen payCharges(Fen money, java.util.function.Predicate<Charge> which) {
      Fen left = money;
      for (int i = 0; i < charges.size(); i++) {
        if (which.test(charges.get(i))) {
          Fen share = lesser(left, charges.get(i).open());
          charges.set(i, charges.get(i).pay(share));
          left = left.minus(share);
        }
      }
      return left;
    }

    private Fen payPrincipal(Fen money, java.util.function.Predicate<PrincipalPart> which) {
      Fen left = money;
      for (int i = 0; i < principal.size(); i++) {
        if (which.test(principal.get(i))) {
          Fen share = lesser(left, principal.get(i).open());
          principal.set(i, principal.get(i).pay(share));
          left = left.minus(share);
        }
      }
      return left;
    }

    private List<Integer> withoutRate() {
      return principal.stream()
          .filter(part -> part.due().isBefore(end) && part.open().fen() > 0)
          .filter(part -> rates.afterDue(part.due()).isEmpty())
          .map(PrincipalPart::number)
          .toList();
    }
  }

  private static Fen lesser(Fen a, Fen b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
