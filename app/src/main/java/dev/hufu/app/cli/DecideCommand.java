package dev.hufu.app.cli;

import dev.hufu.app.history.BacktestJson;
import dev.hufu.app.history.BacktestText;
import dev.hufu.app.history.DecisionLine;
import dev.hufu.app.history.EventFiles;
import dev.hufu.app.history.EventPacks;
import dev.hufu.app.history.EventRun;
import dev.hufu.app.history.Progress;
import dev.hufu.app.history.Refusals;
import dev.hufu.app.history.RunTotals;
import dev.hufu.app.history.ShadowLine;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.backtest.Otherwise;
import dev.hufu.policy.backtest.Shadow;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hufu decide}: events in, one line for each that is decided upon out, in their order and in
 * flat memory. A file of decisions appears whole or not at all.
 */
@Command(name = "decide", mixinStandardHelpOptions = true)
public final class DecideCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Mixin private EventOptions options = new EventOptions();

  @Option(names = "--out", paramLabel = "FILE", defaultValue = EventFiles.STANDARD)
  private Path out = Path.of(EventFiles.STANDARD);

  @Option(names = "--stop-at-first", descriptionKey = "events.stop")
  private boolean stopAtFirst;

  @Option(names = "--explain")
  private boolean explain;

  @Option(names = "--record")
  private boolean record;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--shadow", paramLabel = "ID|DIR|ZIP")
  private Optional<String> shadow = Optional.empty();

  @Option(names = "--shadow-out", paramLabel = "FILE")
  private Optional<Path> shadowOut = Optional.empty();

  @Spec private @Nullable CommandSpec spec;

  public DecideCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** A run that ended: its account, what was refused, the verdicts, and what a shadow found. */
  private record Done(
      EventProgram program,
      RunTotals totals,
      Refusals refusals,
      Map<Verdict, Long> verdicts,
      Optional<Shadow.Report> shadow) {}

  @Override
  public Integer call() {
    if (shadowOut.isPresent()
        && (shadow.isEmpty() || standard(shadowOut.get()) || shadowOut.get().equals(out))) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--shadow … --shadow-out FILE");
    }
    Outcome<Done> done =
        options
            .program(environment)
            .then(
                program ->
                    other()
                        .then(
                            beside ->
                                options
                                    .files(program.policy().types())
                                    .then(files -> decide(program, beside, files))));
    return switch (done) {
      case Outcome.Ok<Done>(var ended) -> {
        account(ended);
        yield ended.totals().refused() == 0 ? ExitCodes.OK : ExitCodes.REFUSED;
      }
      case Outcome.Refused<Done>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Optional<EventProgram>> other() {
    Path folder = Packs.folder(options.packs, environment);
    return shadow
        .map(named -> EventPacks.beside(named, folder, options.pack).map(Optional::of))
        .orElseGet(() -> Outcome.of(Optional.empty()));
  }

  private static boolean standard(Path file) {
    return file.toString().equals(EventFiles.STANDARD);
  }

  private Outcome<Done> decide(
      EventProgram program, Optional<EventProgram> beside, EventFiles files) {
    try {
      if (shadowOut.isEmpty()) {
        return Outcome.of(decide(program, beside, files, Writer.nullWriter()));
      }
      try (WholeFile list = new WholeFile(shadowOut.get())) {
        Done done = decide(program, beside, files, list.writer());
        if (!done.totals().stopped()) {
          list.keep();
        }
        return Outcome.of(done);
      }
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
  }

  private Done decide(
      EventProgram program, Optional<EventProgram> beside, EventFiles files, Writer differences)
      throws IOException {
    if (standard(out)) {
      Writer to = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
      return run(
          new Deciding(program, beside, new BufferedWriter(to, 1 << 16), differences), files);
    }
    try (WholeFile decisions = new WholeFile(out)) {
      Done done = run(new Deciding(program, beside, decisions.writer(), differences), files);
      if (!done.totals().stopped()) {
        decisions.keep();
      }
      return done;
    }
  }

  private Done run(Deciding step, EventFiles files) throws IOException {
    Refusals refusals = new Refusals(terminal);
    try (Progress progress = new Progress(terminal, files.size())) {
      RunTotals totals =
          new EventRun(files, options.moment(), stopAtFirst, refusals, progress).through(step);
      step.to.flush();
      return new Done(
          step.decider.program(), totals, refusals, step.verdicts, step.shadow.map(Shadow::report));
    }
  }

  /** Decides and writes; then the shadow decides, and what it does otherwise is listed. */
  private final class Deciding implements EventRun.Step {
    final EventDecider decider;
    final Optional<Shadow> shadow;
    final DecisionLine line;
    final BufferedWriter to;
    final Writer differences;
    final DecisionLine.Parts parts = new DecisionLine.Parts(record, explain);
    final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

    Deciding(
        EventProgram program,
        Optional<EventProgram> beside,
        BufferedWriter to,
        Writer differences) {
      this.decider = new EventDecider(program);
      this.shadow = beside.map(other -> new Shadow(decider, other));
      this.line = new DecisionLine(decider);
      this.to = to;
      this.differences = differences;
    }

    @Override
    public Taken take(EventValues event, long nowMillis) throws IOException {
      Taken taken = decider.step(event, nowMillis);
      if (decider.decided()) {
        verdicts.merge(decider.ruling().verdict(), 1L, Long::sum);
        to.append(line.of(decider, event, parts)).append('\n');
      }
      if (shadow.isPresent()) {
        Optional<Otherwise> found = shadow.get().take(event, nowMillis);
        if (found.isPresent() && shadowOut.isPresent()) {
          differences.append(ShadowLine.of(event, found.get())).append('\n');
        }
      }
      return taken;
    }

    @Override
    public boolean decided() {
      return decider.decided();
    }
  }

  /** The account goes where the decisions do not. */
  private void account(Done done) {
    PrintStream to = standard(out) ? terminal.err() : terminal.out();
    Terminal beside = new Terminal(to, terminal.err(), terminal.lang());
    if (json) {
      to.println(json(done));
      return;
    }
    RunTotals totals = done.totals();
    List<Long> verdicts =
        Stream.of(Verdict.values()).map(v -> done.verdicts().getOrDefault(v, 0L)).toList();
    Object[] figures = {
      totals.read(),
      totals.decided(),
      totals.fed(),
      totals.refused(),
      verdicts.get(0),
      verdicts.get(1),
      verdicts.get(2),
      verdicts.get(3),
      totals.seconds(),
      totals.rate()
    };
    beside.say(
        "读了 %,d 条 = 判断 %,d + 只计入 %,d + 没收 %,d；红 %,d，黄 %,d，绿 %,d，灰 %,d；%.2f 秒，每秒 %,d 条"
            .formatted(figures),
        ("%,d read = %,d decided + %,d only counted + %,d refused; red %,d, amber %,d, green %,d,"
                + " grey %,d; %.2f s, %,d a second")
            .formatted(figures));
    if (totals.stopped()) {
      beside.say(
          "碰到没收的一行就停了" + (standard(out) ? "。" : "，没有写出文件。"),
          "Stopped at the first refusal" + (standard(out) ? "." : "; no file was written."));
    }
    ZoneId zone = done.program().pack().zone();
    done.shadow().ifPresent(report -> new BacktestText(beside).shadow(report, zone));
  }

  private static ObjectNode json(Done done) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    RunTotals totals = done.totals();
    json.put("read", totals.read());
    json.put("decided", totals.decided());
    json.put("fed", totals.fed());
    json.put("refused", totals.refused());
    ObjectNode codes = json.putObject("refusedBy");
    done.refusals().byCode().forEach((code, count) -> codes.put(code.id(), count));
    ObjectNode verdicts = json.putObject("verdicts");
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict.id(), done.verdicts().getOrDefault(verdict, 0L));
    }
    json.put("stopped", totals.stopped());
    json.put("seconds", totals.seconds());
    json.set("pack", json(done.program().ref()));
    done.shadow().ifPresent(report -> json.set("shadow", json(report)));
    return json;
  }

  private static ObjectNode json(PackRef pack) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", pack.id())
        .put("version", pack.version())
        .put("digest", pack.digest().hex());
  }

  private static ObjectNode json(Shadow.Report report) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.set("pack", json(report.pack()));
    json.put("decided", report.decided())
        .put("alike", report.same())
        .put("turned", report.difference().turned())
        .put("otherRules", report.difference().otherRules())
        .put("otherScores", report.difference().otherScores())
        .put("liveOnly", report.liveOnly())
        .put("shadowOnly", report.shadowOnly());
    json.set("difference", BacktestJson.difference(report.difference()));
    return json;
  }
}
