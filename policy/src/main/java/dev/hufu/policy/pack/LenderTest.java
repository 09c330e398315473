package dev.hufu.policy.pack;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.policy.lender.LenderCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pack's own story of a lender: what is known of it, and what its author expects.
 *
 * @param list the licence list of the story, if it has one
 */
public record LenderTest(
    String name,
    Position position,
    Instant at,
    LenderCase told,
    Optional<LicenceList> list,
    Expect expect) {

  /**
   * Only what is given is compared.
   *
   * @param values facts as they come out, by name
   * @param steps ids that are among the steps, {@code authorities} among those complained to
   * @param says words that a draft holds, {@code saysNot} words that nothing may hold
   */
  public record Expect(
      Optional<Verdict> verdict,
      List<String> fired,
      List<String> notFired,
      Map<String, String> values,
      List<String> steps,
      List<String> authorities,
      Map<String, List<String>> says,
      List<String> saysNot) {}
}
