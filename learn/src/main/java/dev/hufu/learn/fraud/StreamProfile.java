package dev.hufu.learn.fraud;

import dev.hufu.learn.boost.Rows;
import dev.hufu.learn.frame.Column;
import dev.hufu.learn.frame.Frame;
import dev.hufu.learn.watch.Profile;
import dev.hufu.policy.model.ScoreModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How the events that a model was trained on are spread, for whoever watches it at work. Where good
 * ones were drawn and weighted up, the heavier stand for the lighter: a row is kept with the share
 * its weight has of the heaviest, so that the spread is that of all events.
 */
final class StreamProfile {

  /** More rows say no more about a spread. */
  private static final int ROWS_MAX = 200_000;

  private StreamProfile() {}

  static Profile of(ScoreModel model, Rows rows) {
    double heaviest = IntStream.range(0, rows.size()).mapToDouble(rows::weight).max().orElse(1);
    double share = Math.min(1, ROWS_MAX / (double) Math.max(1, rows.size()));
    SplittableRandom chance = new SplittableRandom(1);
    int[] kept =
        IntStream.range(0, rows.size())
            .filter(row -> chance.nextDouble() < share * rows.weight(row) / heaviest)
            .toArray();
    List<Column> columns = new ArrayList<>();
    for (int input = 0; input < rows.inputs().size(); input++) {
      double[] values = new double[kept.length];
      for (int i = 0; i < kept.length; i++) {
        values[i] = rows.number(kept[i], input);
      }
      columns.add(new Column.Numbers(rows.inputs().names().get(input), values));
    }
    return Profile.of(new Frame(columns), scores(model, rows, kept));
  }

  private static double[] scores(ScoreModel model, Rows rows, int[] kept) {
    double[] scores = new double[kept.length];
    double[] row = new double[rows.inputs().size()];
    for (int i = 0; i < kept.length; i++) {
      rows.copy(kept[i], row);
      scores[i] = model.probability(row);
    }
    return scores;
  }

  /** The spread of payments of a table that was kept whole. */
  static Profile of(ScoreModel model, EventTable table, int[] rows, double cardDay) {
    int[] places = table.places(model.inputs());
    List<Column> columns = new ArrayList<>();
    for (int input = 0; input < places.length; input++) {
      int place = places[input];
      double[] values = IntStream.of(rows).mapToDouble(row -> table.number(row, place)).toArray();
      columns.add(new Column.Numbers(model.inputs().names().get(input), values));
    }
    return Profile.of(new Frame(columns), FoldFigures.scores(model, table, rows, cardDay));
  }
}
