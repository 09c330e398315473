package dev.hufu.app.cli;

import dev.hufu.app.learning.TerminalSteps;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.learn.card.CardTask;
import dev.hufu.learn.card.Classes;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hufu card fit --recipe FILE --train DATA --out CARD.yaml}: the card of a recipe as text.
 * With {@code --classes CARD.yaml} the bins of that card, as a person has changed them, are kept,
 * and only the points are found anew.
 */
@Command(name = "fit", mixinStandardHelpOptions = true)
public final class CardFit implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--recipe", paramLabel = "FILE", required = true)
  private Path recipe = Path.of("-");

  @Option(names = "--train", paramLabel = "DATA", required = true)
  private Path train = Path.of("-");

  @Option(names = "--classes", paramLabel = "CARD")
  private Optional<Path> classes = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("-");

  public CardFit(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Outcome<Map<String, Classes>> fixed =
        classes.map(file -> Cards.read(file).map(CardTask::classes)).orElse(Outcome.of(Map.of()));
    Outcome<Trained> trained =
        Recipe.read(recipe)
            .then(
                read ->
                    fixed.then(
                        bins ->
                            new CardTask().train(read, train, bins, new TerminalSteps(terminal))));
    return switch (trained) {
      case Outcome.Ok<Trained>(var done) -> {
        done.notices().forEach(terminal::refuse);
        yield write(done);
      }
      case Outcome.Refused<Trained>(Refusal refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private int write(Trained done) {
    try {
      WholeFile.write(out, done.model().findPart(Cards.PART).orElseThrow());
    } catch (IOException full) {
      terminal.refuse(Refusal.of(Code.FILE_UNREADABLE, String.valueOf(out.getFileName())));
      return ExitCodes.ENVIRONMENT;
    }
    done.card()
        .figures()
        .forEach(
            figure ->
                terminal
                    .out()
                    .println("  " + figure.name().in(terminal.lang()) + "  " + figure.interval()));
    return ExitCodes.OK;
  }
}
