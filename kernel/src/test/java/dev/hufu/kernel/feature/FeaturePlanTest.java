package dev.hufu.kernel.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Goal: what cannot be computed is refused before the first event, by code and by the feature's
 * name. Method: one wrong declaration beside a right one; limits at the limit and one beyond.
 */
class FeaturePlanTest {

  private static final FeatureSpec RIGHT = Specs.of("right", Aggregate.COUNT).spec();

  private static List<FeatureProblem> problems(FeatureSpec... specs) {
    List<FeatureSpec> all = new ArrayList<>(List.of(RIGHT));
    all.addAll(Arrays.asList(specs));
    return FeaturePlan.problems(EventTypes.BUILT_IN, all, Duration.ZERO);
  }

  private static void assertRefused(Code code, String feature, FeatureSpec... specs) {
    List<FeatureProblem> problems = problems(specs);
    assertThat(problems).extracting(FeatureProblem::feature).containsOnly(feature);
    assertThat(problems).extracting(problem -> problem.refusal().code()).contains(code);
    assertThat(problems.getFirst().refusal().subject()).startsWith(feature);
  }

  private static Specs spec(Aggregate aggregate) {
    return Specs.of("f", aggregate);
  }

  @Test
  void whatIsNotDeclaredIsRefused() {
    assertRefused(Code.FEATURE_FIELD_UNKNOWN, "f", spec(Aggregate.COUNT).on("tansfer").spec());
    assertRefused(
        Code.FEATURE_FIELD_UNKNOWN, "f", spec(Aggregate.COUNT).on("transfer", "pair").spec());
    assertRefused(Code.FEATURE_FIELD_UNKNOWN, "f", spec(Aggregate.SUM).value("sum").spec());
    assertRefused(
        Code.FEATURE_FIELD_UNKNOWN, "f", spec(Aggregate.COUNT).readBy("login", "payer").spec());
    assertRefused(
        Code.FEATURE_FIELD_UNKNOWN, "f", spec(Aggregate.COUNT).readBy("signIn", "payer").spec());
  }

  @Test
  void anAggregateSuitsItsField() {
    for (Aggregate aggregate :
        List.of(Aggregate.SUM, Aggregate.MEAN, Aggregate.MIN, Aggregate.MAX, Aggregate.STDDEV)) {
      assertRefused(Code.FEATURE_WRONG_KIND, "f", spec(aggregate).value("payee").spec());
    }
    assertRefused(Code.FEATURE_WRONG_KIND, "f", spec(Aggregate.COUNT).value("amount").spec());
    for (Aggregate aggregate : List.of(Aggregate.DISTINCT, Aggregate.FIRST, Aggregate.LAST)) {
      assertThat(problems(spec(aggregate).value("payee").spec())).isEmpty();
    }
  }

  @Test
  void aKeyIsOneFieldOrTwoAndIsReadByItsLike() {
    assertRefused(Code.FEATURE_KEY, "f", spec(Aggregate.COUNT).on("transfer").spec());
    assertRefused(
        Code.FEATURE_KEY, "f", spec(Aggregate.COUNT).on("transfer", "payer", "payer").spec());
    assertRefused(
        Code.FEATURE_KEY,
        "f",
        spec(Aggregate.COUNT).on("transfer", "payer", "payee", "device").spec());
    assertRefused(
        Code.FEATURE_KEY, "f", spec(Aggregate.COUNT).readBy("limitChange", "after").spec());
    assertRefused(
        Code.FEATURE_KEY, "f", spec(Aggregate.COUNT).readBy("signIn", "account", "device").spec());
  }

  @Test
  void namesAreNamesAndStandOnce() {
    BiFunction<String, FeatureSpec, FeatureSpec> named =
        (name, like) -> Specs.of(name, like.aggregate()).spec();
    for (String name : List.of("", "Sum", "a b", "a..b", "a.", "transfer.amount", "right")) {
      assertRefused(Code.FEATURE_NAME, name, named.apply(name, RIGHT));
    }
    String longest = "n".repeat(Limits.FEATURE_NAME_CHARS_MAX);
    assertThat(problems(named.apply(longest, RIGHT))).isEmpty();
    assertThat(problems(named.apply(longest + "n", RIGHT)))
        .extracting(problem -> problem.refusal().code())
        .containsExactly(Code.FEATURE_NAME);
  }

  @Test
  void aRatioIsOfTwoNumbersThatCanBeReadTogether() {
    assertThat(problems(Specs.ratio("f", "right", "right"))).isEmpty();
    assertRefused(Code.FEATURE_RATIO, "f", Specs.ratio("f", "right"));
    assertRefused(Code.FEATURE_RATIO, "f", Specs.ratio("f", "right", "wrong"));
    assertRefused(Code.FEATURE_RATIO, "f", Specs.ratio("f", "right", "f"));
    assertThat(problems(Specs.ratio("g", "right", "f"), Specs.ratio("f", "g", "right")))
        .extracting(FeatureProblem::feature)
        .containsExactly("g", "f");
    assertRefused(
        Code.FEATURE_RATIO,
        "f",
        Specs.of("word", Aggregate.LAST).value("payee").spec(),
        Specs.ratio("f", "word", "right"));
    assertRefused(
        Code.FEATURE_RATIO,
        "f",
        Specs.of("logins", Aggregate.COUNT).on("signIn", "account").spec(),
        Specs.ratio("f", "logins", "right"));
  }

  @Test
  void windowsAreHeldAtTheLimitAndRefusedBeyond() {
    Duration milli = Duration.ofMillis(1);
    Specs count = spec(Aggregate.COUNT);
    assertThat(problems(count.window(Limits.FEATURE_WIDTH_MIN, Duration.ZERO).spec())).isEmpty();
    assertThat(problems(count.window(Limits.FEATURE_WIDTH_MAX, Limits.FEATURE_DELAY_MAX).spec()))
        .isEmpty();
    for (Specs beyond :
        List.of(
            count.window(Limits.FEATURE_WIDTH_MIN.minus(milli), Duration.ZERO),
            count.window(Limits.FEATURE_WIDTH_MAX.plus(milli), Duration.ZERO),
            count.window(Duration.ofHours(1), Limits.FEATURE_DELAY_MAX.plus(milli)),
            count.window(Duration.ofHours(1), milli.negated()))) {
      assertRefused(Code.FEATURE_WINDOW, "f", beyond.spec());
    }
    for (Duration lateness : List.of(Duration.ZERO, Limits.EVENT_LATENESS_MAX)) {
      assertThat(FeaturePlan.problems(EventTypes.BUILT_IN, List.of(RIGHT), lateness)).isEmpty();
    }
    for (Duration lateness : List.of(milli.negated(), Limits.EVENT_LATENESS_MAX.plus(milli))) {
      assertThat(FeaturePlan.of(EventTypes.BUILT_IN, List.of(RIGHT), lateness).findRefusal())
          .get()
          .extracting(refusal -> refusal.code())
          .isEqualTo(Code.FEATURE_WINDOW);
    }
  }

  @Test
  void thereAreAtMostSoManyFeatures() {
    List<FeatureSpec> specs = new ArrayList<>();
    for (int i = 0; i < Limits.FEATURES_MAX; i++) {
      specs.add(Specs.of("f" + i, Aggregate.COUNT).spec());
    }
    assertThat(FeaturePlan.problems(EventTypes.BUILT_IN, specs, Duration.ZERO)).isEmpty();
    specs.add(RIGHT);
    assertThat(FeaturePlan.problems(EventTypes.BUILT_IN, specs, Duration.ZERO))
        .extracting(problem -> problem.refusal().code())
        .containsExactly(Code.FEATURE_TOO_MANY);
  }

  @Test
  void columnsAreTheFieldsThenTheFeaturesReadableThere() {
    FeaturePlan plan =
        Specs.plan(
            Duration.ZERO,
            Specs.of("sum", Aggregate.SUM).readBy("signIn", "account").spec(),
            Specs.of("mean", Aggregate.MEAN).spec(),
            Specs.of("last", Aggregate.LAST).value("payee").spec(),
            Specs.of("since", Aggregate.SINCE_LAST).spec(),
            Specs.of("payees", Aggregate.DISTINCT).value("payee").spec(),
            Specs.ratio("share", "sum", "mean"));
    List<Column> columns = plan.columns(EventTypes.TRANSFER).list();
    int fields = EventTypes.TRANSFER.fields().size();
    assertThat(columns.getFirst()).isEqualTo(new Column("transfer.amount", FieldKind.AMOUNT));
    assertThat(columns.subList(fields, columns.size()))
        .containsExactly(
            new Column("sum", FieldKind.AMOUNT),
            new Column("mean", FieldKind.REAL),
            new Column("last", FieldKind.WORD),
            new Column("since", FieldKind.ELAPSED),
            new Column("payees", FieldKind.COUNT),
            new Column("share", FieldKind.REAL));
    assertThat(plan.columns(EventTypes.SIGN_IN).list())
        .hasSize(EventTypes.SIGN_IN.fields().size() + 1)
        .endsWith(new Column("sum", FieldKind.AMOUNT));
  }
}
