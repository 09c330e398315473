package dev.hufu.app.cli;

import dev.hufu.app.history.BacktestJson;
import dev.hufu.app.history.BacktestPage;
import dev.hufu.app.history.BacktestRun;
import dev.hufu.app.history.BacktestText;
import dev.hufu.app.history.Counting;
import dev.hufu.app.history.EventFiles;
import dev.hufu.app.history.EventPacks;
import dev.hufu.app.history.EventRun;
import dev.hufu.app.history.LabelSource;
import dev.hufu.app.history.Progress;
import dev.hufu.app.history.Refusals;
import dev.hufu.app.history.RunTotals;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.backtest.Backtest;
import dev.hufu.policy.backtest.Labels;
import dev.hufu.policy.event.EventProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code hufu backtest}: what a pack would have done on history, alone or beside another, as a
 * summary, as JSON and as one page. Decisions are those of a live run, bit for bit.
 */
@Command(name = "backtest", mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private EventOptions options = new EventOptions();

  @Option(names = "--against", paramLabel = "ID|DIR|ZIP")
  private Optional<String> against = Optional.empty();

  @Option(names = "--labels", paramLabel = "field:NAME|FILE")
  private Optional<String> labels = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = EventFiles.STANDARD)
  private Optional<Path> json = Optional.empty();

  @Option(names = "--stop-at-first", descriptionKey = "events.stop")
  private boolean stopAtFirst;

  public BacktestCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Outcome<BacktestRun> done = options.program(environment).then(this::beside);
    return switch (done) {
      case Outcome.Ok<BacktestRun>(var run) -> tell(run);
      case Outcome.Refused<BacktestRun>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<BacktestRun> beside(EventProgram program) {
    Outcome<Optional<EventProgram>> other =
        against.isEmpty() ? Outcome.of(Optional.empty()) : other(against.get()).map(Optional::of);
    Outcome<Labels> known =
        labels.isEmpty()
            ? Outcome.of(Labels.NONE)
            : LabelSource.of(labels.get(), program.policy().types());
    return other.then(
        compared ->
            known.then(
                found ->
                    options
                        .files(program.policy().types())
                        .then(files -> run(program, compared, found, files))));
  }

  private Outcome<EventProgram> other(String named) {
    return EventPacks.beside(named, Packs.folder(options.packs, environment), options.pack);
  }

  private Outcome<BacktestRun> run(
      EventProgram program, Optional<EventProgram> other, Labels found, EventFiles files) {
    Backtest backtest = new Backtest(program, other, found);
    Refusals refusals = new Refusals(terminal);
    try (Progress progress = new Progress(terminal, files.size())) {
      RunTotals totals =
          new EventRun(files, options.moment(), stopAtFirst, refusals, progress)
              .through(new Counting(backtest));
      return Outcome.of(
          new BacktestRun(backtest.report(), totals, program.pack().zone(), program.pack().asOf()));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
  }

  private int tell(BacktestRun run) {
    try {
      boolean onlyJson =
          json.map(file -> file.toString().equals(EventFiles.STANDARD)).orElse(false);
      if (onlyJson) {
        terminal.out().println(BacktestJson.of(run));
      } else {
        new BacktestText(terminal).print(run);
        if (json.isPresent()) {
          write(json.get(), BacktestJson.of(run));
        }
      }
      if (html.isPresent()) {
        write(html.get(), new BacktestPage(terminal.lang()).of(run));
      }
    } catch (IOException unwritable) {
      terminal.err().println(unwritable.getMessage());
      return ExitCodes.ENVIRONMENT;
    }
    return run.totals().refused() == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
  }

  private static void write(Path file, String text) throws IOException {
    try (WholeFile whole = new WholeFile(file)) {
      whole.writer().write(text);
      whole.keep();
    }
  }
}
