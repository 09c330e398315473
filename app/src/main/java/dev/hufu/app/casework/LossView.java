package dev.hufu.app.casework;

import dev.hufu.kernel.casework.CaseEntry;
import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.casework.CasePlan;
import dev.hufu.policy.casework.CaseWords;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.paper.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first screen.
 *
 * @param known what a matter already shows of a payment that was not entered yet
 * @param begun what was entered already
 * @param matter the matter the plan would belong to, or empty for one of its own
 * @param mine plans that are under way
 * @param refusal why what was typed cannot be taken
 */
public record LossView(
    Pack pack,
    PaymentForm known,
    CaseFile begun,
    String matter,
    List<Mine> mine,
    Optional<Refusal> refusal,
    Instant now) {

  /** A plan and the matter it belongs to. */
  public record Mine(String matter, CasePlan plan) {}

  public LossView {
    mine = List.copyOf(mine);
  }

  public CasePolicy policy() {
    return pack.casework().orElseThrow();
  }

  /** The words to read out: those of the first plan, which fits most. */
  public List<Span> opening(Lang lang) {
    CaseFile file =
        known
            .payment(pack.zone())
            .map(CaseEntry.Paid::new)
            .map(paid -> begun.with(List.of(new CaseFile.Stamped(paid, now))))
            .findValue()
            .orElse(begun);
    CasePolicy.Plan first = policy().plans().values().iterator().next();
    return new CaseWords(pack, file, now).asked(first.opening(), lang);
  }

  public CasePolicy.Plan plan(String id) {
    return policy().plans().getOrDefault(id, policy().plans().values().iterator().next());
  }

  /** The next reminder or end of a plan that is under way. */
  public Optional<CasePlan.Date> next(Mine mine) {
    return mine.plan().dates().stream().filter(date -> date.at().isAfter(now)).findFirst();
  }
}
