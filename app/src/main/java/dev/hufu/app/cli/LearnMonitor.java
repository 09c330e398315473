package dev.hufu.app.cli;

import dev.hufu.app.learning.LearnPage;
import dev.hufu.app.learning.TerminalSteps;
import dev.hufu.app.learning.WatchJson;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.frame.Frame;
import dev.hufu.learn.frame.FrameFormat;
import dev.hufu.learn.frame.FrameReader;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.watch.Metrics;
import dev.hufu.learn.watch.Monitor;
import dev.hufu.learn.watch.Profile;
import dev.hufu.learn.watch.Watch;
import dev.hufu.learn.watch.WatchPlan;
import dev.hufu.learn.watch.WatchPlan.Period;
import dev.hufu.learn.watch.WatchReport;
import dev.hufu.policy.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hufu learn monitor --model MODEL --in SCORED.csv}: holds a scored stream against the
 * training, whose spread is in the model or comes as a scored table with {@code --baseline}.
 */
@Command(name = "monitor", mixinStandardHelpOptions = true)
public final class LearnMonitor implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--model", paramLabel = "MODEL")
  private Optional<Path> model = Optional.empty();

  @Option(names = "--card", paramLabel = "CARD.yaml")
  private Optional<Path> card = Optional.empty();

  @Option(names = "--baseline", paramLabel = "FILE")
  private Optional<Path> baseline = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME")
  private Optional<String> name = Optional.empty();

  @Option(names = "--in", paramLabel = "FILE", required = true)
  private Path in = Path.of("-");

  @Option(names = "--score", paramLabel = "COLUMN")
  private String score = Profile.SCORE;

  @Option(names = "--label", paramLabel = "COLUMN")
  private Optional<String> label = Optional.empty();

  @Option(names = "--time", paramLabel = "COLUMN")
  private Optional<String> time = Optional.empty();

  @Option(names = "--by", paramLabel = "day|week")
  private Period by = Period.DAY;

  @Option(names = "--ignore", paramLabel = "COLUMN", split = ",")
  private List<String> ignore = List.of();

  @Option(names = "--alert", paramLabel = "SCORE")
  private Optional<Double> alert = Optional.empty();

  @Option(names = "--alert-below")
  private boolean alertBelow;

  @Option(names = "--look", paramLabel = "PSI")
  private double look = WatchPlan.PLAIN.look();

  @Option(names = "--shift", paramLabel = "PSI")
  private double shift = WatchPlan.PLAIN.shift();

  @Option(names = "--apart", paramLabel = "FACTOR")
  private double apart = WatchPlan.ODDS_APART;

  @Option(names = "--out", paramLabel = "REPORT.html")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--metrics", paramLabel = "FILE")
  private Optional<Path> metrics = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  public LearnMonitor(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean lines = look > 0 && shift >= look && apart > 1;
    if (!lines || model.isEmpty() && baseline.isEmpty() || alertBelow && alert.isEmpty()) {
      terminal.say(
          "要有 --model 或 --baseline；0 < --look ≤ --shift，--apart 大于 1；--alert-below 要和 --alert 一起",
          "Give --model or --baseline; 0 < --look <= --shift, --apart above 1; --alert-below goes"
              + " with --alert");
      return ExitCodes.USAGE;
    }
    Outcome<Watch> watched =
        plan()
            .then(
                plan ->
                    profile()
                        .then(
                            profile ->
                                Monitor.watch(profile, in, plan, new TerminalSteps(terminal))));
    return switch (watched) {
      case Outcome.Ok<Watch>(var watch) -> told(watch);
      case Outcome.Refused<Watch>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<WatchPlan> plan() {
    return cutoff()
        .map(
            cutoff ->
                new WatchPlan(
                    FrameFormat.CSV,
                    score,
                    label,
                    time,
                    by,
                    cutoff,
                    alertBelow || card.isPresent(),
                    look,
                    shift,
                    apart));
  }

  /** The line of alerts that was given, else that of the card: a score below it is looked at. */
  private Outcome<OptionalDouble> cutoff() {
    if (alert.isPresent() || card.isEmpty()) {
      return Outcome.of(alert.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }
    String file = String.valueOf(card.get().getFileName());
    try {
      return YamlFile.parse(file, Files.readString(card.get()))
          .top()
          .find("cutoff")
          .map(line -> Outcome.of(OptionalDouble.of(line.number())))
          .orElseGet(() -> Outcome.refused(Code.WATCH_CARD, file));
    } catch (YamlFile.Malformed malformed) {
      return Outcome.refused(Refusal.of(Code.WATCH_CARD, file).at(malformed.position()));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, file);
    }
  }

  private Outcome<Profile> profile() {
    if (baseline.isPresent()) {
      return FrameReader.read(baseline.get(), FrameFormat.CSV).then(read -> scored(read.frame()));
    }
    return model(model.orElseThrow())
        .then(
            read ->
                Profile.of(read)
                    .orElseGet(() -> Outcome.refused(Code.WATCH_NO_PROFILE, read.kind())));
  }

  private Outcome<Profile> scored(Frame frame) {
    List<String> others = new ArrayList<>(ignore);
    others.add(score);
    label.ifPresent(others::add);
    time.ifPresent(others::add);
    return frame.numbers(score).map(scores -> Profile.of(frame.without(others), scores.values()));
  }

  private static Outcome<ModelFile> model(Path file) {
    try {
      return Files.size(file) > Limits.MODEL_BYTES_MAX
          ? Outcome.refused(Code.MODEL_DAMAGED, Integer.toString(Limits.MODEL_BYTES_MAX))
          : ModelFile.read(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(file.getFileName()));
    }
  }

  private String called() {
    return name.orElseGet(
        () ->
            String.valueOf(
                model.or(() -> card).or(() -> baseline).map(Path::getFileName).orElse(in)));
  }

  private int told(Watch watch) {
    Report report = WatchReport.of(watch, called());
    try {
      if (out.isPresent()) {
        WholeFile.write(out.get(), LearnPage.of(report, terminal.lang()));
      }
      if (metrics.isPresent()) {
        WholeFile.write(metrics.get(), Metrics.of(watch, called()));
      }
    } catch (IOException full) {
      terminal.refuse(Refusal.of(Code.FILE_UNREADABLE, String.valueOf(full.getMessage())));
      return ExitCodes.ENVIRONMENT;
    }
    if (json) {
      terminal.out().println(WatchJson.write(watch, called(), terminal.lang()));
    } else {
      print(report);
    }
    watch.first().forEach(terminal::refuse);
    return watch.crossed() ? ExitCodes.FINDING : ExitCodes.OK;
  }

  private void print(Report report) {
    for (Report.Section section : report.sections()) {
      switch (section) {
        case Report.Text text -> {
          terminal.out().println(section.title().in(terminal.lang()));
          terminal.out().println("  " + text.text().in(terminal.lang()));
        }
        case Report.Table table -> {
          terminal.out().println(section.title().in(terminal.lang()));
          terminal
              .out()
              .println(
                  "  "
                      + String.join(
                          " | ", table.head().stream().map(w -> w.in(terminal.lang())).toList()));
          table.rows().forEach(row -> terminal.out().println("  " + String.join(" | ", row)));
        }
        case Report.Curves _, Report.Bars _ -> {
          // Pictures are for the page; their numbers stand in the tables.
        }
      }
    }
  }
}
