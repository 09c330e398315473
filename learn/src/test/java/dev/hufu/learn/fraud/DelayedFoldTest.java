package dev.hufu.learn.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.policy.model.ModelInputs;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: the days of a fold, the cards taken out of it and card precision are those of the
 * handbook's protocol. Method: a few payments by hand.
 */
final class DelayedFoldTest {

  private static final ModelInputs INPUTS = new ModelInputs(List.of("x"), "plan");
  private static final LocalDate START = LocalDate.of(2018, 6, 20);
  private static final DelayedFold FOLD = DelayedFold.from(START, 7, 7, 7);

  private final EventTable table = new EventTable(INPUTS);

  private int pay(int dayFromStart, String card, boolean bad) {
    long at = (START.toEpochDay() + dayFromStart) * DelayedFold.DAY_MILLIS + 3_600_000;
    table.add(at, card, bad, true, new double[] {1});
    return table.size() - 1;
  }

  @Test
  void cardsKnownByThenAreTakenOut() {
    pay(-1, "before training", true);
    pay(0, "first day of training", true);
    pay(6, "last day of training", true);
    pay(7, "first day of waiting", true);
    pay(13, "last day of waiting", true);
    List<Integer> firstDay = List.of(pay(14, "before training", false));
    pay(14, "first day of training", false);
    pay(14, "last day of training", false);
    int waiting = pay(14, "first day of waiting", false);
    pay(15, "first day of waiting", false);
    int last = pay(20, "last day of waiting", true);
    pay(21, "before training", false);
    assertThat(FOLD.testRows(table)).containsExactly(firstDay.getFirst(), waiting, last);
  }

  @Test
  void trainingEndsWithItsWeekHoweverLongItReachesBack() {
    long end = (START.toEpochDay() + 7) * DelayedFold.DAY_MILLIS;
    assertThat(FOLD.trains(end - 1, 7)).isTrue();
    assertThat(FOLD.trains(end, 7)).isFalse();
    assertThat(FOLD.trains(end - 8 * DelayedFold.DAY_MILLIS, 7)).isFalse();
    assertThat(FOLD.trains(end - 8 * DelayedFold.DAY_MILLIS, 8)).isTrue();
    assertThat(FOLD.tests(end)).isFalse();
    assertThat(FOLD.tests(end + 7 * DelayedFold.DAY_MILLIS)).isTrue();
    assertThat(FOLD.tests(end + 14 * DelayedFold.DAY_MILLIS)).isFalse();
  }

  @Test
  void foundCardsLeaveTheList() {
    int[] rows = {
      pay(14, "a", true), pay(14, "a", false), pay(14, "b", false), pay(14, "c", true),
      pay(15, "a", true), pay(15, "b", false), pay(15, "c", true), pay(15, "d", false)
    };
    double[] scores = {0.1, 0.9, 0.8, 0.2, 0.9, 0.3, 0.5, 0.4};
    // of two cards a day: a and b, then, without a, c and d
    assertThat(CardPrecision.at(2, table, rows, scores)).isCloseTo(0.5, within(1e-12));
    assertThat(CardPrecision.at(1, table, rows, scores)).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void goodsAreDrawnByTheirIdsAlone() {
    DrawnGoods goods = new DrawnGoods(7, 0.2);
    int drawn = 0;
    for (int id = 0; id < 5_000; id++) {
      drawn += goods.drawn("" + id) ? 1 : 0;
      assertThat(goods.drawn("" + id)).isEqualTo(new DrawnGoods(7, 0.2).drawn("" + id));
    }
    assertThat(drawn).isBetween(850, 1_150);
    assertThat(new DrawnGoods(7, 1).drawn("any")).isTrue();
  }
}
