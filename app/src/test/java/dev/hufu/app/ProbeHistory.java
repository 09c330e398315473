package dev.hufu.app;

import dev.hufu.app.workbench.PastEvents;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.policy.pack.Pack;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A past that exists in tests only: it knows twelve events of one pack and no other. */
@Component
final class ProbeHistory implements PastEvents {

  @Override
  public boolean serves(Pack pack) {
    return pack.ref().id().equals("en-generic/request");
  }

  @Override
  public Outcome<Effect> matching(Pack live, Pack candidate, Instant until) {
    Example example = new Example("E-7", until, Verdict.GREEN, Verdict.RED);
    return Outcome.of(new Effect(12, 1, 2, List.of(example)));
  }

  @Override
  public Outcome<Effect> backtest(Pack live, Pack candidate, InputStream history) {
    return Outcome.refused(Code.INPUT_LINE_BROKEN, "1");
  }
}
