package dev.hufu.app;

import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.ops.Tongue;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The one entry: {@code hufu} serves, {@code hufu <command>} is the command line. Commands do not
 * load Spring; only {@code serve} does.
 *
 * <p>Exit codes are those of {@link ExitCodes}.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    int status = run(args, System.getenv(), System.out, System.err);
    if (status != ServeCommand.STAYS) {
      System.exit(status);
    }
  }

  /** Runs one command line; the server stays up after this returns {@link ServeCommand#STAYS}. */
  static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
    Lang lang = langOf(List.of(args), environment);
    Terminal terminal = new Terminal(out, err, lang);
    CommandLine commands =
        commandLine(terminal, environment, List.of(args).stream().findFirst().orElse("serve"));
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    return args.length == 0 ? commands.execute("serve") : commands.execute(args);
  }

  static CommandLine commandLine(Terminal terminal, Map<String, String> environment) {
    return commandLine(terminal, environment, "");
  }

  /**
   * Where the first word is a command only that one is described to picocli, which takes its time
   * over each; for help and for a word that is none, all are.
   */
  private static CommandLine commandLine(
      Terminal terminal, Map<String, String> environment, String first) {
    Locale locale = terminal.lang() == Lang.EN ? Locale.ENGLISH : Locale.ROOT;
    CommandLine commands = new CommandLine(new Hufu());
    Map<String, Supplier<Object>> all = Commands.all(terminal, environment);
    all.forEach(
        (name, command) -> {
          if (!all.containsKey(first) || name.equals(first)) {
            commands.addSubcommand(name, command.get());
          }
        });
    commands.setResourceBundle(
        ResourceBundle.getBundle(
            "dev.hufu.app.Help",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpAutoWidth(true);
    commands.setExecutionExceptionHandler(
        (fault, _line, _parsed) -> {
          terminal.say("出错了，这是我们的问题：", "Something went wrong, and it is our fault:");
          fault.printStackTrace(terminal.err());
          return ExitCodes.FAULT;
        });
    commands.setParameterExceptionHandler(
        (mistake, _args) -> {
          terminal
              .err()
              .println(
                  new Wording("这条命令看不懂：", "This command line cannot be read: ").in(terminal.lang())
                      + mistake.getMessage());
          terminal
              .err()
              .println(new Wording("用法：", "Usage: ").in(terminal.lang()) + "./hufu --help");
          return ExitCodes.USAGE;
        });
    return commands;
  }

  /** {@code --lang} anywhere on the line, else {@code HUFU_LANG}, else Chinese. */
  static Lang langOf(List<String> args, Map<String, String> environment) {
    @Nullable String chosen = environment.get("HUFU_LANG");
    for (int i = 0; i < args.size(); i++) {
      if (args.get(i).startsWith("--lang=")) {
        chosen = args.get(i).substring("--lang=".length());
      } else if (args.get(i).equals("--lang") && i + 1 < args.size()) {
        chosen = args.get(i + 1);
      }
    }
    return Optional.ofNullable(chosen).flatMap(Tongue::parse).orElse(Lang.ZH);
  }
}
