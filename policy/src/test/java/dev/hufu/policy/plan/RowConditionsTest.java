package dev.hufu.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.Columns;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.expression.ExpressionCompiler.Problem;
import dev.hufu.policy.expression.Truth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: what is refused is told with its place, and what fails with how far it fails. */
class RowConditionsTest {

  private static final Columns COLUMNS = RandomRules.COLUMNS;
  private static final RowConditions CONDITIONS = new RowConditions(COLUMNS, "yuan");

  @Test
  void aWrongTypeIsToldWithItsPlace() {
    assertThat(refused("t.count > 3\n  && t.amount > 'a'"))
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(1);
              assertThat(problem.column()).isEqualTo(14);
            });
  }

  @Test
  void aMisspeltNameIsToldWithTheRightOne() {
    assertThat(refused("t.amuont > 3").message()).endsWith("did you mean \"t.amount\"?");
    assertThat(refused("yaun(3) > 3").message()).endsWith("did you mean \"yuan\"?");
    assertThat(refused("known(t.amuont)").message()).contains("known() wants a column");
  }

  @Test
  void aConditionAsLongAsAllowedIsTakenAndALongerOneIsNot() {
    String condition = "t.count > 3";
    String longest = condition + " ".repeat(Limits.RULE_CHARS_MAX - condition.length());
    assertThat(CONDITIONS.compile(longest).problems()).isEmpty();
    assertThat(refused(longest + " ").message()).contains("2000");
  }

  @Test
  void whatTakesAsManyStepsAsAllowedIsTakenAndOneMoreIsNot() {
    int rounds = 1;
    while (CONDITIONS.compile(steps(rounds + 1, 1)).problems().isEmpty()) {
      rounds++;
    }
    int more = 1;
    while (CONDITIONS.compile(steps(rounds, more + 1)).problems().isEmpty()) {
      more++;
    }
    Problem problem = refused(steps(rounds, more + 1));
    assertThat(problem.message())
        .isEqualTo("this may take 10001 steps; at most " + Limits.RULE_STEPS_MAX);
    assertThat(problem.column()).isPositive();
  }

  @Test
  void loopsInLoopsAreRefusedHoweverDeepTheyAre() {
    String inner = "t.count > 1";
    for (int i = 0; i < 60; i++) {
      inner = "[1,2].all(x," + inner + ")";
    }
    assertThat(refused(inner).message()).contains("steps");
  }

  /** Two loops, and a list in which each element is one step more. */
  private static String steps(int rounds, int more) {
    return "["
        + "1,".repeat(20)
        + "1].exists(x, ["
        + "1,".repeat(rounds)
        + "1].exists(y, t.count > x * y)) && size(["
        + "1,".repeat(more)
        + "1]) > 0";
  }

  @Test
  void aListOfUnknownLengthIsNotGoneThrough() {
    assertThat(refused("[[1], [2, 3]].all(l, l.all(x, x > t.count))").message())
        .contains("nobody knows how long");
    assertThat(refused("{'a': [[1, 2]].all(l, l.all(x, x > 1))}['a']").message())
        .contains("nobody knows how long");
  }

  @Test
  void aPatternMustStandInTheRuleAndBeOne() {
    assertThat(refused("t.city.matches(t.device)").message()).contains("stands in the rule");
    assertThat(refused("t.city.matches('(')").message()).contains("RE2");
    assertThat(refused("t.city.matches('(a+)+\\\\1')").message()).contains("RE2");
  }

  /** What would break out of the list in which a batch is checked must not. */
  @Test
  void manyAtOnceAreToldLikeEachAlone() {
    List<String> sources =
        List.of(
            "t.first",
            "true), (true",
            "true, true",
            "true // t.amount",
            "1",
            "dyn(1) == 1",
            "t.nobody > 3",
            "known(t.nobody)",
            "",
            "t.count > 'a'",
            " ".repeat(Limits.RULE_CHARS_MAX + 1),
            "t.city.matches('(')");
    for (String source : sources) {
      List<RowConditions.Compiled> together =
          CONDITIONS.compileAll(List.of("t.remote", source, "t.first"));
      assertThat(together).hasSize(3);
      assertThat(together.get(1).problems()).isEqualTo(CONDITIONS.compile(source).problems());
      assertThat(together.get(2).condition().orElseThrow().source()).isEqualTo("t.first");
    }
    assertThat(CONDITIONS.compileAll(List.of())).isEmpty();
    assertThat(CONDITIONS.compileAll(Collections.nCopies(65, "t.first"))).hasSize(65);
  }

  @Test
  void conjunctsAreToldOneByOne() {
    RowCondition all =
        compiled("t.amount >= yuan(100) && (t.first || t.count > 2) && known(t.city)");
    assertThat(all.conjuncts())
        .extracting(RowCondition::source)
        .containsExactly("t.amount >= yuan(100)", "t.first || t.count > 2", "known(t.city)");
    assertThat(all.names()).containsExactly("t.amount", "t.city", "t.count", "t.first");
  }

  @Test
  void aShortfallSaysWhatItIsAndWhatItWouldHaveToBe() {
    Row row = new Row(COLUMNS);
    row.put(1, 88_00);
    row.put(0, 9);
    row.putReal(7, 0.25);
    assertThat(shortfall("t.amount >= yuan(100)", row)).contains(List.of(88_00L, 100_00L));
    assertThat(shortfall("t.amount < yuan(88)", row)).contains(List.of(88_00L, 87_99L));
    assertThat(shortfall("t.count in [1, 7, 20]", row)).contains(List.of(9L, 7L));
    assertThat(shortfall("t.count > 5 && t.count != 9", row)).contains(List.of(9L, 8L));
    assertThat(shortfall("t.amount > yuan(1)", row)).isEmpty();
    assertThat(shortfall("t.days > 3", row)).isEmpty();
    assertThat(shortfall("t.count < 3 && t.count > 5", row)).isEmpty();
    Shortfall mean = compiled("p.mean >= 0.5").shortfall(row).orElseThrow();
    assertThat(Double.longBitsToDouble(mean.actual())).isEqualTo(0.25);
    assertThat(Double.longBitsToDouble(mean.wanted())).isEqualTo(0.5);
  }

  @Test
  void anErrorIsUnknownAndNamesWhatItRead() {
    Row row = new Row(COLUMNS);
    row.put(0, 0);
    assertThat(compiled("1 / t.count > 0").evaluate(row))
        .isEqualTo(new Truth.Unknown(List.of("t.count")));
    assertThat(compiled("t.count == 0 && t.amount > 3").evaluate(row))
        .isEqualTo(new Truth.Unknown(List.of("t.amount")));
  }

  @Test
  void aPlanTakesOnlyWhatBelongsToItsColumns() {
    Columns other = new Columns(List.of(new Column("t.count", FieldKind.COUNT)));
    RulePlan.Named rule = new RulePlan.Named("r", compiled("t.count > 1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RulePlan.compile(other, List.of(rule)))
        .withMessageContaining("other columns");
    RulePlan plan = RulePlan.compile(COLUMNS, List.of(rule));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.evaluate(new Row(other), plan.newHits()))
        .withMessageContaining("other columns");
  }

  private static Optional<List<Long>> shortfall(String source, Row row) {
    return compiled(source).shortfall(row).map(s -> List.of(s.actual(), s.wanted()));
  }

  private static RowCondition compiled(String source) {
    RowConditions.Compiled compiled = CONDITIONS.compile(source);
    assertThat(compiled.problems()).as(source).isEmpty();
    return compiled.condition().orElseThrow();
  }

  private static Problem refused(String source) {
    RowConditions.Compiled compiled = CONDITIONS.compile(source);
    assertThat(compiled.condition()).as(source).isEmpty();
    return compiled.problems().getFirst();
  }
}
