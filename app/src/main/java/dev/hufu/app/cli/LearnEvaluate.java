package dev.hufu.app.cli;

import dev.hufu.app.learning.EvaluationTable;
import dev.hufu.app.learning.LearnPage;
import dev.hufu.app.learning.LearnTasks;
import dev.hufu.app.learning.TerminalSteps;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hufu learn evaluate --recipe FILE --train DATA}: measures by the recipe's own protocol,
 * always on data that were not trained on. Exit code 1 where a figure falls short of its goal.
 */
@Command(name = "evaluate", mixinStandardHelpOptions = true)
public final class LearnEvaluate implements Callable<Integer> {

  private final Terminal terminal;
  private final LearnTasks tasks;

  @Option(names = "--recipe", paramLabel = "FILE", required = true)
  private Path recipe = Path.of("-");

  @Option(names = "--train", paramLabel = "DATA", required = true)
  private Path train = Path.of("-");

  @Option(names = "--report", paramLabel = "FILE")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  public LearnEvaluate(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.tasks = new LearnTasks(environment);
  }

  @Override
  public Integer call() throws IOException {
    return switch (Recipe.read(recipe).then(this::evaluated)) {
      case Outcome.Ok<Evaluation>(var evaluation) -> {
        EvaluationTable table = new EvaluationTable(evaluation);
        terminal.out().println(json ? table.json() : table.text(terminal.lang()));
        if (report.isPresent()) {
          WholeFile.write(report.get(), LearnPage.of(evaluation.report(), terminal.lang()));
        }
        yield evaluation.holds() ? ExitCodes.OK : ExitCodes.FINDING;
      }
      case Outcome.Refused<Evaluation>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Evaluation> evaluated(Recipe read) {
    return tasks.of(read).then(task -> task.evaluate(read, train, new TerminalSteps(terminal)));
  }
}
