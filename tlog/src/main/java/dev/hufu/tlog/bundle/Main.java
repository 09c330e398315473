package dev.hufu.tlog.bundle;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.policy.Policy;
import dev.hufu.tlog.policy.PolicyReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code java -jar hufu-tlog.jar BUNDLE [--policy FILE] [--lang zh|en]}: checks a bundle and says
 * so, one line a check. The only class here that opens a file.
 *
 * <p>Exit codes: 0 all held; 2 the line cannot be understood; 3 a file cannot be read; from 10 on
 * those of {@link Check}.
 */
public final class Main {

  private static final int USAGE = 2;
  private static final int UNREADABLE = 3;

  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  /** The whole program, for a caller that is one itself. */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    List<String> rest = new ArrayList<>(arguments);
    Optional<String> policy = take(rest, "--policy");
    String lang = take(rest, "--lang").orElse("zh");
    if (rest.size() != 1 || rest.getFirst().startsWith("-") || !lang.matches("zh|en")) {
      err.println("java -jar hufu-tlog.jar BUNDLE [--policy FILE] [--lang zh|en]");
      return USAGE;
    }
    try {
      Optional<Policy> own = Optional.empty();
      if (policy.isPresent()) {
        Checked<Policy> read =
            PolicyReader.parse(bytes(Path.of(policy.get()), TlogLimits.POLICY_BYTES_MAX));
        if (read.problem().isPresent()) {
          err.println(policy.get() + ": " + read.problem().get());
          return USAGE;
        }
        own = Optional.of(read.orThrow());
      }
      byte[] zip = bytes(Path.of(rest.getFirst()), TlogLimits.BUNDLE_BYTES_MAX);
      Report report = BundleVerifier.verify(zip, own);
      out.print(report.text(lang.equals("en")));
      return report.exitCode();
    } catch (IOException unreadable) {
      err.println(unreadable);
      return UNREADABLE;
    }
  }

  /** Up to one byte more than may be: whoever takes the bytes says that they are too many. */
  private static byte[] bytes(Path file, int most) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(most + 1);
    }
  }

  private static Optional<String> take(List<String> arguments, String option) {
    int at = arguments.indexOf(option);
    if (at < 0 || at + 1 >= arguments.size()) {
      return Optional.empty();
    }
    arguments.remove(at);
    return Optional.of(arguments.remove(at));
  }
}
