package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu rehearse IN OUT}: the usual commands once, in one process, so that the JVM can record
 * what they load (docs/operating/first-run.md). Only the launcher calls it.
 */
@Command(name = "rehearse", hidden = true)
public final class RehearseCommand implements Callable<Integer> {

  private final ToIntFunction<String[]> commands;

  @Parameters(index = "0", paramLabel = "IN")
  private String in = "";

  @Parameters(index = "1", paramLabel = "OUT")
  private String out = "";

  /**
   * @param commands runs one command line and gives its exit code
   */
  public RehearseCommand(ToIntFunction<String[]> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    String words = "在吗？遇到点急事儿，能不能给我借1000块钱？明天就还你";
    List<String[]> lines =
        List.of(
            new String[] {"ask", words},
            new String[] {"ask", "--json", words},
            new String[] {"screen", "--in", in, "--out", out},
            new String[] {"pack", "test"},
            new String[] {"bill", "sample", out + ".csv"},
            new String[] {"bill", "--json", out + ".csv"},
            new String[] {"bill", "sample", out + ".xlsx"},
            new String[] {"bill", "--json", out + ".xlsx"},
            new String[] {"--help"});
    return lines.stream().mapToInt(commands).max().orElse(ExitCodes.OK);
  }
}
