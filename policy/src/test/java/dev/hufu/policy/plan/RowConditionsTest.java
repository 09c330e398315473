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

  /** Each element costs five steps of the test and a few of the loop around it. */
  @Test
  void whatWouldTakeTooLongIsRefusedWhereItGrows() {
    String five = "[1, 2, 3, 4, 5]";
    assertThat(CONDITIONS.compile(loops(five, 3)).problems()).isEmpty();
    Problem problem = refused(loops(five, 6));
    assertThat(problem.message()).contains("steps").contains("at most 10000");
    assertThat(problem.column()).isPositive();
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

  private static String loops(String list, int depth) {
    String inner = "t.count > 1";
    for (int i = 0; i < depth; i++) {
      inner = list + ".exists(x" + i + ", " + inner + ")";
    }
    return inner;
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
