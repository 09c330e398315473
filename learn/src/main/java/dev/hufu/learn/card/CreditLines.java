package dev.hufu.learn.card;

import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The lines of the table of {@code hufu evaluate credit} for one set of applicants. */
final class CreditLines {

  /** So much of the area under the curve a card may lose to its challenger. */
  private static final double GAP_MAX = 0.015;

  private CreditLines() {}

  static List<Evaluation.Line> of(ApplicantRecipe recipe, CrossCheck check) {
    String how =
        String.format(
            Locale.ROOT, "%d × %d", recipe.protocol().repeats(), recipe.protocol().folds());
    double best = Math.max(check.cardAuc(), check.challengerAuc());
    double gap = check.challengerAuc() - check.cardAuc();
    Optional<Boolean> holds =
        recipe.goal().isPresent()
            ? Optional.of(best >= recipe.goal().getAsDouble())
            : Optional.empty();
    List<Evaluation.Line> lines = new ArrayList<>();
    lines.add(
        new Evaluation.Line(
            recipe.name(),
            "AUC, best of both",
            best,
            recipe.published(),
            recipe.goal(),
            holds,
            check.cardSeconds() + check.challengerSeconds(),
            how));
    lines.add(plain(recipe, "AUC, card", check.cardAuc(), check.cardSeconds(), how));
    lines.add(
        plain(recipe, "AUC, challenger", check.challengerAuc(), check.challengerSeconds(), how));
    lines.add(
        new Evaluation.Line(
            recipe.name(),
            "AUC, challenger less card",
            gap,
            OptionalDouble.empty(),
            OptionalDouble.of(GAP_MAX),
            recipe.goal().isPresent() ? Optional.of(gap <= GAP_MAX) : Optional.empty(),
            0,
            "at most"));
    lines.add(plain(recipe, "KS, card", check.cardKs(), 0, how));
    return lines;
  }

  private static Evaluation.Line plain(
      ApplicantRecipe recipe, String figure, double ours, double seconds, String note) {
    return new Evaluation.Line(
        recipe.name(),
        figure,
        ours,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        seconds,
        note);
  }

  static Report report(String name, List<Evaluation.Line> lines) {
    List<List<String>> rows =
        lines.stream()
            .map(
                line ->
                    List.of(
                        line.task(),
                        line.figure(),
                        String.format(Locale.ROOT, "%.4f", line.ours()),
                        line.note()))
            .toList();
    return new Report(
        new Wording("计分卡：" + name, "Scorecards: " + name),
        List.of(
            new Report.Table(
                new Wording("交叉检验", "Cross-validation"),
                List.of(
                    new Wording("数据", "data"),
                    new Wording("数字", "figure"),
                    new Wording("结果", "ours"),
                    new Wording("做法", "how")),
                rows)));
  }
}
