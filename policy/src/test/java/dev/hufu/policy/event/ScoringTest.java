package dev.hufu.policy.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.Typology;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Goal: scores, the leading typology and the verdict are what the definition says. Method: the
 * rules of the pack over transfers fire at random, and a plain reading of the definition over names
 * is held against the bits.
 */
class ScoringTest {

  private final EventProgram program = Transfers.program();
  private final List<EventRule> rules = program.rules("transfer");
  private final List<Typology> typologies = program.typologies();

  @Test
  void bitsAndThePlainDefinitionAgree() {
    Random random = new Random(3);
    Scoring scoring = new Scoring(rules, typologies);
    Ruling ruling = new Ruling(rules.size(), typologies.size());
    Set<Verdict> seen = new HashSet<>();
    for (int round = 0; round < 20_000; round++) {
      Set<String> fired = new HashSet<>();
      java.util.Arrays.fill(ruling.fired, 0);
      int among = 1 + random.nextInt(12);
      for (int place = 0; place < rules.size(); place++) {
        if (random.nextInt(among) == 0) {
          ruling.fired[place >>> 6] |= 1L << place;
          fired.add(rules.get(place).id());
        }
      }
      scoring.score(ruling);
      agrees(ruling, fired);
      seen.add(ruling.verdict());
    }
    assertThat(seen).contains(Verdict.RED, Verdict.AMBER, Verdict.GREEN);
  }

  private void agrees(Ruling ruling, Set<String> fired) {
    Set<String> cleared = new HashSet<>();
    boolean stopped = false;
    for (EventRule rule : rules) {
      if (fired.contains(rule.id())) {
        cleared.addAll(rule.effect() == Effect.CLEAR ? rule.clears() : List.of());
        stopped |= rule.effect() == Effect.STOP;
      }
    }
    int highest = 0;
    Optional<String> leading = Optional.empty();
    Verdict verdict = Verdict.GREEN;
    for (int t = 0; t < typologies.size(); t++) {
      Typology typology = typologies.get(t);
      double left = 1;
      for (EventRule rule : rules) {
        boolean weighs =
            rule.effect() == Effect.WEIGHT
                && fired.contains(rule.id())
                && !cleared.contains(rule.id())
                && typology.rules().contains(rule.id());
        left *= weighs ? 1 - rule.weight() : 1;
      }
      int score = (int) Math.round((1 - left) * 10_000);
      assertThat(ruling.score(t)).as(typology.id() + " of " + fired).isEqualTo(score);
      if (score > highest) {
        highest = score;
        leading = Optional.of(typology.id());
      }
      if (score > 0 && score >= Math.round(typology.red() * 10_000)) {
        verdict = Verdict.RED;
      } else if (score > 0
          && score >= Math.round(typology.amber() * 10_000)
          && verdict == Verdict.GREEN) {
        verdict = Verdict.AMBER;
      }
    }
    assertThat(ruling.risk()).isEqualTo(highest);
    assertThat(ruling.verdict()).isEqualTo(stopped ? Verdict.RED : verdict);
    String led = ruling.leading() < 0 ? "" : typologies.get(ruling.leading()).id();
    assertThat(led).isEqualTo(leading.orElse(""));
  }
}
