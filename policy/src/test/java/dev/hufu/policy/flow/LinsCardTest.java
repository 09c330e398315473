package dev.hufu.policy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.policy.card.CardExplainer;
import dev.hufu.policy.card.CardInput;
import dev.hufu.policy.card.CardResult;
import dev.hufu.policy.card.CardScorer;
import dev.hufu.policy.card.ReasonMethod;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.load.CardFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: a bill goes the whole way to the score of its story, by names that bills and card share.
 * Method: seven made-up months of the shop, the figures of the pack, the card that ships.
 */
class LinsCardTest {

  private final CardScorer scorer = new CardScorer(card());

  private static Scorecard card() {
    try {
      Path file = Path.of("../packs/cn/credit/card.yaml");
      return CardFile.read("card.yaml", Files.readString(file)).orThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void theBillScoresWhatTheStorySays() {
    FlowReport report = Bills.report(LinsShop.timeline(), LinsShop.LAST);
    long mask = scorer.mask(List.of());
    double[] values =
        new CardInput(scorer)
            .read(
                name ->
                    report
                        .find(name)
                        .flatMap(FlowFeature::value)
                        .map(BigDecimal::toPlainString)
                        .orElse(""),
                mask)
            .orThrow();
    CardResult result = new CardExplainer(scorer, ReasonMethod.NEAR_CUTOFF).explain(values, mask);
    assertThat(result.score()).isEqualTo(540);
    assertThat(result.reasons())
        .extracting(CardResult.CardReason::code)
        .containsExactly("R06", "R08", "R04", "R03");
    assertThat(result.changes().getFirst().score()).isEqualTo(575);
  }
}
