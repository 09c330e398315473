package dev.hufu.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.backtest.BacktestReport.Arm;
import dev.hufu.policy.backtest.BacktestReport.DayLine;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecision;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.event.Transfers;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Goal: the counts of a backtest are those of the decisions of a live run. Method: random transfers
 * decided one by one, the decisions kept and counted with plain streams.
 */
class BacktestTest {

  private static final Path PACKS = Path.of("../packs");
  private static final long START = 1_795_262_400_000L;

  private final EventProgram program = Transfers.program();
  private final EventType type = program.policy().types().find("transfer").orElseThrow();

  private List<EventValues> history() {
    Random random = new Random(9);
    List<EventValues> history = new ArrayList<>();
    long at = START;
    for (int i = 0; i < 4_000; i++) {
      at += random.nextInt(120_000);
      EventValues.Builder event =
          EventValues.of(type, "t" + i % 3_990, at)
              .put("amount", (long) Math.exp(5 + random.nextGaussian() * 4))
              .put("payer", "p" + random.nextInt(40))
              .put("payee", "q" + random.nextInt(40))
              .put("device", "d" + random.nextInt(60));
      if (random.nextInt(4) > 0) {
        event.put("fraud", random.nextInt(10) == 0);
      }
      if (random.nextInt(20) == 0) {
        event.put("scamScore", random.nextInt(1_000_000));
      }
      history.add(event.build());
      if (random.nextInt(500) == 0) {
        history.add(history.getLast());
      }
    }
    return history;
  }

  private static boolean alerted(EventDecision decision) {
    return decision.verdict() == Verdict.RED || decision.verdict() == Verdict.AMBER;
  }

  private boolean fraud(EventValues event) {
    return event.known(type.place("fraud")) && event.number(type.place("fraud")) == 1;
  }

  @Test
  void countsAreThoseOfTheDecisions() {
    Backtest backtest = new Backtest(program, Optional.empty(), Labels.field("fraud"));
    EventDecider live = new EventDecider(program);
    List<EventValues> events = new ArrayList<>();
    List<EventDecision> decisions = new ArrayList<>();
    List<EventDecision> there = new ArrayList<>();
    backtest.watch(there::add);
    long duplicates = 0;
    for (EventValues event : history()) {
      Taken taken = backtest.accept(event, event.at());
      assertThat(live.step(event, event.at())).isEqualTo(taken);
      duplicates += taken == Taken.DUPLICATE ? 1 : 0;
      if (live.decided()) {
        events.add(event);
        decisions.add(live.decision(event));
      }
    }
    BacktestReport report = backtest.report();
    assertThat(there).isEqualTo(decisions);
    assertThat(report.taken().get(Taken.DUPLICATE)).isEqualTo(duplicates).isPositive();
    assertThat(report.decided()).isEqualTo(decisions.size());
    assertThat(report.labelled())
        .isEqualTo(events.stream().filter(e -> e.known(type.place("fraud"))).count());
    Arm arm = report.pack();
    for (Verdict verdict : Verdict.values()) {
      assertThat(arm.count(verdict))
          .isEqualTo(decisions.stream().filter(d -> d.verdict() == verdict).count());
    }
    assertThat(arm.count(Verdict.AMBER)).isPositive();
    quality(arm, events, decisions);
    rules(arm, events, decisions);
    assertThat(arm.days().stream().mapToLong(DayLine::decided).sum()).isEqualTo(decisions.size());
    assertThat(arm.days().stream().mapToLong(DayLine::fraud).sum())
        .isEqualTo(events.stream().filter(this::fraud).count());
    assertThat(arm.typologies().stream().mapToLong(BacktestReport.TypologyLine::led).sum())
        .isEqualTo(decisions.stream().filter(d -> d.leading().isPresent()).count());
  }

  private void quality(Arm arm, List<EventValues> events, List<EventDecision> decisions) {
    long[] counts = new long[3];
    long[] fen = new long[3];
    for (int i = 0; i < events.size(); i++) {
      boolean alerted = alerted(decisions.get(i));
      boolean known = events.get(i).known(type.place("fraud"));
      if (known && (alerted || fraud(events.get(i)))) {
        int kind = !alerted ? 2 : fraud(events.get(i)) ? 0 : 1;
        counts[kind]++;
        fen[kind] += events.get(i).number(type.place("amount"));
      }
    }
    assertThat(arm.alerts())
        .isEqualTo(new Quality(counts[0], counts[1], counts[2], fen[0], fen[1], fen[2]));
    assertThat(arm.alerts().right()).isPositive();
  }

  private void rules(Arm arm, List<EventValues> events, List<EventDecision> decisions) {
    for (RuleLine line : arm.rules()) {
      long fired = 0;
      long fraud = 0;
      long open = 0;
      for (int i = 0; i < events.size(); i++) {
        boolean there = decisions.get(i).fired().contains(line.rule());
        fired += there ? 1 : 0;
        fraud += there && fraud(events.get(i)) ? 1 : 0;
        open += decisions.get(i).undetermined().contains(line.rule()) ? 1 : 0;
      }
      assertThat(line.fired()).as(line.rule()).isEqualTo(fired);
      assertThat(line.fraud()).as(line.rule()).isEqualTo(fraud);
      assertThat(line.undetermined()).as(line.rule()).isEqualTo(open);
      assertThat(line.alone()).as(line.rule()).isLessThanOrEqualTo(fired);
    }
  }

  @Test
  void aPackBesideItselfDiffersNowhere() {
    Backtest backtest = new Backtest(program, Optional.of(program), Labels.NONE);
    history().forEach(event -> backtest.accept(event, event.at()));
    BacktestReport.Difference difference = backtest.report().difference().orElseThrow();
    assertThat(difference.same()).isEqualTo(backtest.report().decided());
    assertThat(difference.oneSided()).isZero();
    assertThat(difference.turns()).isEmpty();
    assertThat(difference.rules()).isEmpty();
  }

  private static String wider(String features) {
    return features.replace("value: count, window: 1 min}", "value: count, window: 2 min}");
  }

  /** The shipped pack with its files edited. */
  private static EventProgram edited(UnaryOperator<String> rules, UnaryOperator<String> features) {
    var files = new TreeMap<>(PackFiles.ofFolder(PACKS.resolve("cn/transfer")).orThrow().texts());
    files.computeIfPresent("rules.yaml", (_path, text) -> rules.apply(text));
    files.computeIfPresent("features.yaml", (_path, text) -> features.apply(text));
    Pack law =
        PackLibrary.toDecide(PACKS, head -> head.id().equals("cn/law"))
            .find("cn/law")
            .orElseThrow();
    return new EventProgram(
        PackLoader.load(new PackFiles(files), List.of(law), PackLoader.Purpose.DECIDE)
            .pack()
            .orElseThrow());
  }

  @Test
  void aShadowIsWhatEachOfTheTwoDecidesAlone() {
    UnaryOperator<String> softer =
        text -> text.replaceAll("weight: 0\\.[3-9][0-9]*", "weight: 0.2");
    for (EventProgram other :
        List.of(edited(softer, UnaryOperator.identity()), edited(softer, BacktestTest::wider))) {
      EventDecider live = new EventDecider(program);
      EventDecider plain = new EventDecider(program);
      EventDecider alone = new EventDecider(other);
      Shadow shadow = new Shadow(live, other);
      Map<Otherwise.Kind, Long> kinds = new EnumMap<>(Otherwise.Kind.class);
      long decided = 0;
      for (EventValues event : history()) {
        live.step(event, event.at());
        Optional<Otherwise> found = shadow.take(event, event.at());
        plain.step(event, event.at());
        alone.step(event, event.at());
        assertThat(live.decided()).isEqualTo(plain.decided());
        if (!plain.decided()) {
          continue;
        }
        decided++;
        EventDecision was = plain.decision(event);
        EventDecision is = alone.decision(event);
        assertThat(live.decision(event)).isEqualTo(was);
        assertThat(found.map(Otherwise::kind)).isEqualTo(kind(was, is));
        found.ifPresent(one -> kinds.merge(one.kind(), 1L, Long::sum));
        found.ifPresent(one -> assertThat(one.now()).contains(is));
      }
      Shadow.Report report = shadow.report();
      assertThat(report.decided()).isEqualTo(decided);
      assertThat(report.difference().turned())
          .isEqualTo(kinds.getOrDefault(Otherwise.Kind.VERDICT, 0L))
          .isPositive();
      assertThat(report.difference().otherScores())
          .isEqualTo(kinds.getOrDefault(Otherwise.Kind.SCORES, 0L))
          .isPositive();
      assertThat(report.same() + kinds.values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(decided);
    }
  }

  private static Optional<Otherwise.Kind> kind(EventDecision was, EventDecision is) {
    if (was.verdict() != is.verdict()) {
      return Optional.of(Otherwise.Kind.VERDICT);
    }
    if (!Set.copyOf(was.fired()).equals(Set.copyOf(is.fired()))) {
      return Optional.of(Otherwise.Kind.RULES);
    }
    return Set.copyOf(was.typologies()).equals(Set.copyOf(is.typologies()))
        ? Optional.empty()
        : Optional.of(Otherwise.Kind.SCORES);
  }

  @Test
  void anEventIsReadAsTheOtherPackHoldsIt() {
    EventValues event =
        EventValues.of(type, "t", START)
            .put("amount", 5)
            .put("payer", "a")
            .put("payee", "b")
            .put("fraud", true)
            .build();
    EventValues plain = new Retyping(EventTypes.BUILT_IN).of(event).orElseThrow();
    assertThat(plain.type()).isEqualTo(EventTypes.TRANSFER);
    assertThat(plain.number(EventTypes.TRANSFER.place("amount"))).isEqualTo(5);
    assertThat(plain.word(EventTypes.TRANSFER.place("payee"))).isEqualTo("b");
    assertThat(new Retyping(program.policy().types()).of(event)).containsSame(event);

    EventType cash = program.policy().types().find("cashOut").orElseThrow();
    EventValues out = EventValues.of(cash, "c", START).put("account", "a").put("amount", 5).build();
    assertThat(new Retyping(EventTypes.BUILT_IN).of(out)).isEmpty();
  }
}
