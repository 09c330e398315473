package dev.hufu.policy.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.policy.card.CardResult.CardReason;
import dev.hufu.policy.card.CardResult.Change;
import dev.hufu.policy.load.CardFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Goal: the card that ships says of one worked application what was reckoned by hand. Method: the
 * file of the pack, its eight answers, every figure compared.
 */
class SmallShopCardTest {

  private static final Map<String, String> LIN =
      Map.of(
          "months", "7",
          "netInflow", "6200",
          "variation", "0.62",
          "repayments", "0.35",
          "late", "0",
          "newLoans", "3",
          "onePayer", "0.31",
          "nearZeroDays", "11");

  private final Scorecard card = card();
  private final CardScorer scorer = new CardScorer(card);
  private final CardInput input = new CardInput(scorer);

  private static Scorecard card() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("packs"))) {
      root = Optional.ofNullable(root.getParent()).orElseThrow();
    }
    try {
      String text = Files.readString(root.resolve("packs/cn/credit/card.yaml"));
      return CardFile.read("card.yaml", text).orThrow();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private CardResult explained(ReasonMethod method, List<String> without) {
    long mask = scorer.mask(without);
    double[] values = input.read(name -> LIN.getOrDefault(name, ""), mask).orThrow();
    return new CardExplainer(scorer, method).explain(values, mask);
  }

  /**
   * Neutral points all over once came to 596, over the line, for somebody of whom nothing was
   * known.
   */
  @Test
  void nobodyIsScoredOfWhomNothingIsKnown() {
    assertThat(input.read(name -> "", 0).findRefusal().map(refusal -> refusal.code()))
        .contains(Code.CARD_CLASS_NEEDED);
  }

  @Test
  void theScoreAndItsParts() {
    CardResult result = explained(ReasonMethod.NEAR_CUTOFF, List.of());
    assertThat(result.score()).isEqualTo(540);
    assertThat(result.passes()).isFalse();
    assertThat(result.parts())
        .extracting(CardResult.Part::points)
        .containsExactly(70.0, 110.0, 70.0, 65.0, 90.0, 25.0, 75.0, 35.0);
  }

  @Test
  void fourReasonsInOrderInBothLanguages() {
    CardResult result = explained(ReasonMethod.NEAR_CUTOFF, List.of());
    assertThat(result.reasons())
        .extracting(CardReason::code)
        .containsExactly("R06", "R08", "R04", "R03");
    assertThat(result.reasons())
        .extracting(CardReason::distance)
        .containsExactly(41.0, 21.0, 19.0, 4.0);
    assertThat(result.reasons().getFirst().text().zh()).isEqualTo("近期多次借款");
    assertThat(result.reasons().getFirst().text().en()).isEqualTo("Several new loans recently");
  }

  @Test
  void reasonsFromTheMost() {
    assertThat(explained(ReasonMethod.MAXIMUM, List.of()).reasons())
        .extracting(CardReason::code, CardReason::distance)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("R06", 60.0),
            org.assertj.core.groups.Tuple.tuple("R04", 50.0),
            org.assertj.core.groups.Tuple.tuple("R08", 35.0),
            org.assertj.core.groups.Tuple.tuple("R03", 30.0));
  }

  @Test
  void whatWouldChangeIt() {
    CardResult result = explained(ReasonMethod.NEAR_CUTOFF, List.of());
    Change first = result.changes().getFirst();
    assertThat(first.characteristic().id()).isEqualTo("newLoans");
    assertThat(first.to().called().en()).isEqualTo("1 or 2");
    assertThat(first.score()).isEqualTo(575);
    assertThat(result.changes()).allMatch(change -> card.passes(change.score()));
    assertThat(result.least().orElseThrow().changes()).hasSize(1);
  }

  @Test
  void theSameWhetherRefusedOrNeverAsked() {
    assertThat(explained(ReasonMethod.NEAR_CUTOFF, List.of("CONTACTS", "SOCIAL_GRAPH")))
        .isEqualTo(explained(ReasonMethod.NEAR_CUTOFF, List.of()));
  }

  @Test
  void noScoreWithoutWhatItNeeds() {
    assertThat(
            input
                .read(name -> "1", scorer.mask(List.of("WALLET_FLOW")))
                .findRefusal()
                .orElseThrow()
                .code())
        .isEqualTo(Code.CARD_CLASS_NEEDED);
  }

  @Test
  void writtenAndReadAgainItIsTheSame() {
    String yaml = CardWriter.yaml(card);
    assertThat(CardFile.read("card.yaml", yaml).orThrow()).isEqualTo(card);
  }
}
