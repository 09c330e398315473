package dev.hufu.policy.backtest;

import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.kernel.text.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of a backtest: how the pack did, how another did beside it, and where they differ.
 *
 * @param taken what became of the events; each was exactly one of these
 * @param decided events that were decided upon; the rest of the counted only fed features
 * @param firstAt the earliest moment, in milliseconds since 1970
 */
public record BacktestReport(
    Map<Taken, Long> taken,
    long decided,
    long labelled,
    long firstAt,
    long lastAt,
    Arm pack,
    Optional<Arm> against,
    Optional<Difference> difference) {

  /** Events that the other pack decided upon and this one did not; 0 where there is no other. */
  public long onlyAgainst() {
    return difference
        .map(found -> found.oneSided() - (decided - found.same() - found.turned()))
        .orElse(0L);
  }

  /**
   * One pack's part.
   *
   * @param alerts amber and red together
   * @param stops red alone
   */
  public record Arm(
      PackRef pack,
      Map<Verdict, Long> verdicts,
      Quality alerts,
      Quality stops,
      List<RuleLine> rules,
      List<TypologyLine> typologies,
      List<DayLine> days) {

    /** Events with this verdict. */
    public long count(Verdict verdict) {
      return verdicts.getOrDefault(verdict, 0L);
    }

    /** The share of decided events that somebody would have looked at. */
    public double alertRate() {
      long all = verdicts.values().stream().mapToLong(Long::longValue).sum();
      long alerts = count(Verdict.RED) + count(Verdict.AMBER);
      return all == 0 ? 0 : (double) alerts / all;
    }
  }

  /**
   * A rule's part.
   *
   * @param alone how often it was the only weight or stop that fired
   * @param fraudFen the sum of amounts of the fraud among the events it fired on
   * @param examples the ids of the first few events it fired on
   */
  public record RuleLine(
      String rule,
      Wording seen,
      long fired,
      long alone,
      long undetermined,
      long fraud,
      long honest,
      long fraudFen,
      List<String> examples) {}

  /** How often a typology led, by the verdict it led to. */
  public record TypologyLine(String typology, Wording title, long led, long amber, long red) {}

  /** One day in the pack's zone. */
  public record DayLine(
      LocalDate day, long decided, long amber, long red, long fraud, long fraudAlerted) {}

  /**
   * Where two packs differ on the same events.
   *
   * @param same the same verdict
   * @param otherRules of those, by other rules
   * @param otherScores of those, by the same rules, with other scores of typologies
   * @param oneSided decided upon by one of them only
   */
  public record Difference(
      long same,
      long otherRules,
      long otherScores,
      long oneSided,
      List<Turn> turns,
      List<RuleChange> rules) {

    /** Events that turned from one verdict to another. */
    public long turned() {
      return turns.stream().mapToLong(Turn::events).sum();
    }
  }

  /** Events that one decides so and the other otherwise, with the first few. */
  public record Turn(Verdict from, Verdict to, long events, long fraud, List<Example> examples) {}

  /** One event that is decided otherwise, and the rules that fired on one side only. */
  public record Example(String event, long at, List<String> before, List<String> now) {}

  /** A rule that fires more or less often, or is there on one side only. */
  public record RuleChange(String rule, long before, long now) {}
}
