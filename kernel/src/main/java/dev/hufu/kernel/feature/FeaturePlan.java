package dev.hufu.kernel.feature;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Declared features, checked and laid out: which events go to which logs, and which features can be
 * read at which kind of event.
 *
 * <p>Example: {@code FeaturePlan.of(types, specs, Duration.ofMinutes(5))} refuses with {@code
 * HF-951} to {@code HF-957}, or gives a plan for {@link Profiles}. Immutable; may be shared.
 */
public final class FeaturePlan {

  private final List<FeatureSpec> specs;
  private final Duration lateness;
  private final List<Group> groups;
  private final Map<String, TypePlan> types;
  private final byte[] digest;

  FeaturePlan(
      List<FeatureSpec> specs,
      Duration lateness,
      List<Group> groups,
      Map<String, TypePlan> types,
      byte[] digest) {
    this.specs = List.copyOf(specs);
    this.lateness = lateness;
    this.groups = List.copyOf(groups);
    this.types = new HashMap<>(types);
    this.digest = digest;
  }

  /** The plan, or the first of {@link #problems}; its subject begins with the feature's name. */
  public static Outcome<FeaturePlan> of(
      EventTypes types, List<FeatureSpec> specs, Duration lateness) {
    List<FeatureProblem> problems = problems(types, specs, lateness);
    return problems.isEmpty()
        ? Outcome.of(new PlanBuilder(types, specs, lateness).build())
        : Outcome.refused(problems.getFirst().refusal());
  }

  /** All that is wrong with the declarations, in their order; empty if {@link #of} gives a plan. */
  public static List<FeatureProblem> problems(
      EventTypes types, List<FeatureSpec> specs, Duration lateness) {
    return new SpecCheck(types, specs, lateness).problems();
  }

  /**
   * The fields of the event at their places, then the features that can be read at it in the order
   * of their declaration. The type must be one of those the plan was made with.
   */
  public Columns columns(EventType type) {
    return of(type).columns;
  }

  public List<FeatureSpec> specs() {
    return specs;
  }

  /** How far behind the stream's clock an event may come. */
  public Duration lateness() {
    return lateness;
  }

  List<Group> groups() {
    return groups;
  }

  /**
   * Whether both declare the same features over the same kinds of event, so that they may share.
   */
  public boolean same(FeaturePlan other) {
    return Arrays.equals(digest, other.digest);
  }

  byte[] digest() {
    return digest.clone();
  }

  /** A number that only who knows the pack knows. */
  long seed() {
    return ByteBuffer.wrap(digest).getLong();
  }

  TypePlan of(EventType type) {
    @Nullable TypePlan plan = types.get(type.name());
    if (plan == null || !plan.takes(type)) {
      throw new IllegalArgumentException("not of this plan: " + type.name());
    }
    return plan;
  }
}
