package dev.hufu.bench;

import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.expression.Truth;
import dev.hufu.policy.pack.Pack;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A decision with the real pack, red and green, and a single condition of it. */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecidingBenchmark {

  private Decider decider;
  private Inputs newAccount;
  private Inputs realFriend;
  private Expression condition;
  private Scope names;

  @Setup
  public void load() {
    Pack pack = Samples.requestPack();
    decider = new Decider(pack);
    newAccount = Samples.story(pack, "s1");
    realFriend = Samples.story(pack, "s4");
    condition =
        pack.rules().stream()
            .filter(rule -> rule.id().equals("rq-account-recent"))
            .findFirst()
            .orElseThrow()
            .when();
    names =
        Scope.ofFacts(newAccount.facts(), newAccount.at(), newAccount.zone())
            .with(ExpressionCompiler.constants(pack.facts().values()));
  }

  /** A thousand for a new account: red, with scripts, near misses and what would change it. */
  @Benchmark
  public Decision decideNewAccount() {
    return decider.decide(newAccount);
  }

  /** A friend who answered the call: green. */
  @Benchmark
  public Decision decideRealFriend() {
    return decider.decide(realFriend);
  }

  /** Coming to a verdict once, and the questions that follow from it. */
  @Benchmark
  public List<Pack.Ask> judgeNewAccount() {
    return decider.asks(newAccount);
  }

  @Benchmark
  public Truth oneCondition() {
    return condition.evaluate(names);
  }
}
