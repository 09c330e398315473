package dev.hufu.policy.card;

import dev.hufu.policy.card.CardResult.CardReason;
import dev.hufu.policy.card.CardResult.Part;
import dev.hufu.policy.card.CardResult.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores an applicant and says why, and what would change it.
 *
 * <p>Example: {@code new CardExplainer(scorer, ReasonMethod.NEAR_CUTOFF).explain(values, 0)}.
 */
public final class CardExplainer {

  /** At most so many reasons. Source: 12 CFR 1002, Supplement I, comment 9(b)(2)-1. */
  public static final int REASONS_MAX = 4;

  private final CardScorer scorer;
  private final ReasonMethod method;

  public CardExplainer(CardScorer scorer, ReasonMethod method) {
    this.scorer = scorer;
    this.method = method;
  }

  /**
   * @param values from {@link CardInput}
   * @param withheld the classes that may not be used, from {@link CardScorer#mask}
   */
  public CardResult explain(double[] values, long withheld) {
    Scorecard card = scorer.card();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      parts.add(part(i, values[i], withheld));
    }
    double score = scorer.score(values, withheld);
    boolean passes = card.passes(score);
    CardChanges changes = new CardChanges(card, parts, score);
    boolean asked = card.cutoff().isPresent() && !passes;
    return new CardResult(
        score,
        passes,
        parts,
        reasons(parts),
        asked ? changes.alone() : List.of(),
        asked ? changes.together() : Optional.empty());
  }

  private Part part(int index, double value, long withheld) {
    Characteristic each = scorer.card().characteristics().get(index);
    if (scorer.withheld(index, withheld)) {
      return new Part(
          each, Optional.empty(), scorer.points(index, CardScorer.NEUTRAL), State.WITHHELD);
    }
    int at = scorer.bin(index, value);
    Optional<Bin> bin =
        at == CardScorer.NEUTRAL ? Optional.empty() : Optional.of(each.bins().get(at));
    State state =
        scorer.unseen(index, value)
            ? State.UNSEEN
            : Double.isNaN(value)
                ? State.MISSING
                : bin.filter(b -> b.where() instanceof Bin.Special).isPresent()
                    ? State.SPECIAL
                    : State.VALUE;
    return new Part(each, bin, scorer.points(index, at), state);
  }

  /**
   * The largest distances, each code once. Of two as large, what a person can change comes first,
   * so nothing that cannot be changed stands before something changeable that weighs more or as
   * much. What was withheld gives no reason.
   */
  private List<CardReason> reasons(List<Part> parts) {
    List<CardReason> found = new ArrayList<>();
    for (Part part : parts) {
      double distance = distance(part);
      if (distance > Scorecard.EPSILON && part.state() != State.WITHHELD) {
        Characteristic each = part.characteristic();
        String code = part.bin().flatMap(Bin::reason).orElse(each.code());
        found.add(new CardReason(code, each.reason(), distance, each));
      }
    }
    found.sort(
        Comparator.comparingDouble((CardReason reason) -> -reason.distance())
            .thenComparing(reason -> !reason.characteristic().changeable()));
    Map<String, CardReason> once = new LinkedHashMap<>();
    found.forEach(reason -> once.putIfAbsent(reason.code(), reason));
    return once.values().stream().limit(REASONS_MAX).toList();
  }

  private double distance(Part part) {
    Characteristic each = part.characteristic();
    int sign = scorer.card().better().sign();
    double against =
        switch (method) {
          case NEAR_CUTOFF -> each.mean();
          case MAXIMUM -> sign > 0 ? each.most() : each.least();
        };
    return sign * (against - part.points());
  }
}
