package dev.hufu.app.cli;

import dev.hufu.app.learning.LearnPage;
import dev.hufu.app.learning.LearnTasks;
import dev.hufu.app.learning.TerminalSteps;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.report.ModelCard;
import dev.hufu.learn.task.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hufu learn train --recipe FILE --train DATA --out MODEL}: trains a model and writes it,
 * with its card ({@code MODEL.md}) and its report ({@code MODEL.html}) beside it. Same recipe, same
 * data: same file.
 */
@Command(name = "train", mixinStandardHelpOptions = true)
public final class LearnTrain implements Callable<Integer> {

  private final Terminal terminal;
  private final LearnTasks tasks;

  @Option(names = "--recipe", paramLabel = "FILE", required = true)
  private Path recipe = Path.of("-");

  @Option(names = "--train", paramLabel = "DATA", required = true)
  private Path train = Path.of("-");

  @Option(names = "--out", paramLabel = "MODEL", required = true)
  private Path out = Path.of("-");

  @Option(names = "--json")
  private boolean json;

  public LearnTrain(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.tasks = new LearnTasks(environment);
  }

  @Override
  public Integer call() {
    return switch (Recipe.read(recipe).then(this::trained)) {
      case Outcome.Ok<Trained>(var trained) -> {
        trained.notices().forEach(terminal::refuse);
        yield written(trained);
      }
      case Outcome.Refused<Trained>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Trained> trained(Recipe read) {
    return tasks.of(read).then(task -> task.train(read, train, new TerminalSteps(terminal)));
  }

  private int written(Trained trained) {
    try {
      WholeFile.write(out, trained.model().toBytes());
      WholeFile.write(beside(".md"), trained.card().markdown(terminal.lang()));
      WholeFile.write(beside(".html"), LearnPage.of(trained.report(), terminal.lang()));
    } catch (IOException full) {
      terminal.refuse(Refusal.of(Code.FILE_UNREADABLE, String.valueOf(full.getMessage())));
      return ExitCodes.ENVIRONMENT;
    }
    String digest = trained.model().digest().hex();
    if (json) {
      ObjectNode answer = JsonMapper.shared().createObjectNode();
      answer.put("model", out.toString()).put("digest", digest);
      ObjectNode figures = answer.putObject("figures");
      for (ModelCard.Figure figure : trained.card().figures()) {
        figures.put(figure.name().en(), figure.interval().value());
      }
      terminal.out().println(answer);
      return ExitCodes.OK;
    }
    for (ModelCard.Figure figure : trained.card().figures()) {
      terminal.out().println("  " + figure.name().in(terminal.lang()) + "  " + figure.interval());
    }
    terminal.say(
        "写好了：%s（sha256:%s），旁边是它的说明 %s 和报告 %s"
            .formatted(out, digest, beside(".md"), beside(".html")),
        "Written: %s (sha256:%s), with its card %s and report %s"
            .formatted(out, digest, beside(".md"), beside(".html")));
    return ExitCodes.OK;
  }

  private Path beside(String ending) {
    return out.resolveSibling(out.getFileName() + ending);
  }
}
