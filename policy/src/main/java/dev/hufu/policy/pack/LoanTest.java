package dev.hufu.policy.pack;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.loan.LoanContract;
import dev.hufu.kernel.loan.LoanRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pack's own story of a loan: what is told, and what its author expects. */
public record LoanTest(
    String name,
    Position position,
    LocalDate at,
    LoanContract contract,
    LoanRecord record,
    Expect expect) {

  /**
   * Only what is given is compared.
   *
   * @param values by name: principal, interest, cap, due, total, limitation, chain, gap
   * @param lines sums of default interest in order; {@code otherYear} on the other day count
   * @param says words that a paper holds, {@code saysNot} words that it must not hold
   */
  public record Expect(
      List<String> findings,
      List<String> notFindings,
      Map<String, String> values,
      Optional<List<String>> lines,
      Optional<List<String>> otherYear,
      Map<String, List<String>> says,
      Map<String, List<String>> saysNot) {}
}
