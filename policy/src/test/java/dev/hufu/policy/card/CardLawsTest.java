package dev.hufu.policy.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.card.CardResult.CardReason;
import dev.hufu.policy.card.CardResult.Change;
import dev.hufu.policy.card.CardResult.Part;
import dev.hufu.policy.load.CardFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Goal: what is promised of every card and every applicant. Method: cards and applicants by chance,
 * each law against a slow reading of the card as it is written.
 */
class CardLawsTest {

  private static final int CARDS = 200;
  private static final List<List<String>> REFUSALS =
      List.of(
          List.of("OPTIONAL_ONE"),
          List.of("OPTIONAL_TWO"),
          List.of("OPTIONAL_ONE", "OPTIONAL_TWO", "NEVER_HEARD_OF"));

  private record Applicant(CardScorer scorer, List<String> answers) {

    Outcome<double[]> values(long mask) {
      List<String> features =
          scorer.card().characteristics().stream().map(Characteristic::feature).toList();
      return new CardInput(scorer).read(name -> answers.get(features.indexOf(name)), mask);
    }

    CardResult explained(List<String> without) {
      long mask = scorer.mask(without);
      return new CardExplainer(scorer, ReasonMethod.NEAR_CUTOFF)
          .explain(values(mask).orThrow(), mask);
    }
  }

  private static List<Applicant> applicants() {
    List<Applicant> all = new ArrayList<>();
    for (int seed = 0; seed < CARDS; seed++) {
      RandomCards chance = new RandomCards(seed);
      CardScorer scorer = new CardScorer(chance.card());
      for (int i = 0; i < 5; i++) {
        all.add(new Applicant(scorer, chance.answers(scorer.card())));
      }
    }
    return all;
  }

  @Test
  void everyRandomCardIsOneTheLoaderTakes() {
    for (int seed = 0; seed < CARDS; seed++) {
      Scorecard card = new RandomCards(seed).card();
      assertThat(CardFile.read("card.yaml", CardWriter.yaml(card)).orThrow()).isEqualTo(card);
    }
  }

  @Test
  void refusingAnOptionalClassNeverLowersTheScore() {
    for (Applicant applicant : applicants()) {
      int sign = applicant.scorer.card().better().sign();
      double given = applicant.explained(List.of()).score();
      for (List<String> without : REFUSALS) {
        CardResult refused = applicant.explained(without);
        assertThat(sign * refused.score()).isGreaterThanOrEqualTo(sign * given);
        assertThat(refused.parts())
            .filteredOn(part -> part.state() == CardResult.State.WITHHELD)
            .allMatch(part -> part.bin().isEmpty());
        assertThat(refused.reasons())
            .noneMatch(
                reason -> reason.characteristic().data().filter(without::contains).isPresent());
      }
    }
  }

  /** What was refused is not read: whatever stands there, the result is the same. */
  @Test
  void whatWasRefusedIsNotUsed() {
    for (Applicant applicant : applicants()) {
      List<String> other = new ArrayList<>(applicant.answers);
      for (int i = 0; i < other.size(); i++) {
        Characteristic each = applicant.scorer.card().characteristics().get(i);
        if (each.data().filter("OPTIONAL_ONE"::equals).isPresent()) {
          other.set(i, "not even a number");
        }
      }
      assertThat(new Applicant(applicant.scorer, other).explained(List.of("OPTIONAL_ONE")))
          .isEqualTo(applicant.explained(List.of("OPTIONAL_ONE")));
    }
  }

  @Test
  void theScoreIsWhatTheCardSaysLineByLine() {
    for (Applicant applicant : applicants()) {
      CardResult result = applicant.explained(List.of());
      double sum = 0;
      for (int i = 0; i < applicant.answers.size(); i++) {
        Characteristic each = applicant.scorer.card().characteristics().get(i);
        sum += slow(each, applicant.answers.get(i));
      }
      assertThat(result.score()).isEqualTo(sum);
    }
  }

  private static double slow(Characteristic each, String answer) {
    return each.bins().stream()
        .filter(bin -> takes(bin.where(), answer))
        .findFirst()
        .or(() -> each.bins().stream().filter(bin -> inside(bin.where(), answer)).findFirst())
        .orElseThrow()
        .points();
  }

  private static boolean takes(Bin.Where where, String answer) {
    return switch (where) {
      case Bin.Special(var values) ->
          !answer.isEmpty() && values.contains(Double.parseDouble(answer));
      case Bin.Words(var words) -> words.contains(answer);
      case Bin.Missing missing -> answer.isEmpty();
      case Bin.Other other -> "z".equals(answer);
      case Bin.Interval interval -> false;
    };
  }

  private static boolean inside(Bin.Where where, String answer) {
    if (!(where instanceof Bin.Interval interval)) {
      return false;
    }
    double value = Double.parseDouble(answer);
    double from = interval.from().orElse(Double.NEGATIVE_INFINITY);
    double to = interval.to().orElse(Double.POSITIVE_INFINITY);
    return (interval.fromIncluded() ? value >= from : value > from)
        && (interval.toIncluded() ? value <= to : value < to);
  }

  @Test
  void reasonsFallAndNothingFixedStandsBeforeSomethingChangeableThatWeighsAsMuch() {
    for (Applicant applicant : applicants()) {
      List<CardReason> reasons = applicant.explained(List.of()).reasons();
      assertThat(reasons).hasSizeLessThanOrEqualTo(CardExplainer.REASONS_MAX);
      for (int i = 1; i < reasons.size(); i++) {
        CardReason before = reasons.get(i - 1);
        CardReason after = reasons.get(i);
        assertThat(before.distance()).isGreaterThanOrEqualTo(after.distance());
        if (before.distance() == after.distance() && after.characteristic().changeable()) {
          assertThat(before.characteristic().changeable()).isTrue();
        }
      }
    }
  }

  /** Every set of changes is tried by hand; none is smaller, nor as small with fewer steps. */
  @Test
  void theFewestChangesAreTheFewest() {
    for (Applicant applicant : applicants()) {
      CardResult result = applicant.explained(List.of());
      if (result.passes()) {
        assertThat(result.least()).isEmpty();
        continue;
      }
      Optional<int[]> best = brute(applicant.scorer.card(), result);
      assertThat(result.least().isPresent()).isEqualTo(best.isPresent());
      if (best.isPresent()) {
        List<Change> told = result.least().orElseThrow().changes();
        int steps = told.stream().mapToInt(Change::steps).sum();
        assertThat(new int[] {told.size(), steps}).isEqualTo(best.get());
        assertThat(applicant.scorer.card().passes(result.least().orElseThrow().score())).isTrue();
        assertThat(told).allMatch(change -> change.characteristic().changeable());
      }
    }
  }

  private static Optional<int[]> brute(Scorecard card, CardResult result) {
    List<int[]> reached = new ArrayList<>();
    walk(card, result, 0, result.score(), 0, 0, reached);
    return reached.stream()
        .min((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]));
  }

  private static void walk(
      Scorecard card,
      CardResult result,
      int at,
      double score,
      int count,
      int steps,
      List<int[]> reached) {
    if (at == result.parts().size()) {
      if (card.passes(score)) {
        reached.add(new int[] {count, steps});
      }
      return;
    }
    walk(card, result, at + 1, score, count, steps, reached);
    Part part = result.parts().get(at);
    if (!part.characteristic().changeable() || part.state() == CardResult.State.MISSING) {
      return;
    }
    List<Bin> bins = part.characteristic().bins();
    for (Bin bin : bins) {
      boolean better = card.better().sign() * (bin.points() - part.points()) > 0;
      if (better && (bin.where() instanceof Bin.Interval || bin.where() instanceof Bin.Words)) {
        boolean numbers = part.bin().orElseThrow().where() instanceof Bin.Interval;
        int far = numbers ? Math.abs(bins.indexOf(bin) - bins.indexOf(part.bin().get())) : 1;
        walk(
            card,
            result,
            at + 1,
            score + bin.points() - part.points(),
            count + 1,
            steps + far,
            reached);
      }
    }
  }
}
