package dev.hufu.app.history;

import dev.hufu.app.ops.Terminal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.backtest.Backtest;
import dev.hufu.policy.backtest.Labels;
import dev.hufu.policy.backtest.Quality;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Measures a pack over events on public files that lie in a folder under their authors' names:
 * {@code transactions-*.csv.gz} of the fraud handbook, and unpacked folders of AMLSim with {@code
 * transactions.csv} and {@code nodes.csv}.
 */
public final class HistoryEvaluation {

  private static final String HANDBOOK = "docs/examples/mappings/handbook.yaml";
  private static final String RINGS = "docs/examples/mappings/amlsim.yaml";

  /** Later than any public file; all its events are history. */
  private static final Instant NOW = Instant.parse("2099-01-01T00:00:00Z");

  private final Terminal terminal;
  private final Path data;
  private final Optional<Path> mapping;
  private boolean differs;

  /**
   * @param mapping of the files, if it is not the one that comes along
   */
  public HistoryEvaluation(Terminal terminal, Path data, Optional<Path> mapping) {
    this.terminal = terminal;
    this.data = data;
    this.mapping = mapping;
  }

  /** Whether a feature came out otherwise than the plain recomputation says. */
  public boolean differs() {
    return differs;
  }

  private Optional<Path> mapping(String name) {
    String root = System.getProperty("hufu.root", ".");
    return mapping.or(() -> Optional.of(Path.of(root, name)));
  }

  private Outcome<EventFiles> handbook(EventProgram program) {
    return below("transactions-.*\\.csv(\\.gz)?")
        .then(
            files ->
                files.isEmpty()
                    ? Outcome.refused(Code.FILE_UNREADABLE, data + "/transactions-*.csv.gz")
                    : EventFiles.of(files, mapping(HANDBOOK), program.policy().types()));
  }

  private Outcome<List<Path>> below(String name) {
    try (Stream<Path> all = Files.walk(data, 3)) {
      return Outcome.of(
          all.filter(file -> String.valueOf(file.getFileName()).matches(name)).sorted().toList());
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, data.toString());
    }
  }

  /** Compares the features of the handbook with a plain recomputation at every transfer. */
  public Outcome<RunTotals> features(EventProgram program) {
    return handbook(program)
        .then(
            files -> {
              Comparing step = new Comparing(new EventDecider(program));
              return run(files, step)
                  .map(
                      totals -> {
                        differs = step.differences > 0 || step.compared == 0;
                        terminal.say(
                            "%,d 行，%,d 次对照，%,d 处不同，没收 %,d 行，%.1f 秒"
                                .formatted(
                                    totals.read(),
                                    step.compared,
                                    step.differences,
                                    totals.refused(),
                                    totals.seconds()),
                            "%,d rows, %,d comparisons, %,d differences, %,d refused, %.1f s"
                                .formatted(
                                    totals.read(),
                                    step.compared,
                                    step.differences,
                                    totals.refused(),
                                    totals.seconds()));
                        return totals;
                      });
            });
  }

  private Outcome<RunTotals> run(EventFiles files, EventRun.Step step) {
    Refusals refusals = new Refusals(terminal);
    try (Progress progress = new Progress(terminal, files.size())) {
      return Outcome.of(new EventRun(files, NOW, false, refusals, progress).through(step));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
  }

  /** The engine and the plain recomputation side by side. */
  private final class Comparing implements EventRun.Step {
    final EventDecider decider;
    final PlainHandbook plain = new PlainHandbook();
    long compared;
    long differences;

    Comparing(EventDecider decider) {
      this.decider = decider;
    }

    @Override
    public Taken take(EventValues event, long nowMillis) {
      Taken taken = decider.step(event, nowMillis);
      if (taken == Taken.COUNTED && decider.decided()) {
        Map<String, Double> features = plain.take(event);
        features.forEach((name, value) -> compare(event, name, value, decider.row()));
      }
      return taken;
    }

    private void compare(EventValues event, String name, double expected, Row row) {
      compared++;
      OptionalInt place = row.columns().find(name);
      double found = Double.NaN;
      if (place.isPresent() && row.known(place.getAsInt())) {
        boolean real = row.columns().list().get(place.getAsInt()).kind() == FieldKind.REAL;
        found = real ? row.real(place.getAsInt()) : row.number(place.getAsInt());
      }
      if (Double.compare(found, expected) != 0 && ++differences <= Refusals.TOLD) {
        terminal.err().println(event.id() + " " + name + ": " + found + " ≠ " + expected);
      }
    }

    @Override
    public boolean decided() {
      return decider.decided();
    }
  }

  /** Alerts of the pack on labelled card payments, and the accounts of rings among its first. */
  public Outcome<RunTotals> transfers(EventProgram program) {
    Outcome<List<Path>> rings = below("nodes\\.csv");
    return rings.then(
        nodes -> {
          if (nodes.isEmpty()) {
            return cards(program);
          }
          terminal.say(
              "| 数据 | 转账 | 环里的账号 | 提醒 | 找到的账号 | 全 |",
              "| data | transfers | accounts of rings | alerts | found | recall |");
          terminal.out().println("|---|---:|---:|---:|---:|---:|");
          Outcome<RunTotals> last = Outcome.refused(Code.FILE_UNREADABLE, data.toString());
          for (Path file : nodes) {
            last = ring(program, file);
            if (last.findRefusal().isPresent()) {
              return last;
            }
          }
          Outcome<RunTotals> beside = cards(program);
          return beside.findValue().isPresent() ? beside : last;
        });
  }

  private Outcome<RunTotals> ring(EventProgram program, Path nodes) {
    Path transfers = nodes.resolveSibling("transactions.csv");
    return EventFiles.of(List.of(transfers), mapping(RINGS), program.policy().types())
        .then(
            files -> {
              try {
                RingAlerts step =
                    new RingAlerts(new EventDecider(program), RingAlerts.accounts(nodes));
                String name = String.valueOf(nodes.resolveSibling("").getFileName());
                return run(files, step)
                    .map(
                        totals -> {
                          step.print(name, totals, terminal.out());
                          return totals;
                        });
              } catch (IOException unreadable) {
                return Outcome.refused(Code.FILE_UNREADABLE, nodes.toString());
              }
            });
  }

  private Outcome<RunTotals> cards(EventProgram program) {
    return handbook(program)
        .then(
            files -> {
              Backtest backtest = new Backtest(program, Optional.empty(), Labels.field("fraud"));
              return run(files, new Counting(backtest))
                  .map(
                      totals -> {
                        print(backtest, totals);
                        return totals;
                      });
            });
  }

  private void print(Backtest backtest, RunTotals totals) {
    var arm = backtest.report().pack();
    terminal.say(
        "| 数据 | 看什么 | 行 | 提醒 | 准 | 全 | 秒 |",
        "| data | flag | rows | alerts | precision | recall | s |");
    terminal.out().println("|---|---|---:|---:|---:|---:|---:|");
    print("amber+red", arm.alerts(), totals);
    print("red", arm.stops(), totals);
  }

  private void print(String flag, Quality quality, RunTotals totals) {
    double rate = (double) (quality.right() + quality.wrong()) / Math.max(1, totals.decided());
    terminal
        .out()
        .println(
            "| handbook | %s | %,d | %s | %s | %s | %.1f |"
                .formatted(
                    flag,
                    totals.read(),
                    BacktestText.share(rate),
                    BacktestText.share(quality.precision()),
                    BacktestText.share(quality.recall()),
                    totals.seconds()));
  }
}
