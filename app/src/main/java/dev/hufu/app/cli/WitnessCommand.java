package dev.hufu.app.cli;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.HomeFolder;
import dev.hufu.app.ops.SystemClock;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.witness.KnownLogs;
import dev.hufu.app.witness.WitnessKeys;
import dev.hufu.app.witness.WitnessServer;
import dev.hufu.kernel.code.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu witness serve|key}: a witness for the logs of others. Needs no database and no pages.
 */
@Command(name = "witness", mixinStandardHelpOptions = true)
public final class WitnessCommand implements Callable<Integer> {

  private static final int PORT = 8090;

  /** What is wanted. */
  enum Task {
    SERVE,
    KEY
  }

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "serve|key")
  private Task task = Task.KEY;

  @Option(names = "--logs", paramLabel = "FILE")
  private Optional<Path> logs = Optional.empty();

  @Option(names = "--port", paramLabel = "N")
  private int port = PORT;

  @Option(names = "--listen", paramLabel = "ADDRESS")
  private String listen = "127.0.0.1";

  @Option(names = "--data", paramLabel = "DIR")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME")
  private Optional<String> name = Optional.empty();

  public WitnessCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (task == Task.SERVE && logs.isEmpty() || port < 0 || port > 65_535) {
      terminal.say(
          "serve 要有 --logs FILE（见证哪些日志的公钥），端口是 0 到 65535",
          "serve needs --logs FILE, the keys of the logs to witness; a port is 0 to 65535");
      return ExitCodes.USAGE;
    }
    Path folder = data.orElseGet(() -> HomeFolder.of(environment).resolve("witness"));
    Outcome<WitnessKeys> opened = WitnessKeys.open(folder, name);
    return switch (opened) {
      case Outcome.Refused<WitnessKeys>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.ENVIRONMENT;
      }
      case Outcome.Ok<WitnessKeys>(var keys) -> {
        if (task == Task.SERVE) {
          yield serve(folder, keys, logs.get());
        }
        tell(keys);
        yield ExitCodes.OK;
      }
    };
  }

  private void tell(WitnessKeys keys) {
    keys.publicKeys().forEach(terminal.out()::println);
  }

  private int serve(Path folder, WitnessKeys keys, Path known) throws InterruptedException {
    Outcome<WitnessServer> running =
        KnownLogs.read(known)
            .then(logs -> WitnessServer.open(listen, port, folder, keys, logs, SystemClock.get()));
    return switch (running) {
      case Outcome.Refused<WitnessServer>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.ENVIRONMENT;
      }
      case Outcome.Ok<WitnessServer>(var server) -> {
        String address = "http://" + listen + ":" + server.port();
        terminal.say("见证方在 " + address, "The witness is at " + address);
        tell(keys);
        terminal.out().flush();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        new CountDownLatch(1).await();
        yield ExitCodes.OK;
      }
    };
  }
}
