package dev.hufu.app.cli;

import dev.hufu.app.custody.LogOffice;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.HomeFolder;
import dev.hufu.app.ops.Housing;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.LogHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hufu evidence new-epoch}: begins the log anew after a restore that the old one cannot
 * follow. Its first entry holds the old checkpoint.
 */
@Command(name = "new-epoch", mixinStandardHelpOptions = true)
public final class NewEpochCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  public NewEpochCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = data.orElseGet(() -> HomeFolder.of(environment));
    return switch (Housing.open(folder, environment, SystemClock.get(), _step -> {})) {
      case Outcome.Refused<Housing>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.ENVIRONMENT;
      }
      case Outcome.Ok<Housing>(var housing) -> {
        try (housing) {
          yield begin(folder, housing);
        }
      }
    };
  }

  private int begin(Path folder, Housing housing) throws IOException, InterruptedException {
    Outcome<LogOffice> office =
        LogOffice.open(folder, environment, housing.database(), SystemClock.get());
    Outcome<LogHead> begun =
        office instanceof Outcome.Ok<LogOffice>(var open)
            ? open.begin()
            : Outcome.refused(office.findRefusal().orElseThrow());
    return switch (begun) {
      case Outcome.Refused<LogHead>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
      case Outcome.Ok<LogHead>(var head) -> {
        terminal.say(
            "日志另起一段：" + head.origin() + "。把新的公钥（/log/keys）告诉见证方。",
            "A new epoch has begun: " + head.origin() + ". Give witnesses its keys (/log/keys).");
        yield ExitCodes.OK;
      }
    };
  }
}
