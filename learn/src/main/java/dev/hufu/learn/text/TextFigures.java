package dev.hufu.learn.text;

import dev.hufu.kernel.text.Wording;
import dev.hufu.language.learned.TextHead;
import dev.hufu.learn.measure.Bootstrap;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.report.ModelCard;
import dev.hufu.learn.report.ModelCard.DataFile;
import dev.hufu.learn.report.ModelCard.Figure;
import dev.hufu.learn.report.ModelCard.Slice;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.text.TextTraining.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a head does on texts that it did not learn from, of the collections it learned from. */
final class TextFigures {

  private static final int ROUNDS = 100;

  private final double[] scores;
  private final boolean[] scams;
  private final List<Seen> texts;

  TextFigures(TextHead head, List<Seen> texts) {
    this.texts = texts;
    this.scores = new double[texts.size()];
    this.scams = new boolean[texts.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = head.score(head.margin(texts.get(i).places()));
      scams[i] = texts.get(i).sample().scam();
    }
  }

  ModelCard card(Recipe recipe, TextPlan plan, List<DataFile> data) {
    return new ModelCard(
        recipe.name(),
        new Wording(
            "给聊天、短信和通话文字打一个 0 到 1 的分，0.5 起算像诈骗。只作提醒，不能用来放行。",
            "One score of 0 to 1 for chats, short messages and transcripts; ½ and more is like a"
                + " scam. It warns; it never clears."),
        recipe.digest(),
        data,
        List.of(
            new Figure(
                new Wording("AUC", "AUC"),
                Bootstrap.interval(scores, scams, ROUNDS, plan.seed(), Ranking::auc)),
            new Figure(
                new Wording("平均精确率", "average precision"),
                Bootstrap.interval(scores, scams, ROUNDS, plan.seed(), Ranking::averagePrecision))),
        new Wording(
            "分数不是概率：0.5 是报警线，离线越远越有把握。",
            "The score is no probability: ½ is the line of an alarm, and further from it is"
                + " surer."),
        slices(),
        List.of(
            new Wording(
                "这里的数来自同样来源的文本，偏好看；换一个来源的数见 hufu evaluate text。",
                "These figures are of texts of the same origin and flatter; for other origins see"
                    + " hufu evaluate text."),
            new Wording(
                "只认中文和英文，只看文字，不认图片、语音，也不知道来电的是谁。",
                "Chinese and English only, words only: no pictures, no voices, not who calls."),
            new Wording(
                "正规的长信、招聘和催款通知在训练里少，可能误报。",
                "True long letters, job offers and payment notices are few in training and may be"
                    + " taken for scams.")));
  }

  Report report() {
    Ranking ranking = Ranking.of(scores, scams);
    return new Report(
        new Wording("诈骗话术识别", "Detector of scam texts"),
        List.of(
            new Report.Curves(
                new Wording("抓到多少，误报多少", "Caught against false alarms"),
                new Wording("误报", "false alarms"),
                new Wording("抓到", "caught"),
                true,
                List.of(
                    new Report.Line(
                        new Wording("留出的五分之一", "a fifth kept apart"), ranking.roc(200)))),
            new Report.Table(
                new Wording("分开看", "Slices"),
                List.of(
                    new Wording("文本", "texts"),
                    new Wording("条数", "number"),
                    new Wording("报警", "alarms")),
                slices().stream()
                    .map(
                        slice ->
                            List.of(
                                slice.part(),
                                Long.toString(slice.cases()),
                                "%.3f".formatted(slice.value())))
                    .toList())));
  }

  private List<Slice> slices() {
    Map<String, int[]> parts = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      TextSample sample = texts.get(i).sample();
      int[] part =
          parts.computeIfAbsent(
              sample.corpus() + " " + (sample.scam() ? "scam" : "ordinary"), none -> new int[2]);
      part[0]++;
      part[1] += scores[i] >= 0.5 ? 1 : 0;
    }
    List<Slice> slices = new ArrayList<>();
    parts.forEach(
        (name, part) ->
            slices.add(
                new Slice(name, part[0], new Wording("报警", "alarms"), part[1] / (double) part[0])));
    return slices;
  }
}
