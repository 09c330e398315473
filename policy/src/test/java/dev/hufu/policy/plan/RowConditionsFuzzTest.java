package dev.hufu.policy.plan;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.feature.Row;
import dev.hufu.policy.expression.Truth;
import java.util.List;

/**
 * Goal: whatever stands in a rule, it is refused or it compiles, and then the plan says what CEL
 * says. Method: fuzzed text and rows. Seeds lie beside this class.
 */
class RowConditionsFuzzTest {

  private static final RowConditions CONDITIONS = new RowConditions(RandomRules.COLUMNS, "yuan");

  @FuzzTest(maxDuration = "20s")
  void planSaysWhatCelSays(FuzzedDataProvider data) {
    RandomRules random = new RandomRules(data.consumeByte());
    RowConditions.Compiled compiled = CONDITIONS.compile(data.consumeRemainingAsString());
    if (compiled.condition().isPresent() != compiled.problems().isEmpty()) {
      throw new AssertionError("a condition or problems");
    }
    compiled.condition().ifPresent(condition -> compare(condition, random));
  }

  private static void compare(RowCondition condition, RandomRules random) {
    RulePlan plan =
        RulePlan.compile(RandomRules.COLUMNS, List.of(new RulePlan.Named("r", condition)));
    Hits hits = plan.newHits();
    Row row = new Row(RandomRules.COLUMNS);
    for (int i = 0; i < 4; i++) {
      random.fill(row);
      plan.evaluate(row, hits);
      Truth truth = condition.evaluate(row);
      if (hits.fired(0) != truth.holds()
          || hits.undetermined(0) != truth instanceof Truth.Unknown) {
        throw new AssertionError(condition + " is " + truth);
      }
      condition.conjuncts().forEach(part -> part.shortfall(row));
    }
  }
}
