package dev.hufu.app.cli;

import dev.hufu.app.learning.LearnTasks;
import dev.hufu.app.learning.TerminalSteps;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hufu learn score --model MODEL --in FILE --out FILE.csv}: one score a line. With {@code
 * --recipe} and {@code --train} instead of a model, it is trained on what came before, and each
 * line is scored by what was known at its moment. The output appears whole or not at all; lines
 * that cannot be scored are told and counted.
 */
@Command(name = "score", mixinStandardHelpOptions = true)
public final class LearnScore implements Callable<Integer> {

  private final Terminal terminal;
  private final LearnTasks tasks;

  @Option(names = "--model", paramLabel = "MODEL")
  private Optional<Path> model = Optional.empty();

  @Option(names = "--recipe", paramLabel = "FILE")
  private Optional<Path> recipe = Optional.empty();

  @Option(names = "--train", paramLabel = "DATA")
  private Optional<Path> train = Optional.empty();

  @Option(names = "--in", paramLabel = "FILE", required = true)
  private Path in = Path.of("-");

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("-");

  public LearnScore(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.tasks = new LearnTasks(environment);
  }

  @Override
  public Integer call() throws IOException {
    boolean byModel = model.isPresent() && recipe.isEmpty() && train.isEmpty();
    boolean byRecipe = model.isEmpty() && recipe.isPresent() && train.isPresent();
    if (!byModel && !byRecipe) {
      terminal.say(
          "给 --model，或者 --recipe 加 --train，只给一样",
          "Give --model, or --recipe with --train, one of the two");
      return ExitCodes.USAGE;
    }
    Path half = out.resolveSibling(out.getFileName() + ".part");
    Outcome<Scored> scored = byModel ? byModel(half) : byRecipe(half);
    return switch (scored) {
      case Outcome.Ok<Scored>(var done) -> {
        Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
        yield told(done);
      }
      case Outcome.Refused<Scored>(var refusal) -> {
        Files.deleteIfExists(half);
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Scored> byModel(Path half) {
    return model(model.orElseThrow())
        .then(
            read ->
                tasks
                    .named(read.word("task"))
                    .then(task -> task.score(read, in, half, new TerminalSteps(terminal))));
  }

  private static Outcome<ModelFile> model(Path file) {
    try {
      return Files.size(file) > Limits.MODEL_BYTES_MAX
          ? Outcome.refused(Code.MODEL_DAMAGED, Integer.toString(Limits.MODEL_BYTES_MAX))
          : ModelFile.read(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(file.getFileName()));
    }
  }

  private Outcome<Scored> byRecipe(Path half) {
    return Recipe.read(recipe.orElseThrow())
        .then(
            read ->
                tasks
                    .of(read)
                    .then(
                        task ->
                            task.score(
                                read, train.orElseThrow(), in, half, new TerminalSteps(terminal))));
  }

  private int told(Scored done) {
    done.first().forEach(terminal::refuse);
    terminal.say(
        "打了 %,d 个分，%,d 行没有分，%.1f 秒，写在 %s"
            .formatted(done.rows(), done.refused(), done.seconds(), out),
        "%,d lines scored, %,d have no score, %.1f s, written to %s"
            .formatted(done.rows(), done.refused(), done.seconds(), out));
    return done.refused() == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
  }
}
