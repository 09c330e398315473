package dev.hufu.learn.watch;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.learn.frame.TableReader;
import dev.hufu.learn.measure.Stability;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.watch.Watch.Mark;
import dev.hufu.learn.watch.Watch.Shift;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds a scored stream against a profile, row by row.
 *
 * <p>Example: {@code Monitor.watch(profile, Path.of("scored.csv"), WatchPlan.PLAIN, Steps.SILENT)}.
 * Memory grows with the columns, the periods ({@link Limits#WATCH_PERIODS_MAX}) and the unseen
 * words ({@link Limits#WATCH_WORDS_MAX} a column), never with the rows.
 *
 * <p>Refused: no column of scores, outcomes or times by that name, no row, too many periods.
 */
public final class Monitor {

  private static final int TOLD_EVERY = 100_000;
  private static final int WORDS_TOLD = 20;

  /** One column as it comes in. */
  private static final class Counted {
    final ColumnProfile before;
    final int place;
    final long[] counts;
    final Set<String> known = new HashSet<>();
    final Map<String, Long> unseen = new HashMap<>();
    long unseenRows;

    Counted(ColumnProfile before, int place) {
      this.before = before;
      this.place = place;
      this.counts = new long[before.counts().size()];
      if (before instanceof WordProfile words) {
        known.addAll(words.words());
        known.addAll(words.known());
      }
    }

    void add(String cell, boolean missing) {
      counts[missing ? before.missing() : before.bin(cell)]++;
      if (!missing && before instanceof WordProfile && !known.contains(cell)) {
        unseenRows++;
        if (unseen.size() < Limits.WATCH_WORDS_MAX || unseen.containsKey(cell)) {
          unseen.merge(cell, 1L, Long::sum);
        }
      }
    }
  }

  private final Profile baseline;
  private final WatchPlan plan;
  private final TableReader table;
  private final double alertFrom;
  private final List<Counted> columns = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();
  private final Counted score;
  private final int label;
  private final int time;
  private final OutcomeCounts outcomes = new OutcomeCounts();
  private final Map<String, PeriodCounts> periods = new TreeMap<>();
  private long rows;
  private long alerts;
  private long outside;

  private Monitor(
      Profile baseline, WatchPlan plan, TableReader table, int score, int label, int time) {
    this.baseline = baseline;
    this.plan = plan;
    this.table = table;
    this.alertFrom = plan.alertFrom().orElse(baseline.alertFrom());
    this.score = new Counted(baseline.score(), score);
    this.label = label;
    this.time = time;
    for (ColumnProfile column : baseline.columns()) {
      int place = table.names().indexOf(column.name());
      if (place < 0) {
        absent.add(column.name());
      } else {
        columns.add(new Counted(column, place));
      }
    }
  }

  /** Reads the stream to its end. */
  public static Outcome<Watch> watch(Profile baseline, Path stream, WatchPlan plan, Steps steps) {
    return TableReader.open(stream, plan.format())
        .then(
            table -> {
              try (table) {
                return open(baseline, plan, table).then(monitor -> monitor.run(steps));
              } catch (IOException cut) {
                return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(stream.getFileName()));
              }
            });
  }

  private static Outcome<Monitor> open(Profile baseline, WatchPlan plan, TableReader table) {
    return table
        .place(plan.score())
        .then(
            score ->
                place(table, plan.label())
                    .then(
                        label ->
                            place(table, plan.time())
                                .map(
                                    time ->
                                        new Monitor(baseline, plan, table, score, label, time))));
  }

  private static Outcome<Integer> place(TableReader table, Optional<String> column) {
    return column.map(table::place).orElse(Outcome.of(-1));
  }

  private Outcome<Watch> run(Steps steps) {
    try {
      while (table.next()) {
        Outcome<Double> read = table.number(score.place);
        if (read instanceof Outcome.Refused<Double>(var refusal)) {
          table.refuse(refusal);
          continue;
        }
        row(read.orThrow());
        if (periods.size() > Limits.WATCH_PERIODS_MAX) {
          return Outcome.refused(Code.WATCH_PERIODS, Integer.toString(Limits.WATCH_PERIODS_MAX));
        }
        if (rows % TOLD_EVERY == 0) {
          steps.step("对照", "watching", rows, 0);
        }
      }
    } catch (IOException cut) {
      return Outcome.refused(Code.FILE_UNREADABLE, "");
    }
    return rows == 0 ? Outcome.refused(Code.LEARN_TOO_FEW, "0") : Outcome.of(watch());
  }

  private void row(double value) {
    rows++;
    boolean scored = !Double.isNaN(value);
    boolean alert = scored && (plan.alertBelow() ? value < alertFrom : value >= alertFrom);
    alerts += alert ? 1 : 0;
    int bin = baseline.score().bin(value);
    score.counts[bin]++;
    for (Counted column : columns) {
      column.add(table.cell(column.place), table.missing(column.place));
    }
    Optional<Boolean> outcome = scored ? outcome() : Optional.empty();
    outcome.ifPresent(bad -> outcomes.add(value, bad));
    if (time >= 0) {
      Optional<String> day = PeriodCounts.name(table.cell(time), plan.period());
      if (day.isEmpty()) {
        outside++;
        return;
      }
      periods
          .computeIfAbsent(day.get(), PeriodCounts.fresh(score.counts.length))
          .add(value, bin, alert, outcome);
    }
  }

  /** Empty while it has not arrived; a word other than 0 and 1 is told. */
  private Optional<Boolean> outcome() {
    if (label < 0 || table.missing(label)) {
      return Optional.empty();
    }
    double told = NumberProfile.number(table.cell(label));
    if (told != 0 && told != 1) {
      table.refuse(Code.WATCH_OUTCOME, table.cell(label), label + 1);
      return Optional.empty();
    }
    return Optional.of(told == 1);
  }

  private Watch watch() {
    List<Shift> shifts =
        columns.stream()
            .map(this::shift)
            .sorted(Comparator.comparingDouble(Shift::index).reversed())
            .toList();
    Outcomes arrived = outcomes.outcomes();
    return new Watch(
        baseline,
        plan,
        rows,
        table.refused(),
        table.first(),
        shift(score),
        shifts,
        absent,
        new Watch.Alerts(alertFrom, alerts, alerts / (double) rows, alertsBefore()),
        arrived.labelled() == 0 ? Optional.empty() : Optional.of(arrived),
        periods.entrySet().stream()
            .map(one -> one.getValue().period(one.getKey(), baseline.score()))
            .toList(),
        outside);
  }

  /** Known for the training's own line only. */
  private double alertsBefore() {
    boolean own = plan.alertFrom().isEmpty() && !plan.alertBelow();
    return own ? baseline.alertShare() : Double.NaN;
  }

  private Shift shift(Counted counted) {
    ColumnProfile before = counted.before;
    double index =
        Stability.psi(
            doubles(before.counts()), Arrays.stream(counted.counts).asDoubleStream().toArray());
    double chance = Chance.index(before.counts(), counted.counts);
    Map<String, Long> told = new LinkedHashMap<>();
    counted.unseen.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(WORDS_TOLD)
        .forEach(one -> told.put(one.getKey(), one.getValue()));
    return new Shift(
        before,
        index,
        chance,
        mark(index, chance),
        Arrays.stream(counted.counts).boxed().toList(),
        before.counts().get(before.missing()) / (double) before.rows(),
        counted.counts[before.missing()] / (double) rows,
        counted.unseenRows / (double) rows,
        told);
  }

  private Mark mark(double index, double chance) {
    if (!(index >= plan.look())) {
      return Mark.STEADY;
    }
    return index <= chance ? Mark.CHANCE : index >= plan.shift() ? Mark.SHIFTED : Mark.LOOK;
  }

  static double[] doubles(List<Long> counts) {
    return counts.stream().mapToDouble(Long::doubleValue).toArray();
  }
}
