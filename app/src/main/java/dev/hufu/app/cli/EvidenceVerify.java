package dev.hufu.app.cli;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.text.Lang;
import dev.hufu.tlog.bundle.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu evidence verify BUNDLE}: the very program that a stranger runs as {@code java -jar
 * hufu-tlog.jar BUNDLE}, with its exit codes: 0, or from 10 on what failed.
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
public final class EvidenceVerify implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "BUNDLE")
  private Path bundle = Path.of("-");

  @Option(names = "--policy", paramLabel = "FILE")
  private Optional<Path> policy = Optional.empty();

  public EvidenceVerify(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<String> arguments = new ArrayList<>();
    arguments.add(bundle.toString());
    policy.ifPresent(file -> arguments.addAll(List.of("--policy", file.toString())));
    arguments.addAll(List.of("--lang", terminal.lang() == Lang.EN ? "en" : "zh"));
    return Main.run(arguments, terminal.out(), terminal.err());
  }
}
