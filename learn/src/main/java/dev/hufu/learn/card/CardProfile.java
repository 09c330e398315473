package dev.hufu.learn.card;

import dev.hufu.learn.frame.Column;
import dev.hufu.learn.frame.Frame;
import dev.hufu.learn.watch.Profile;
import dev.hufu.policy.card.CardScorer;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.Scorecard;
import java.util.ArrayList;
import java.util.List;

/** How the applicants that a card was made from are spread, for whoever watches it at work. */
final class CardProfile {

  private CardProfile() {}

  static Profile of(Scorecard card, Sample sample) {
    CardScorer scorer = new CardScorer(card);
    List<FeatureColumn> columns = new ArrayList<>();
    List<Column> shown = new ArrayList<>();
    for (Characteristic characteristic : card.characteristics()) {
      FeatureColumn column = sample.column(characteristic.feature());
      if (!columns.contains(column)) {
        shown.add(column.shown());
      }
      columns.add(column);
    }
    double[] scores = new double[sample.rows()];
    double[] values = new double[columns.size()];
    for (int row = 0; row < scores.length; row++) {
      for (int i = 0; i < values.length; i++) {
        FeatureColumn column = columns.get(i);
        double value = column.value(row);
        boolean word = column.words() && !Double.isNaN(value);
        values[i] = word ? scorer.word(i, column.list().get((int) value)) : value;
      }
      scores[row] = scorer.score(values);
    }
    return Profile.of(new Frame(shown), scores);
  }
}
