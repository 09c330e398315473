package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.policy.lender.LenderCase.Offer;
import dev.hufu.policy.lender.PriceDispersion;
import dev.hufu.policy.lender.PriceDispersion.State;
import dev.hufu.policy.pack.LenderPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Goal: prices that depend on the group are seen, chance is not, and few offers say nothing.
 * Method: offers with a known gap, and offers whose rates do not know their group.
 */
class PriceDispersionTest {

  private static final LenderPolicy.Dispersion HOW = new LenderPolicy.Dispersion(30, 999, 5);

  private static Offer offer(String band, String group, double rate) {
    return new Offer(band, group, BigDecimal.valueOf(rate), Optional.empty(), false);
  }

  /** Rates from 12 to 15 in turn, plus what the group adds. */
  private static List<Offer> offers(int each, double more) {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      offers.add(offer("A", "app", 12 + i % 4));
      offers.add(offer("A", "wechat", 12 + i % 4 + more));
    }
    return offers;
  }

  @Test
  void twentyNineAreNotEnoughAndThirtyAre() {
    List<Offer> thirty = offers(15, 3);
    assertThat(PriceDispersion.of(thirty.subList(0, 29), HOW).state()).isEqualTo(State.NOT_ENOUGH);
    assertThat(PriceDispersion.of(thirty, HOW).state()).isEqualTo(State.DIFFER);
  }

  @Test
  void aGapThatChanceHardlyMakesIsSeen() {
    PriceDispersion found = PriceDispersion.of(offers(20, 3), HOW);
    assertThat(found.state()).isEqualTo(State.DIFFER);
    assertThat(found.gap().orElseThrow()).isEqualByComparingTo("3");
    assertThat(found.dearer()).contains("wechat");
    assertThat(found.chance().orElseThrow()).isLessThan(BigDecimal.ONE);
    assertThat(PriceDispersion.of(offers(20, 3), HOW)).isEqualTo(found);
  }

  @Test
  void ratesThatDoNotKnowTheirGroupAreAlike() {
    PriceDispersion found = PriceDispersion.of(offers(20, 0), HOW);
    assertThat(found.state()).isEqualTo(State.ALIKE);
    assertThat(found.chance().orElseThrow()).isEqualByComparingTo("100");
  }

  @Test
  void bandsAreNotMixed() {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      offers.add(offer("good", "app", 10));
      offers.add(offer("poor", "wechat", 20));
    }
    assertThat(PriceDispersion.of(offers, HOW).state()).isEqualTo(State.NOT_ENOUGH);
  }
}
