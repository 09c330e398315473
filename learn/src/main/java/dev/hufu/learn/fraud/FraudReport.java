package dev.hufu.learn.fraud;

import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Bootstrap;
import dev.hufu.learn.measure.Calibration;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.report.ModelCard;
import dev.hufu.learn.report.Report;
import dev.hufu.policy.model.ScoreModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What is said of a model over a stream, by the test days of its last fold. */
final class FraudReport {

  private static final int ROUNDS = 100;
  private static final int BINS = 10;
  private static final int POINTS = 200;

  /** Rows whose contributions are averaged. */
  private static final int EXPLAINED_MAX = 500;

  private static final int BARS_MAX = 20;

  private final FraudRecipe recipe;
  private final ScoreModel held;
  private final EventTable table;
  private final DelayedFold fold;
  private final int[] rows;
  private final double[] scores;
  private final boolean[] bad;

  /**
   * @param held trained before the fold's test days
   * @param model trained on everything; only its bytes differ from {@code held}
   */
  FraudReport(
      FraudRecipe recipe, ScoreModel held, ScoreModel model, EventTable table, DelayedFold fold) {
    if (!held.inputs().equals(model.inputs())) {
      throw new IllegalArgumentException("two models of other inputs");
    }
    this.recipe = recipe;
    this.held = held;
    this.table = table;
    this.fold = fold;
    this.rows = fold.testRows(table);
    double cardDay = recipe.variant(recipe.model()).cardDay();
    this.scores = FoldFigures.scores(held, table, rows, cardDay);
    this.bad = FoldFigures.bad(table, rows);
  }

  ModelCard card(List<ModelCard.DataFile> files) {
    long seed = recipe.recipe().seed();
    double cards = CardPrecision.at(recipe.cards(), table, rows, scores);
    return new ModelCard(
        recipe.recipe().name(),
        new Wording(
            "给每一笔付款打一个欺诈概率的分，供规则使用；不单独决定任何事。",
            "Gives each payment a probability of fraud, for rules to use; it decides nothing"
                + " alone."),
        recipe.recipe().digest(),
        files,
        List.of(
            new ModelCard.Figure(
                new Wording("AUC", "AUC"),
                Bootstrap.interval(scores, bad, ROUNDS, seed, Ranking::auc)),
            new ModelCard.Figure(
                new Wording("平均精度", "average precision"),
                Bootstrap.interval(scores, bad, ROUNDS, seed, Ranking::averagePrecision))),
        calibration(),
        slices(),
        List.of(
            new Wording(
                "测的是 "
                    + fold.date()
                    + " 起训练、再过一周之后的 7 天；每天最可疑的 "
                    + recipe.cards()
                    + " 张卡里有 "
                    + percent(cards)
                    + " 真的出事。",
                "Measured on the 7 days after training from "
                    + fold.date()
                    + " and waiting a week; of the "
                    + recipe.cards()
                    + " most suspicious cards a day "
                    + percent(cards)
                    + " were defrauded."),
            new Wording(
                "标签晚 " + recipe.delayDays() + " 天才知道；刚被控制的终端在这之前看不出来。",
                "Labels are known "
                    + recipe.delayDays()
                    + " days late; a terminal just taken over cannot be seen before."),
            new Wording(
                "在模拟数据上训练的模型不能直接用在真实的卡上，要用自己的历史重新训练。",
                "A model of simulated data is not for real cards; train on your own history.")));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private Wording calibration() {
    Calibration of = Calibration.of(scores, bad, BINS);
    String figures =
        String.format(
            Locale.ROOT, "Brier %.5f, ECE %.5f, %.2f", of.brier(), of.error(), of.ratio());
    return new Wording(figures + "（预计的欺诈数除以实际的）", figures + " (frauds expected over frauds seen)");
  }

  private List<ModelCard.Slice> slices() {
    List<ModelCard.Slice> slices = new ArrayList<>();
    int amount = table.inputs().names().indexOf(recipe.type() + ".amount");
    if (amount >= 0) {
      double[] sorted =
          IntStream.of(rows).mapToDouble(row -> table.number(row, amount)).sorted().toArray();
      double middle = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
      slice(slices, "amount ≤ median", row -> table.number(row, amount) <= middle);
      slice(slices, "amount > median", row -> table.number(row, amount) > middle);
    }
    for (long day = fold.testFrom(); day < fold.testTo(); day++) {
      long of = day;
      slice(
          slices,
          LocalDate.ofEpochDay(day).toString(),
          row -> DelayedFold.day(table.at(row)) == of);
    }
    return slices;
  }

  private void slice(List<ModelCard.Slice> slices, String part, IntPredicate in) {
    int[] some = IntStream.range(0, rows.length).filter(i -> in.test(rows[i])).toArray();
    double[] of = IntStream.of(some).mapToDouble(i -> scores[i]).toArray();
    boolean[] outcome = new boolean[some.length];
    for (int i = 0; i < some.length; i++) {
      outcome[i] = bad[some[i]];
    }
    Ranking ranking = Ranking.of(of, outcome);
    if (ranking.twoKinds()) {
      slices.add(
          new ModelCard.Slice(
              part, some.length, new Wording("平均精度", "AP"), ranking.averagePrecision()));
    }
  }

  Report report() {
    Ranking ranking = Ranking.of(scores, bad);
    FoldFigures figures = FoldFigures.of(recipe.cards(), table, rows, scores);
    return new Report(
        new Wording("欺诈模型 " + recipe.recipe().name(), "Fraud model " + recipe.recipe().name()),
        List.of(
            foldTable(recipe.cards(), List.of(cells(fold.date().toString(), figures))),
            new Report.Curves(
                new Wording("查全与查准", "Precision and recall"),
                new Wording("查全", "recall"),
                new Wording("查准", "precision"),
                false,
                List.of(
                    new Report.Line(
                        new Wording("测试周", "test week"), ranking.precisionRecall(POINTS)))),
            new Report.Curves(
                new Wording("ROC", "ROC"),
                new Wording("误报", "false alarms"),
                new Wording("查全", "recall"),
                true,
                List.of(new Report.Line(new Wording("测试周", "test week"), ranking.roc(POINTS)))),
            calibrationCurve(),
            contributions()));
  }

  private Report.Section calibrationCurve() {
    List<Ranking.Point> points =
        Calibration.of(scores, bad, BINS).bins().stream()
            .map(bin -> new Ranking.Point(bin.said(), bin.seen()))
            .toList();
    return new Report.Curves(
        new Wording("说的概率和真的比例", "Probability said and share seen"),
        new Wording("说的", "said"),
        new Wording("真的", "seen"),
        true,
        List.of(new Report.Line(new Wording("十份", "ten bins"), points)));
  }

  /** What each input moves, in the mean of the most suspicious payments. */
  private Report.Section contributions() {
    int[] places = table.places(held.inputs());
    double[] row = new double[places.length];
    double[] sums = new double[places.length];
    int[] most =
        IntStream.range(0, rows.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[b], scores[a]))
            .limit(EXPLAINED_MAX)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i : most) {
      table.copy(rows[i], places, row);
      double[] parts = held.contributions(row);
      for (int input = 0; input < parts.length; input++) {
        sums[input] += parts[input] / most.length;
      }
    }
    List<Report.Bar> bars =
        IntStream.range(0, sums.length)
            .boxed()
            .sorted((a, b) -> Double.compare(Math.abs(sums[b]), Math.abs(sums[a])))
            .limit(BARS_MAX)
            .map(i -> new Report.Bar(held.inputs().names().get(i), sums[i]))
            .toList();
    return new Report.Bars(
        new Wording("最可疑的付款里，每个特征把分推动了多少", "What moved the most suspicious scores"),
        new Wording("对数几率", "log-odds"),
        bars);
  }

  static Report.Section foldTable(int k, List<List<String>> rows) {
    return new Report.Table(
        new Wording("各折", "Folds"),
        List.of(
            new Wording("折", "fold"),
            new Wording("AUC", "AUC"),
            new Wording("平均精度", "AP"),
            new Wording("CP@" + k, "CP@" + k)),
        rows);
  }

  static List<String> cells(String name, FoldFigures of) {
    return List.of(
        name,
        String.format(Locale.ROOT, "%.4f", of.auc()),
        String.format(Locale.ROOT, "%.4f", of.ap()),
        String.format(Locale.ROOT, "%.4f", of.cards()));
  }
}
