package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Evaluator;
import dev.hufu.learn.task.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code hufu evaluate fraud}: the recipes over payments on public data that lie anywhere below a
 * folder, each in a folder of its recipe's name.
 */
public final class FraudEvaluation implements Evaluator {

  private static final List<String> RECIPES = List.of("handbook", "s-ffsd");
  private static final int DEPTH = 3;

  private final Path recipes;
  private final FraudTask task;

  /**
   * @param packs the folder of packs
   * @param recipes the folder of recipes
   */
  public FraudEvaluation(Path packs, Path recipes) {
    this.recipes = recipes;
    this.task = new FraudTask(packs);
  }

  @Override
  public Outcome<Evaluation> run(Path data, Steps steps) {
    List<Evaluation.Line> lines = new ArrayList<>();
    List<Report.Section> sections = new ArrayList<>();
    for (String name : RECIPES) {
      Optional<Path> folder = folder(data, name);
      if (folder.isPresent()) {
        Outcome<Evaluation> one =
            Recipe.read(recipes.resolve(name + ".yaml"))
                .then(recipe -> task.evaluate(recipe, folder.get(), steps));
        if (one.findRefusal().isPresent()) {
          return one;
        }
        lines.addAll(one.orThrow().lines());
        sections.addAll(one.orThrow().report().sections());
      }
    }
    return lines.isEmpty()
        ? Outcome.refused(Code.FILE_UNREADABLE, data + "/" + RECIPES)
        : Outcome.of(
            new Evaluation(lines, new Report(new Wording("支付欺诈", "Payment fraud"), sections)));
  }

  private static Optional<Path> folder(Path data, String name) {
    try (Stream<Path> all = Files.walk(data, DEPTH)) {
      return all.filter(Files::isDirectory)
          .filter(path -> String.valueOf(path.getFileName()).equals(name))
          .sorted()
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
