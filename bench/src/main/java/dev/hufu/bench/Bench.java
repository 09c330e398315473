package dev.hufu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all measurements and writes {@code docs/benchmarks/<date>-report.md}.
 *
 * <p>Example: {@code ./hufu bench --quick}; a word after it narrows the run to measurements whose
 * name contains it, which are then only printed; {@code rules} is the lane of rule engines.
 */
public final class Bench {

  private static final int USAGE = 2;
  private static final String RULES_LANE = "\\.rules\\.";
  private static final String RULES = "rules.RulesBenchmark";

  /** Measured by lanes of theirs, with what is allocated beside the time. */
  private static final List<String> OWN_LANES = List.of("ModelBenchmark", "PriceBenchmark");

  private Bench() {}

  public static void main(String[] args) throws RunnerException, IOException {
    List<String> words = List.of(args);
    boolean quick = words.contains("--quick");
    List<String> chosen = words.stream().filter(word -> !word.startsWith("--")).toList();
    if (chosen.size() > 1 || words.size() - chosen.size() > (quick ? 1 : 0)) {
      System.err.println("./hufu bench [--quick] [NAME]");
      System.exit(USAGE);
    }
    Optional<Lanes> lane = chosen.stream().findFirst().flatMap(Lanes::find);
    if (lane.isPresent()) {
      String section = lane.get().run(quick);
      System.out.print(section);
      if (!quick) {
        write(LocalDate.now(Clock.systemUTC()) + "-" + chosen.getFirst(), section);
      }
      return;
    }
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    double before = machine.getSystemLoadAverage();
    Collection<RunResult> results = new ArrayList<>();
    for (ChainedOptionsBuilder options : runs(quick, chosen)) {
      results.addAll(run(options));
    }
    if (results.isEmpty()) {
      System.err.println(
          "No measurement has " + chosen + " in its name. Lanes: " + List.of(Lanes.values()));
      System.exit(USAGE);
    }
    String date = LocalDate.now(Clock.systemUTC()).toString();
    Report report =
        new Report(
            date,
            System.getProperty("hufu.commit", "unknown"),
            quick ? "--quick" : "",
            cpu(),
            before,
            machine.getSystemLoadAverage(),
            results);
    System.out.println();
    String text = report.markdown();
    for (Lanes further : chosen.isEmpty() ? Lanes.of(quick) : List.<Lanes>of()) {
      text += further.run(quick);
    }
    System.out.print(text);
    if (chosen.isEmpty()) {
      write(date + "-report", text);
    }
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    try {
      return new Runner(options.build()).run();
    } catch (NoBenchmarksException noneOfThatName) {
      return List.of();
    }
  }

  private static void write(String name, String text) throws IOException {
    Path file = Samples.packs().resolveSibling("docs/benchmarks").resolve(name + ".md");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text.strip() + "\n");
    System.out.println("\n→ docs/benchmarks/" + file.getFileName());
  }

  /** The lane of rules has runs of its own: other engines take long to build. */
  private static List<ChainedOptionsBuilder> runs(boolean quick, List<String> chosen) {
    List<ChainedOptionsBuilder> runs = new ArrayList<>();
    boolean lane = !chosen.isEmpty() && chosen.getFirst().startsWith("rules");
    if (!lane) {
      ChainedOptionsBuilder plain = options(quick, chosen).exclude(RULES_LANE);
      if (chosen.isEmpty()) {
        OWN_LANES.forEach(plain::exclude);
        if (quick) { // to start a JVM and load the packs takes longer than to measure
          plain.forks(0);
        }
      }
      runs.add(plain);
    }
    if (lane || chosen.isEmpty()) {
      runs.addAll(quick ? quickRules() : List.of(options(false, List.of(RULES)).forks(1)));
      runs.add(
          options(quick, List.of("rules.PublishBenchmark"))
              .mode(Mode.SingleShotTime)
              .warmupIterations(0)
              .measurementIterations(quick ? 4 : 20));
    }
    return runs;
  }

  private static List<ChainedOptionsBuilder> quickRules() {
    ChainedOptionsBuilder all = shortRun().param("rules", "500");
    ChainedOptionsBuilder ours = shortRun().param("rules", "2000").param("engine", "HUFU");
    return List.of(all, ours);
  }

  private static ChainedOptionsBuilder shortRun() {
    return options(true, List.of(RULES))
        .param("profile", "DENSE")
        .warmupTime(TimeValue.milliseconds(500))
        .measurementTime(TimeValue.milliseconds(300));
  }

  private static ChainedOptionsBuilder options(boolean quick, List<String> chosen) {
    String name = chosen.isEmpty() ? "" : chosen.getFirst();
    return new OptionsBuilder()
        .include("dev\\.hufu\\.bench\\..*" + java.util.regex.Pattern.quote(name) + ".*")
        .forks(quick ? 1 : 3)
        .warmupIterations(quick ? 2 : 5)
        .warmupTime(quick ? TimeValue.milliseconds(400) : TimeValue.seconds(1))
        .measurementIterations(quick ? 3 : 5)
        .measurementTime(quick ? TimeValue.milliseconds(200) : TimeValue.seconds(2))
        .jvmArgsAppend(
            "-Dhufu.packs=" + Samples.packs(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow")
        .shouldFailOnError(true);
  }

  /** The processor as Linux names it. */
  private static String cpu() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo"))
          .lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(System.getProperty("os.arch", "?"));
    } catch (IOException notLinux) {
      return System.getProperty("os.arch", "?");
    }
  }
}
