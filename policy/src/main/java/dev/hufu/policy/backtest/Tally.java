package dev.hufu.policy.backtest;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.backtest.BacktestReport.DayLine;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.backtest.BacktestReport.TypologyLine;
import dev.hufu.policy.backtest.Labels.Label;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.event.Ruling;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.Typology;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of one pack in a backtest. */
final class Tally {

  private static final long DAY_MILLIS = 24 * 3_600_000L;

  private final EventProgram program;
  private final ZoneRules zone;
  private final Map<String, Counts[]> rules = new HashMap<>();
  private final long[][] typologies;
  private final Map<Long, long[]> days = new TreeMap<>();
  private final long[] verdicts = new long[Verdict.values().length];
  private final Flagged alerts = new Flagged();
  private final Flagged stops = new Flagged();

  /** How one rule did. */
  private static final class Counts {
    long fired;
    long alone;
    long undetermined;
    long fraud;
    long honest;
    long fraudFen;
    final List<String> examples = new ArrayList<>();
  }

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
    this.zone = program.pack().zone().getRules();
    this.typologies = new long[program.typologies().size()][3];
    for (String type : program.deciding()) {
      Counts[] counts = new Counts[program.rules(type).size()];
      for (int place = 0; place < counts.length; place++) {
        counts[place] = new Counts();
      }
      rules.put(type, counts);
    }
  }

  void add(EventValues event, Ruling ruling, Label label, long fen) {
    Verdict verdict = ruling.verdict();
    boolean alerted = verdict == Verdict.RED || verdict == Verdict.AMBER;
    verdicts[verdict.ordinal()]++;
    alerts.add(alerted, label, fen);
    stops.add(verdict == Verdict.RED, label, fen);
    countRules(event, ruling, label, fen);
    if (ruling.leading() >= 0) {
      long[] led = typologies[ruling.leading()];
      led[0]++;
      led[1] += verdict == Verdict.AMBER ? 1 : 0;
      led[2] += verdict == Verdict.RED ? 1 : 0;
    }
    long local =
        event.at() + zone.getOffset(Instant.ofEpochMilli(event.at())).getTotalSeconds() * 1_000L;
    long[] day = days.computeIfAbsent(Math.floorDiv(local, DAY_MILLIS), d -> new long[5]);
    day[0]++;
    day[1] += verdict == Verdict.AMBER ? 1 : 0;
    day[2] += verdict == Verdict.RED ? 1 : 0;
    day[3] += label == Label.FRAUD ? 1 : 0;
    day[4] += label == Label.FRAUD && alerted ? 1 : 0;
  }

  private void countRules(EventValues event, Ruling ruling, Label label, long fen) {
    Counts[] counts = rules.get(event.type().name());
    List<EventRule> lane = program.rules(event.type().name());
    if (counts == null) {
      return;
    }
    int[] deciding = {0, -1};
    ruling.forEachFired(
        place -> {
          Counts count = counts[place];
          count.fired++;
          if (count.examples.size() < Differences.EXAMPLES) {
            count.examples.add(event.id());
          }
          count.fraud += label == Label.FRAUD ? 1 : 0;
          count.honest += label == Label.HONEST ? 1 : 0;
          count.fraudFen = Math.addExact(count.fraudFen, label == Label.FRAUD ? fen : 0);
          Effect effect = lane.get(place).effect();
          if (effect == Effect.WEIGHT || effect == Effect.STOP) {
            deciding[0]++;
            deciding[1] = place;
          }
        });
    if (deciding[0] == 1) {
      counts[deciding[1]].alone++;
    }
    ruling.forEachUndetermined(place -> counts[place].undetermined++);
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
    List<RuleLine> lines = new ArrayList<>();
    for (String type : program.deciding()) {
      Counts[] counts = rules.get(type);
      List<EventRule> lane = program.rules(type);
      for (int place = 0; counts != null && place < counts.length; place++) {
        Counts of = counts[place];
        lines.add(
            new RuleLine(
                lane.get(place).id(),
                lane.get(place).seen(),
                of.fired,
                of.alone,
                of.undetermined,
                of.fraud,
                of.honest,
                of.fraudFen,
                List.copyOf(of.examples)));
      }
    }
    return lines;
  }
}
