package dev.hufu.app.cli;

import dev.hufu.app.custody.LogOffice;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.HomeFolder;
import dev.hufu.app.ops.Housing;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.LogFsck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hufu evidence fsck}: recomputes the whole log and says exactly what does not fit. Exit
 * code 1 where something does not.
 */
@Command(name = "fsck", mixinStandardHelpOptions = true)
public final class FsckCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  public FsckCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path folder = data.orElseGet(() -> HomeFolder.of(environment));
    return switch (Housing.open(folder, environment, SystemClock.get(), _step -> {})) {
      case Outcome.Refused<Housing>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.ENVIRONMENT;
      }
      case Outcome.Ok<Housing>(var housing) -> {
        try (housing) {
          yield check(folder, housing);
        }
      }
    };
  }

  private int check(Path folder, Housing housing) {
    List<LogFsck.Problem> problems = new ArrayList<>();
    Outcome<Long> entries =
        LogOffice.open(folder, environment, housing.database(), SystemClock.get())
            .map(office -> office.check(problems::add));
    return switch (entries) {
      case Outcome.Refused<Long>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.ENVIRONMENT;
      }
      case Outcome.Ok<Long>(var read) -> tell(read, problems);
    };
  }

  private int tell(long entries, List<LogFsck.Problem> problems) {
    if (json) {
      ObjectNode report = JsonMapper.shared().createObjectNode();
      report.put("entries", entries).put("well", problems.isEmpty());
      ArrayNode list = report.putArray("problems");
      problems.forEach(
          problem ->
              list.addObject().put("kind", problem.kind().name()).put("where", problem.where()));
      terminal.out().println(report);
    } else {
      problems.forEach(problem -> terminal.out().println(problem.kind() + "  " + problem.where()));
      terminal.say(
          "查了 %,d 条，%,d 处不对".formatted(entries, problems.size()),
          "%,d entries checked, %,d problems".formatted(entries, problems.size()));
    }
    return problems.isEmpty() ? ExitCodes.OK : ExitCodes.FINDING;
  }
}
