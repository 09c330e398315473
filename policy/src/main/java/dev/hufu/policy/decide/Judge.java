package dev.hufu.policy.decide;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.Source;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.matter.Stage;
import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.policy.expression.ExpressionCompiler;
import dev.hufu.policy.expression.Scope;
import dev.hufu.policy.pack.Law;
import dev.hufu.policy.pack.Matrix;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Comes to the verdict: the three stages in order, then the bands. Deciding again with other facts
 * goes through here too, so it does no more than the verdict needs.
 */
final class Judge {

  private final Pack pack;
  private final Matrix matrix;
  private final Facts assumed;
  private final Map<String, Object> constants;

  Judge(Pack pack, Matrix matrix) {
    this.pack = pack;
    this.matrix = matrix;
    List<Fact> assumptions = new ArrayList<>();
    for (FactType type : pack.facts().values()) {
      type.assumed()
          .ifPresent(value -> assumptions.add(new Fact(type.name(), value, Provenance.ASSUMED)));
    }
    this.assumed = Facts.of(assumptions);
    this.constants = ExpressionCompiler.constants(pack.facts().values());
  }

  Judgement judge(Inputs inputs, Facts told, Truths truths) {
    Facts facts = told.over(assumed);
    Identity identity = Identity.of(matrix, facts);
    Scope before = scope(inputs, facts);
    Scope after = before.with(identity.names());
    LocalDate day = inputs.at().atZone(pack.zone()).toLocalDate();
    List<Rule> fired = new ArrayList<>();
    List<Rule> silenced = new ArrayList<>();
    for (Rule rule : pack.rules()) {
      Scope scope = rule.stage() == Stage.VERIFY ? before : after;
      if (truths.of(rule.when(), scope).holds()) {
        (rests(rule, day) ? fired : silenced).add(rule);
      }
    }
    Set<String> cleared = new LinkedHashSet<>();
    fired.forEach(rule -> cleared.addAll(rule.clears()));
    double risk = risk(fired, cleared);
    List<String> open = open(fired, facts);
    Verdict verdict = verdict(inputs, told, fired, identity, risk, open);
    // what the law says of this matter is not known, and green would pass over it in silence
    boolean untold =
        verdict == Verdict.GREEN
            && silenced.stream().anyMatch(rule -> rule.effect() != Effect.NOTE);
    return new Judgement(
        facts,
        after,
        identity,
        fired,
        silenced,
        List.copyOf(cleared),
        risk,
        open,
        untold ? Verdict.UNKNOWN : verdict);
  }

  /** A rule of law speaks only while its entry is in force. */
  private boolean rests(Rule rule, LocalDate day) {
    if (rule.source().kind() != Source.Kind.LAW) {
      return true;
    }
    Law.Entry entry = pack.law().entries().get(rule.source().id());
    return entry != null && entry.inForce(day);
  }

  private Verdict verdict(
      Inputs inputs,
      Facts told,
      List<Rule> fired,
      Identity identity,
      double risk,
      List<String> open) {
    boolean nothing = told.size() == 0 && inputs.detection().cues().isEmpty();
    if (nothing || !pack.covers(inputs.at())) {
      return Verdict.UNKNOWN;
    }
    boolean stopped = fired.stream().anyMatch(rule -> rule.effect() == Effect.STOP);
    if (stopped || risk >= matrix.redFrom()) {
      return Verdict.RED;
    }
    return identity.cleared() && risk < matrix.greenBelow() && open.isEmpty()
        ? Verdict.GREEN
        : Verdict.AMBER;
  }

  /** {@code 1 − Π(1 − weight)} over weight rules that were not cleared; four decimals, half up. */
  private static double risk(List<Rule> fired, Set<String> cleared) {
    BigDecimal safe = BigDecimal.ONE;
    for (Rule rule : fired) {
      if (rule.effect() == Effect.WEIGHT && !cleared.contains(rule.id())) {
        safe = safe.multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(rule.weight())));
      }
    }
    return BigDecimal.ONE.subtract(safe).setScale(4, RoundingMode.HALF_UP).doubleValue();
  }

  private List<String> open(List<Rule> fired, Facts facts) {
    Set<String> open = new TreeSet<>();
    for (Rule rule : fired) {
      rule.need().filter(fact -> !settled(fact, facts)).ifPresent(open::add);
    }
    matrix.mustKnow().stream().filter(fact -> facts.find(fact).isEmpty()).forEach(open::add);
    return List.copyOf(open);
  }

  /** A needed fact is settled if its method matches; a fact outside the methods, if it was told. */
  private boolean settled(String fact, Facts facts) {
    String value = facts.findValue(fact).map(FactValue::toString).orElse("");
    return matrix.methods().stream()
        .filter(method -> method.fact().equals(fact))
        .findFirst()
        .map(method -> method.matched().contains(value))
        .orElseGet(
            () ->
                facts
                    .find(fact)
                    .map(told -> told.provenance() != Provenance.ASSUMED)
                    .orElse(false));
  }

  private Scope scope(Inputs inputs, Facts facts) {
    Map<String, Object> names = new HashMap<>(constants);
    List<ScriptHit> hits = inputs.detection().scripts();
    names.put("script.score", hits.isEmpty() ? 0.0 : hits.getFirst().score());
    names.put("script.top", hits.isEmpty() ? "" : hits.getFirst().script());
    names.put("script.seen", hits.stream().filter(ScriptHit::seen).map(ScriptHit::script).toList());
    names.put("cue.seen", inputs.detection().cues().stream().map(CueHit::cue).distinct().toList());
    LocalDate day = inputs.at().atZone(pack.zone()).toLocalDate();
    for (Law.Series series : pack.law().series().values()) {
      String name = "series." + series.name();
      series.values().on(day).ifPresent(v -> put(names, name + ".on", v));
      series.values().lastKnown(day).ifPresent(v -> put(names, name + ".lastKnown", v));
    }
    return Scope.ofFacts(facts, inputs.at(), pack.zone()).with(names);
  }

  private static void put(Map<String, Object> names, String name, Law.SeriesValue value) {
    if (value.confidence().mayDecide()) {
      names.put(name, value.value().doubleValue());
    }
  }
}
