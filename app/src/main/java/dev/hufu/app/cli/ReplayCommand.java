package dev.hufu.app.cli;

import dev.hufu.app.history.DecisionLines;
import dev.hufu.app.history.EventFiles;
import dev.hufu.app.history.EventRun;
import dev.hufu.app.history.Progress;
import dev.hufu.app.history.Refusals;
import dev.hufu.app.history.Replay;
import dev.hufu.app.history.RunTotals;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.event.EventProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hufu replay}: makes decisions again and proves that each line is the same to the byte, or
 * shows the first that is not. Exit code 1 where one differs.
 */
@Command(name = "replay", mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(arity = "1..*", paramLabel = "DECISIONS")
  private List<Path> decisions = new ArrayList<>();

  @Mixin private EventOptions options = new EventOptions();

  @Option(names = "--from-record")
  private boolean fromRecord;

  @Option(names = "--some")
  private boolean some;

  @Option(names = "--json")
  private boolean json;

  public ReplayCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** A replay that ended. */
  private record Done(EventProgram program, Replay replay, RunTotals totals) {}

  @Override
  public Integer call() {
    Outcome<Done> done =
        options
            .program(environment)
            .then(
                program ->
                    options
                        .files(program.policy().types())
                        .then(
                            files ->
                                DecisionLines.of(decisions).then(l -> run(program, files, l))));
    return switch (done) {
      case Outcome.Ok<Done>(var ended) -> tell(ended);
      case Outcome.Refused<Done>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<Done> run(EventProgram program, EventFiles files, DecisionLines lines) {
    Refusals refusals = new Refusals(terminal);
    Replay.Way way = fromRecord ? Replay.Way.RECORD : Replay.Way.HISTORY;
    try (lines;
        Progress progress = new Progress(terminal, files.size())) {
      Replay replay = new Replay(program, lines, way, some);
      RunTotals totals =
          new EventRun(files, options.moment(), false, refusals, progress).through(replay);
      replay.end();
      return replay
          .refusal()
          .<Outcome<Done>>map(Outcome::refused)
          .orElseGet(() -> Outcome.of(new Done(program, replay, totals)));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
  }

  private int tell(Done done) {
    Replay replay = done.replay();
    boolean same = replay.difference().isEmpty() && replay.identical() > 0;
    if (json) {
      terminal.out().println(json(done, same));
      return same ? ExitCodes.OK : ExitCodes.FINDING;
    }
    replay.difference().ifPresent(this::tell);
    String digest = done.program().ref().digest().hex();
    if (same) {
      terminal.say(
          "%,d 个结论，全部一样，规则包摘要 %s".formatted(replay.identical(), digest),
          "%,d decisions, all identical, pack digest %s".formatted(replay.identical(), digest));
    } else {
      terminal.say(
          "前面有 %,d 个结论一样".formatted(replay.identical()),
          "%,d decisions before it are identical".formatted(replay.identical()));
    }
    if (replay.without() > 0 && replay.difference().isEmpty()) {
      terminal.say(
          fromRecord
              ? "%,d 个的记录里放不下特征，没有对；去掉 --from-record 用整段历史来对".formatted(replay.without())
              : "另有 %,d 个结论不在文件里".formatted(replay.without()),
          fromRecord
              ? "%,d records hold no features and were not compared; replay the history instead"
                  .formatted(replay.without())
              : "%,d more decisions have no line".formatted(replay.without()));
    }
    return same ? ExitCodes.OK : ExitCodes.FINDING;
  }

  private void tell(Replay.Difference found) {
    terminal.say(
        "第一处不同：%s，事件 %s".formatted(found.where(), found.event()),
        "The first difference: %s, event %s".formatted(found.where(), found.event()));
    terminal.out().println("  " + found.field() + ": " + found.was() + " → " + found.is());
    if (!found.rules().isEmpty()) {
      terminal.out().println("  " + String.join(" ", found.rules()));
    }
  }

  private static ObjectNode json(Done done, boolean same) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("same", same);
    json.put("identical", done.replay().identical());
    json.put("without", done.replay().without());
    json.put("pack", done.program().ref().digest().hex());
    json.put("seconds", done.totals().seconds());
    done.replay()
        .difference()
        .ifPresent(
            found -> {
              ObjectNode node = json.putObject("difference");
              node.put("at", found.where().toString())
                  .put("event", found.event())
                  .put("field", found.field())
                  .put("was", found.was())
                  .put("is", found.is());
              found.rules().forEach(node.putArray("rules")::add);
            });
    return json;
  }
}
