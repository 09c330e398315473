package dev.hufu.policy.lender;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.Movement;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.Flow;
import dev.hufu.kernel.loan.price.Price;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a loan costs by what really moved: every charge that was paid beside the payments counts,
 * and what was kept back never arrived.
 *
 * <p>Example: 42,500 received, 14 × 4,928: nominal 86.804815 %.
 *
 * @param flows as they were priced
 */
public record LoanFigures(List<Flow> flows, Price price) {

  private static final BigDecimal MONTHS = BigDecimal.valueOf(1_200);

  public LoanFigures {
    flows = List.copyOf(flows);
  }

  /** Prices; what the flows refuse is refused. */
  static Outcome<LoanFigures> of(LenderCase.Deal deal, List<LenderCase.Taken> charges) {
    List<Flow> flows = new ArrayList<>();
    flows.add(Flow.received(deal.drawn(), deal.received()));
    for (Movement payment : deal.payments()) {
      flows.add(Flow.paid(payment.day(), payment.sum()));
    }
    for (LenderCase.Taken charge : charges) {
      if (charge.when() == LenderCase.When.BESIDE) {
        flows.add(Flow.paid(charge.day().orElse(deal.drawn()), charge.sum()));
      }
    }
    return CashFlows.dated(flows).map(all -> new LoanFigures(flows, all.price()));
  }

  /** Percent a year, if there is one rate. */
  public Optional<BigDecimal> nominal() {
    return price instanceof Price.Known known
        ? Optional.of(known.nominal().percent(6))
        : Optional.empty();
  }

  /** Percent a year, compounded. */
  public Optional<BigDecimal> effective() {
    return price instanceof Price.Known known
        ? Optional.of(known.effective().percent(6))
        : Optional.empty();
  }

  /**
   * The payments that follow from a stated rate, monthly; empty where the contract's way of paying
   * back is none of those that can be laid out.
   */
  static Optional<List<Fen>> stated(
      LenderCase.Method method, Fen principal, BigDecimal percent, int count) {
    BigDecimal month = percent.divide(MONTHS, MathContext.DECIMAL64);
    return switch (method) {
      case EQUAL_PAYMENT -> Optional.of(same(principal, month, count));
      case EQUAL_PRINCIPAL -> Optional.of(falling(principal, month, count));
      case INTEREST_FIRST -> Optional.of(interestFirst(principal, month, count));
      case AT_END, OTHER -> Optional.empty();
    };
  }

  private static List<Fen> same(Fen principal, BigDecimal month, int count) {
    BigDecimal each =
        month.signum() == 0
            ? principal.yuan().divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)
            : annuity(principal.yuan(), month, count);
    return java.util.Collections.nCopies(count, fen(each));
  }

  private static BigDecimal annuity(BigDecimal principal, BigDecimal month, int count) {
    BigDecimal growth = BigDecimal.ONE.add(month).pow(count, MathContext.DECIMAL64);
    return principal
        .multiply(month)
        .multiply(growth)
        .divide(growth.subtract(BigDecimal.ONE), MathContext.DECIMAL64);
  }

  private static List<Fen> falling(Fen principal, BigDecimal month, int count) {
    long part = principal.fen() / count;
    long left = principal.fen();
    List<Fen> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long share = i == count - 1 ? left : part;
      all.add(new Fen(share).plus(fen(new Fen(left).yuan().multiply(month))));
      left -= share;
    }
    return all;
  }

  private static List<Fen> interestFirst(Fen principal, BigDecimal month, int count) {
    Fen interest = fen(principal.yuan().multiply(month));
    List<Fen> all = new ArrayList<>(java.util.Collections.nCopies(count - 1, interest));
    all.add(principal.plus(interest));
    return all;
  }

  private static Fen fen(BigDecimal yuan) {
    return new Fen(yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
