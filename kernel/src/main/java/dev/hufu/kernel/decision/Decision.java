package dev.hufu.kernel.decision;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.text.Wording;
import java.time.Instant;
import java.util.List;

/**
 * What the whole system exists to make: a verdict on a matter, with its reasons, the one next
 * action, and everything that led there. A pure function of the pack and the {@link Inputs}: the
 * same two give the same decision, byte for byte, years later.
 *
 * @param matter the kind of matter: {@code request}
 * @param headline the verdict in words, at most ten characters in Chinese: 先别转
 * @param summary one sentence below it
 * @param identityStrength what the methods that matched add up to
 * @param identityNeeded what this sum of money asks for
 * @param risk 0..1, four decimals: shown only folded away, never alone
 * @param reasons at most {@link Limits#REASONS_MAX}, strongest first
 * @param findings every rule that fired, in the order of stages and then of the pack
 * @param scripts scripts the chat resembles, best first
 * @param needs facts without which there is no green
 * @param wouldChange smallest changes that would change the verdict
 */
public record Decision(
    String matter,
    Verdict verdict,
    Wording headline,
    Wording summary,
    int identityStrength,
    int identityNeeded,
    double risk,
    List<StageResult> stages,
    List<Reason> reasons,
    List<Finding> findings,
    List<NearMiss> nearMisses,
    List<MethodCheck> checks,
    List<ScriptHit> scripts,
    NextAction next,
    List<Reply> replies,
    List<KeepItem> keep,
    List<String> needs,
    List<WouldChange> wouldChange,
    PackRef pack,
    Digest inputsDigest,
    Instant at) {

  public Decision {
    if (reasons.size() > Limits.REASONS_MAX) {
      throw new IllegalArgumentException("at most three reasons: " + reasons.size());
    }
    stages = List.copyOf(stages);
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
    nearMisses = List.copyOf(nearMisses);
    checks = List.copyOf(checks);
    scripts = List.copyOf(scripts);
    replies = List.copyOf(replies);
    keep = List.copyOf(keep);
    needs = List.copyOf(needs);
    wouldChange = List.copyOf(wouldChange);
  }
}
