package dev.hufu.app.cli;

import dev.hufu.app.history.DecisionLine;
import dev.hufu.app.history.EventFiles;
import dev.hufu.app.history.EventRun;
import dev.hufu.app.history.Progress;
import dev.hufu.app.history.Refusals;
import dev.hufu.app.history.RunTotals;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  public DecideCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** A run that ended: its account, what was refused, and the verdicts. */
  private record Done(
      PackRef pack, RunTotals totals, Refusals refusals, Map<Verdict, Long> verdicts) {}

  @Override
  public Integer call() {
    Outcome<Done> done =
        options
            .program(environment)
            .then(
                program ->
                    options.files(program.policy().types()).then(files -> decide(program, files)));
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

  private boolean toTerminal() {
    return out.toString().equals(EventFiles.STANDARD);
  }

  private Outcome<Done> decide(EventProgram program, EventFiles files) {
    try {
      if (toTerminal()) {
        Writer to = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
        Done done = decide(program, files, to);
        to.flush();
        return Outcome.of(done);
      }
      Path half = out.resolveSibling(out.getFileName() + ".part");
      try {
        Done done;
        try (Writer to = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
          done = decide(program, files, to);
        }
        if (!done.totals().stopped()) {
          Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
        }
        return Outcome.of(done);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
  }

  private Done decide(EventProgram program, EventFiles files, Writer to) throws IOException {
    Refusals refusals = new Refusals(terminal);
    Deciding step = new Deciding(new EventDecider(program), new BufferedWriter(to, 1 << 16));
    try (Progress progress = new Progress(terminal, files.size())) {
      RunTotals totals =
          new EventRun(files, options.moment(), stopAtFirst, refusals, progress).through(step);
      step.to.flush();
      return new Done(program.ref(), totals, refusals, step.verdicts);
    }
  }

  /** Decides and writes. */
  private final class Deciding implements EventRun.Step {
    final EventDecider decider;
    final DecisionLine line;
    final BufferedWriter to;
    final DecisionLine.Parts parts = new DecisionLine.Parts(record, explain);
    final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

    Deciding(EventDecider decider, BufferedWriter to) {
      this.decider = decider;
      this.line = new DecisionLine(decider);
      this.to = to;
    }

    @Override
    public Taken take(EventValues event, long nowMillis) throws IOException {
      Taken taken = decider.step(event, nowMillis);
      if (decider.decided()) {
        verdicts.merge(decider.ruling().verdict(), 1L, Long::sum);
        to.append(line.of(decider, event, parts)).append('\n');
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
    PrintStream to = toTerminal() ? terminal.err() : terminal.out();
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
          "碰到没收的一行就停了" + (toTerminal() ? "。" : "，没有写出文件。"),
          "Stopped at the first refusal" + (toTerminal() ? "." : "; no file was written."));
    }
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
    json.putObject("pack")
        .put("id", done.pack().id())
        .put("version", done.pack().version())
        .put("digest", done.pack().digest().hex());
    return json;
  }
}
