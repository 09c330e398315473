package dev.hufu.policy.backtest;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.backtest.BacktestReport.DayLine;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.BacktestReport.TypologyLine;
import dev.hufu.policy.backtest.Labels.Label;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.event.Ruling;
import dev.hufu.policy.event.ZoneClock;
import dev.hufu.policy.pack.Typology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of one pack in a backtest. */
final class Tally {

  private final EventProgram program;
  private final ZoneClock zone;
  private final Map<String, RuleCounts> rules = new LinkedHashMap<>();
  private final long[][] typologies;
  private final Map<Long, long[]> days = new TreeMap<>();
  private long latestDay;
  private long[] latest = {};
  private final long[] verdicts = new long[Verdict.values().length];
  private final Flagged alerts = new Flagged();
  private final Flagged stops = new Flagged();

  /** Right, wrong and missed, and their sums of money. */
  private static final class Flagged {
    final long[] events = new long[3];
    final long[] fen = new long[3];

    void add(boolean flagged, Label label, long amount) {
      int kind = flagged ? label == Label.FRAUD ? 0 : 1 : 2;
      if (label != Label.UNKNOWN && (flagged || label == Label.FRAUD)) {
        events[kind]++;
        fen[kind] = Math.addExact(fen[kind], amount);
      }
    }

    Quality quality() {
      return new Quality(events[0], events[1], events[2], fen[0], fen[1], fen[2]);
    }
  }

  Tally(EventProgram program) {
    this.program = program;
    this.zone = new ZoneClock(program.pack().zone());
    this.typologies = new long[program.typologies().size()][3];
    for (String type : program.deciding()) {
      rules.put(type, new RuleCounts(program.rules(type)));
    }
  }

  void add(EventValues event, Ruling ruling, Label label, long fen) {
    Verdict verdict = ruling.verdict();
    boolean alerted = verdict == Verdict.RED || verdict == Verdict.AMBER;
    verdicts[verdict.ordinal()]++;
    alerts.add(alerted, label, fen);
    stops.add(verdict == Verdict.RED, label, fen);
    RuleCounts counts = rules.get(event.type().name());
    if (counts != null) {
      counts.add(event, ruling, label, fen);
    }
    if (ruling.leading() >= 0) {
      long[] led = typologies[ruling.leading()];
      led[0]++;
      led[1] += verdict == Verdict.AMBER ? 1 : 0;
      led[2] += verdict == Verdict.RED ? 1 : 0;
    }
    long[] day = day(zone.day(event.at()));
    day[0]++;
    day[1] += verdict == Verdict.AMBER ? 1 : 0;
    day[2] += verdict == Verdict.RED ? 1 : 0;
    day[3] += label == Label.FRAUD ? 1 : 0;
    day[4] += label == Label.FRAUD && alerted ? 1 : 0;
  }

  /** Most events are of the same day as the one before. */
  private long[] day(long day) {
    if (latest.length == 0 || day != latestDay) {
      latestDay = day;
      latest = days.computeIfAbsent(day, missing -> new long[5]);
    }
    return latest;
  }

  BacktestReport.Arm arm() {
    Map<Verdict, Long> counted = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counted.put(verdict, verdicts[verdict.ordinal()]);
    }
    List<TypologyLine> led = new ArrayList<>();
    for (int t = 0; t < typologies.length; t++) {
      Typology typology = program.typologies().get(t);
      led.add(
          new TypologyLine(
              typology.id(),
              typology.title(),
              typologies[t][0],
              typologies[t][1],
              typologies[t][2]));
    }
    List<DayLine> lines = new ArrayList<>();
    days.forEach(
        (day, of) ->
            lines.add(new DayLine(LocalDate.ofEpochDay(day), of[0], of[1], of[2], of[3], of[4])));
    return new BacktestReport.Arm(
        program.ref(), counted, alerts.quality(), stops.quality(), ruleLines(), led, lines);
  }

  private List<RuleLine> ruleLines() {
    return rules.values().stream().flatMap(counts -> counts.lines().stream()).toList();
  }
}
