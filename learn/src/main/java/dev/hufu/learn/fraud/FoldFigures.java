package dev.hufu.learn.fraud;

import dev.hufu.learn.measure.Ranking;
import dev.hufu.policy.model.ScoreModel;

/**
 * How a model does on the test days of a fold.
 *
 * @param ap average precision
 * @param cards card precision at k
 */
record FoldFigures(double auc, double ap, double cards) {

  /**
   * The scores of rows, in their order.
   *
   * @param cardDay what each earlier payment of a card's day adds at most
   */
  static double[] scores(ScoreModel model, EventTable table, int[] rows, double cardDay) {
    CardDay cards = new CardDay(cardDay);
    int[] places = table.places(model.inputs());
    double[] row = new double[places.length];
    double[] scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      table.copy(rows[i], places, row);
      long day = DelayedFold.day(table.at(rows[i]));
      scores[i] = cards.score(table.card(rows[i]), day, model.probability(row));
    }
    return scores;
  }

  static boolean[] bad(EventTable table, int[] rows) {
    boolean[] bad = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      bad[i] = table.bad(rows[i]);
    }
    return bad;
  }

  static FoldFigures of(int k, EventTable table, int[] rows, double[] scores) {
    Ranking ranking = Ranking.of(scores, bad(table, rows));
    return new FoldFigures(
        ranking.auc(), ranking.averagePrecision(), CardPrecision.at(k, table, rows, scores));
  }
}
