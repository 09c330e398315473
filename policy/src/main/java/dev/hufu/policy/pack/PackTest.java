package dev.hufu.policy.pack;

import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One story of a pack's own tests: a chat and facts in, a decision expected. */
public record PackTest(
    String name, Position position, Instant at, String chat, Facts facts, Expect expect) {

  /** What must come out; only the verdict is required. */
  public record Expect(
      Verdict verdict,
      Optional<String> script,
      Optional<String> next,
      OptionalInt reasonsAtMost,
      List<String> reasons,
      List<String> fired,
      List<String> notFired,
      List<Verdict> wouldChange) {}
}
