package dev.hufu.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.script.Cue;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Script;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.script.Span;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Pack;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Goal: remembering truths changes nothing but the time. Method: decisions on random facts with the
 * packs of this repository, against those that evaluate every condition every time, byte by byte.
 */
class TruthsTest {

  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final PackLibrary PACKS = PackLibrary.toDecide(Path.of("../packs"), head -> true);

  @Test
  void rememberedIsTheSameAsAfresh() {
    Random random = new Random(20261122);
    EnumSet<Verdict> seen = EnumSet.noneOf(Verdict.class);
    for (String id : List.of("cn/request", "en-generic/request")) {
      Pack pack = PACKS.find(id).orElseThrow();
      Decider decider = new Decider(pack);
      for (int i = 0; i < 15; i++) {
        Inputs inputs = inputs(pack, random, 1 + random.nextInt(24));
        Decision quick = decider.decide(inputs);
        seen.add(quick.verdict());
        assertThat(DecisionJson.write(quick))
            .isEqualTo(DecisionJson.write(decider.decide(inputs, Truths.AFRESH)));
      }
    }
    assertThat(seen).contains(Verdict.RED, Verdict.AMBER);
  }

  @Test
  void greenIsTheSameToo() {
    Pack pack = PACKS.find("cn/request").orElseThrow();
    Facts facts = Facts.NONE;
    for (String name : List.of("verify.callBack", "verify.sharedMemory")) {
      facts = facts.with(new Fact(name, new FactValue.Choice("passed"), Provenance.SAID));
    }
    facts =
        facts.with(
            new Fact("request.amount", new FactValue.Amount(Fen.ofYuan(900)), Provenance.SAID));
    Inputs inputs = new Inputs(AT, pack.zone(), facts, Detection.NOTHING, "none");
    Decider decider = new Decider(pack);
    Decision quick = decider.decide(inputs);
    assertThat(quick.verdict()).isEqualTo(Verdict.GREEN);
    assertThat(DecisionJson.write(quick))
        .isEqualTo(DecisionJson.write(decider.decide(inputs, Truths.AFRESH)));
  }

  /** The saving itself, in evaluations and not in milliseconds. */
  @Test
  void mostConditionsAreNotAskedAgain() {
    Pack pack = PACKS.find("cn/request").orElseThrow();
    Facts facts =
        Facts.of(
            new Fact("request.amount", new FactValue.Amount(Fen.ofYuan(1000)), Provenance.SAID),
            new Fact("relation.accountAge", new FactValue.Elapsed(Duration.ZERO), Provenance.SAID));
    ScriptHit posing = new ScriptHit("impersonated-acquaintance", 0.9, List.of());
    Detection detection = new Detection(0.9, List.of(posing), List.of());
    Inputs inputs = new Inputs(AT, pack.zone(), facts, detection, "none");
    AtomicInteger asked = new AtomicInteger();
    Decider decider = new Decider(pack);
    Decision afresh =
        decider.decide(
            inputs,
            (condition, scope) -> {
              asked.incrementAndGet();
              return condition.evaluate(scope);
            });
    assertThat(afresh.verdict()).isEqualTo(Verdict.RED);
    Set<List<Object>> sights = new HashSet<>();
    Decision again =
        decider.decide(
            inputs,
            (condition, scope) -> {
              List<Object> sight = new ArrayList<>(condition.sight(scope));
              sight.add(condition);
              sights.add(sight);
              return condition.evaluate(scope);
            });
    assertThat(again).isEqualTo(afresh);
    assertThat(sights.size()).isLessThan(asked.get() / 4);
  }

  private static Inputs inputs(Pack pack, Random random, int facts) {
    List<FactType> types = new ArrayList<>(pack.facts().values());
    Facts told = Facts.NONE;
    for (int i = 0; i < facts; i++) {
      FactType type = types.get(random.nextInt(types.size()));
      told = told.with(new Fact(type.name(), value(type, random), provenance(random)));
    }
    return new Inputs(AT, pack.zone(), told, detection(pack, random), "random");
  }

  private static Provenance provenance(Random random) {
    return random.nextBoolean() ? Provenance.SAID : Provenance.SHOWN;
  }

  private static FactValue value(FactType type, Random random) {
    return switch (type.kind()) {
      case FLAG -> new FactValue.Flag(random.nextBoolean());
      case COUNT -> new FactValue.Count(random.nextInt(4));
      case AMOUNT -> new FactValue.Amount(Fen.ofYuan(1 + random.nextInt(40_000)));
      case ELAPSED -> new FactValue.Elapsed(Duration.ofDays(random.nextInt(2_000)));
      case CHOICE ->
          new FactValue.Choice(type.options().get(random.nextInt(type.options().size())).value());
      case DAY -> new FactValue.Day(LocalDate.of(2026, 11, 1).plusDays(random.nextInt(300)));
      case RATE -> new FactValue.Rate(BigDecimal.valueOf(random.nextInt(40)));
      case WORDS -> new FactValue.Words("x");
    };
  }

  private static Detection detection(Pack pack, Random random) {
    List<Script> scripts = pack.scripts().scripts();
    List<Cue> cues = pack.scripts().cues();
    if (random.nextInt(3) == 0) {
      return Detection.NOTHING;
    }
    CueHit cue = new CueHit(cues.get(random.nextInt(cues.size())).id(), new Span(0, 1));
    double score = random.nextInt(10_001) / 10_000.0;
    String script = scripts.get(random.nextInt(scripts.size())).id();
    return new Detection(score, List.of(new ScriptHit(script, score, List.of(cue))), List.of(cue));
  }
}
