package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hufu evidence …}: what keeps evidence, each task a command of its own. */
@Command(name = "evidence", mixinStandardHelpOptions = true)
public final class EvidenceCommand implements Callable<Integer> {

  private final Terminal terminal;

  private EvidenceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command with its tasks. */
  public static CommandLine of(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new EvidenceCommand(terminal))
        .addSubcommand("keys", new KeysCommand(terminal, environment));
  }

  @Override
  public Integer call() {
    terminal.say("要写做什么：keys", "Say what to do: keys");
    return ExitCodes.USAGE;
  }
}
