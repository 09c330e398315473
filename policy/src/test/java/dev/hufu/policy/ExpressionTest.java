package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.policy.expression.Expression;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.expression.Truth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Goal: conditions follow three-valued logic. Method: the naive truth tables beside CEL. */
class ExpressionTest {

  private static final ExpressionCompiler COMPILER =
      new ExpressionCompiler(
          "yuan", List.of(flag("a.x"), flag("b.y"), flag("c.z")), List.of(), Set.of(), Set.of());

  @Test
  void joinedConditionsAgreeWithTheTruthTables() {
    Expression both = compile("a.x && b.y || c.z");
    qt().forAll(integers().between(0, 2), integers().between(0, 2), integers().between(0, 2))
        .check(
            (a, b, c) -> {
              int naive = Math.max(Math.min(a, b), c);
              Truth truth =
                  both.evaluate(
                      scope(Map.of())
                          .with(value("a.x", a))
                          .with(value("b.y", b))
                          .with(value("c.z", c)));
              return switch (truth) {
                case Truth.Known(var holds) -> naive == (holds ? 2 : 0);
                case Truth.Unknown(var names) -> naive == 1 && !names.isEmpty();
              };
            });
  }

  @Test
  void anUnknownNamesWhatIsMissing() {
    assertThat(compile("a.x && b.y").evaluate(scope(Map.of("a.x", true))))
        .isEqualTo(new Truth.Unknown(List.of("b.y")));
  }

  @Test
  void conjunctsKeepTheirSource() {
    assertThat(compile("a.x && (b.y || c.z) && !c.z").conjuncts())
        .extracting(Expression::source)
        .containsExactly("a.x", "b.y || c.z", "!c.z");
  }

  @Test
  void knownAsksWhetherItWasToldNotWhatItIs() {
    Expression known = compile("known(a.x)");
    assertThat(known.evaluate(scope(Map.of())).holds()).isFalse();
    assertThat(known.evaluate(scope(Map.of("told", List.of("a.x")))).holds()).isTrue();
  }

  @Test
  void anOverflowIsUnknownNotAnError() {
    assertThat(compile("yuan(9223372036854775807) > 0").evaluate(scope(Map.of())))
        .isInstanceOf(Truth.Unknown.class);
  }

  private static Expression compile(String source) {
    return COMPILER.compile(source).expression().orElseThrow();
  }

  private static Scope scope(Map<String, Object> values) {
    return Scope.ofFacts(Facts.NONE, DemoPacks.AT, ZoneId.of("UTC")).with(values);
  }

  private static Map<String, Object> value(String name, int third) {
    return switch (third) {
      case 0 -> Map.of(name, false);
      case 2 -> Map.of(name, true);
      default -> Map.of();
    };
  }

  private static FactType flag(String name) {
    return new FactType(
        name,
        FactKind.FLAG,
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Sensitivity.OPEN,
        Optional.empty(),
        Optional.empty());
  }
}
