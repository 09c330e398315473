package dev.hufu.app.cli;

import dev.hufu.app.bill.BillEvaluation;
import dev.hufu.app.bill.BillPacks;
import dev.hufu.app.bill.LossEvaluation;
import dev.hufu.app.history.EventPacks;
import dev.hufu.app.history.HistoryEvaluation;
import dev.hufu.app.learning.EvaluationTable;
import dev.hufu.app.learning.LearnEvaluators;
import dev.hufu.app.learning.TerminalSteps;
import dev.hufu.app.ops.ExitCodes;
import dev.hufu.app.ops.Terminal;
import dev.hufu.app.request.PackHome;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.intake.LabelledTexts;
import dev.hufu.intake.LabelledTexts.Kind;
import dev.hufu.intake.LabelledTexts.Labelled;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.script.ScriptDetector;
import dev.hufu.kernel.script.ScriptHit;
import dev.hufu.kernel.text.Wording;
import dev.hufu.language.learned.LearnedDetector;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.policy.pack.Forensics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hufu evaluate screen|features|transfers|evidence|apr|bills|loss|fraud|text|credit --data
 * DIR}: measures on public data. {@code screen}: how the scores of {@code screen} fall on public
 * collections of messages. One detector, one line over all collections at once: the line that one
 * in a hundred ordinary messages crosses.
 */
@Command(name = "evaluate", mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {

  /** What can be evaluated. */
  enum Subject {
    SCREEN,
    FEATURES,
    TRANSFERS,
    EVIDENCE,
    APR,
    BILLS,
    LOSS,
    FRAUD,
    TEXT,
    CREDIT
  }

  private static final double LIKELY_FROM = ScriptHit.SEEN_FROM;
  private static final double FALSE_ALARMS_MAX = 0.01;

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final LearnEvaluators evaluators;

  @Parameters(
      paramLabel = "screen|features|transfers|evidence|apr|bills|loss|fraud|text|credit",
      arity = "1")
  private Subject subject = Subject.SCREEN;

  @Option(names = "--data", paramLabel = "DIR")
  private Path data = Path.of(".");

  @Option(names = "--seed", paramLabel = "N")
  private long seed = 1;

  @Option(names = "--years", paramLabel = "N")
  private int years = 20;

  @Option(names = "--packs", paramLabel = "DIR")
  private Optional<Path> packs = Optional.empty();

  @Option(names = "--pack", paramLabel = "ID")
  private Optional<String> chosen = Optional.empty();

  @Option(names = "--mapping", paramLabel = "FILE")
  private Optional<Path> mapping = Optional.empty();

  public EvaluateCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
    this.evaluators = new LearnEvaluators(PackHome.of(environment));
  }

  /** The scores of one label of one collection, and the seconds they took. */
  private static final class Scores {
    final Kind kind;
    final List<Double> scores = new ArrayList<>();
    long nanos;

    Scores(Kind kind) {
      this.kind = kind;
    }

    double shareFrom(double line) {
      return scores.stream().filter(score -> score >= line).count() / (double) scores.size();
    }

    double mean() {
      return scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
  }

  @Override
  public Integer call() {
    return switch (subject) {
      case SCREEN -> screen();
      case FEATURES, TRANSFERS -> overEvents();
      case EVIDENCE -> held(new ProofVectors(terminal).evaluate(data));
      case APR -> held(new PriceVectors(terminal).evaluate(data));
      case BILLS -> held(new BillEvaluation(terminal, data).evaluate());
      case LOSS -> loss();
      case FRAUD, TEXT, CREDIT -> learned();
    };
  }

  private int learned() {
    return switch (evaluators
        .of(subject.name().toLowerCase(Locale.ROOT))
        .run(data, new TerminalSteps(terminal))) {
      case Outcome.Ok<Evaluation>(var evaluation) -> {
        terminal.out().println(new EvaluationTable(evaluation).text(terminal.lang()));
        yield evaluation.holds() ? ExitCodes.OK : ExitCodes.FINDING;
      }
      case Outcome.Refused<Evaluation>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  /** Made-up years with known cases; takes no data. */
  private int loss() {
    return switch (Packs.toDecide(
            packs, environment, head -> head.matter().equals(BillPacks.MATTER))
        .then(shelf -> BillPacks.find(shelf.library()))) {
      case Outcome.Ok<Forensics>(var forensics) -> {
        LossEvaluation evaluation = new LossEvaluation(forensics).years(seed, years);
        evaluation.print(terminal);
        yield evaluation.holds() ? ExitCodes.OK : ExitCodes.FINDING;
      }
      case Outcome.Refused<Forensics>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private int held(Outcome<Boolean> evaluated) {
    return switch (evaluated) {
      case Outcome.Ok<Boolean>(var same) -> same ? ExitCodes.OK : ExitCodes.FINDING;
      case Outcome.Refused<Boolean>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private int overEvents() {
    String pack = chosen.orElse("cn/transfer");
    var evaluation = new HistoryEvaluation(terminal, data, mapping);
    Optional<Refusal> refusal =
        EventPacks.open(Packs.folder(packs, environment), pack)
            .then(subject == Subject.FEATURES ? evaluation::features : evaluation::transfers)
            .findRefusal();
    refusal.ifPresent(terminal::refuse);
    return refusal.isPresent()
        ? ExitCodes.REFUSED
        : evaluation.differs() ? ExitCodes.FINDING : ExitCodes.OK;
  }

  private int screen() {
    String pack = chosen.orElse("cn/request");
    Outcome<Map<String, Scores>> done =
        Packs.toDecide(packs, environment, head -> head.id().equals(pack))
            .then(shelf -> shelf.find(pack))
            .map(ReadyPack::pack)
            .then(found -> LearnedDetector.standard(found.scripts()))
            .then(detector -> texts().map(texts -> score(detector, texts)));
    return switch (done) {
      case Outcome.Ok<Map<String, Scores>>(var scores) -> {
        print(scores);
        yield ExitCodes.OK;
      }
      case Outcome.Refused<Map<String, Scores>>(var refusal) -> {
        terminal.refuse(refusal);
        yield ExitCodes.REFUSED;
      }
    };
  }

  private Outcome<List<Labelled>> texts() {
    try {
      List<Labelled> texts = LabelledTexts.read(data);
      return texts.isEmpty()
          ? Outcome.refused(Code.FILE_UNREADABLE, data.toString())
          : Outcome.of(texts);
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
  }

  private static Map<String, Scores> score(ScriptDetector detector, List<Labelled> texts) {
    Map<String, Scores> all = new TreeMap<>();
    for (Labelled text : texts) {
      Scores scores =
          all.computeIfAbsent(
              text.corpus() + " | " + text.label(), name -> new Scores(text.kind()));
      long start = System.nanoTime();
      scores.scores.add(detector.detect(text.text()).score());
      scores.nanos += System.nanoTime() - start;
    }
    return all;
  }

  /** The lowest score that at most one in a hundred ordinary messages reaches; never nothing. */
  static double line(List<Double> ordinary) {
    List<Double> falling = ordinary.stream().sorted(Comparator.reverseOrder()).toList();
    int allowed = (int) (falling.size() * FALSE_ALARMS_MAX);
    double highestBelow = allowed < falling.size() ? falling.get(allowed) : 0;
    return Math.nextUp(highestBelow);
  }

  private void print(Map<String, Scores> all) {
    double line =
        line(
            all.values().stream()
                .filter(scores -> scores.kind == Kind.ORDINARY)
                .flatMap(scores -> scores.scores.stream())
                .toList());
    String head =
        new Wording(
                "| 来源 | 类别 | 是什么 | 条数 | ≥ 0.5 | 越线（正常的 1 %% 误报，线 > %.4f） | 平均分 | 每秒 |",
                "| corpus | class | kind | texts | ≥ 0.5 | over the line (1 %% of ordinary, > %.4f)"
                    + " | mean | per second |")
            .in(terminal.lang());
    terminal.out().println(String.format(Locale.ROOT, head, line));
    terminal.out().println("|---|---|---|---:|---:|---:|---:|---:|");
    all.forEach((name, scores) -> row(name, scores, line));
    for (Kind kind : Kind.values()) {
      Scores sum = new Scores(kind);
      for (Scores scores : all.values()) {
        if (scores.kind == kind) {
          sum.scores.addAll(scores.scores);
          sum.nanos += scores.nanos;
        }
      }
      if (!sum.scores.isEmpty()) {
        row(new Wording("合计 | ", "all | ").in(terminal.lang()), sum, line);
      }
    }
  }

  private void row(String name, Scores scores, double line) {
    Wording kind =
        switch (scores.kind) {
          case SCAM -> new Wording("骗", "scam");
          case ORDINARY -> new Wording("正常", "ordinary");
          case OTHER -> new Wording("其他", "other");
        };
    terminal
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f %% | %.1f %% | %.3f | %.0f |",
                name,
                kind.in(terminal.lang()),
                scores.scores.size(),
                100 * scores.shareFrom(LIKELY_FROM),
                100 * scores.shareFrom(line),
                scores.mean(),
                scores.scores.size() * 1e9 / Math.max(1, scores.nanos)));
  }
}
