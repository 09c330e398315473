package dev.hufu.policy.price;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known about a loan whose price is asked.
 *
 * @param face the sum on paper, where it is not what arrived
 * @param stated the annual rate that the contract says
 * @param reported an annual rate that somebody else says, such as an article
 * @param claimed what is demanded besides the payments
 * @param formed the day of the contract, which decides the law
 */
public record PriceQuestion(
    CashFlows flows,
    Optional<Fen> face,
    Optional<AnnualRate> stated,
    Optional<AnnualRate> reported,
    Optional<Fen> claimed,
    LenderKind lender,
    LocalDate formed) {}
