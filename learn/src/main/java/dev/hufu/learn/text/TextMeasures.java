package dev.hufu.learn.text;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.kernel.text.Wording;
import dev.hufu.language.detect.CueDetector;
import dev.hufu.language.learned.LearnedDetector;
import dev.hufu.language.learned.TextHead;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Evaluation.Line;
import dev.hufu.learn.task.Steps;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The figures of {@code hufu evaluate text}: one detector and one line over all collections at
 * once, what each of its parts buys, how it does on a collection when it has seen none of it, and
 * what disguises cost.
 */
final class TextMeasures {

  private static final double RECALL_MIN = 0.95;
  private static final double ACQUAINTANCES_MIN = 0.90;
  private static final double ALARMS_MAX = 0.02;
  private static final double COST_MAX = 0.03;
  private static final double ALARMS_OF_PARTS = 0.01;
  private static final double LINE = 0.5;
  private static final int SHORT = 200;
  private static final int TIMED = 6_000;

  private final TextPlan plan;
  private final ScriptBook book;
  private final List<TextSample> samples;
  private final TextTraining training;
  private final List<Line> lines = new ArrayList<>();

  TextMeasures(Recipe recipe, ScriptBook book, List<TextSample> samples) {
    this.plan = TextPlan.of(recipe);
    this.book = book;
    this.samples = samples;
    this.training = new TextTraining(plan);
  }

  Outcome<Evaluation> run(Steps steps) {
    return LearnedDetector.shipped()
        .then(
            model ->
                TextHead.of(model)
                    .then(
                        head -> CueDetector.of(book).then(cues -> run(model, head, cues, steps))));
  }

  private Outcome<Evaluation> run(ModelFile model, TextHead head, CueDetector cues, Steps steps) {
    steps.step("打分", "Scoring", 0, 4);
    double[] margins = each(sample -> head.margin(TextHead.places(sample.text(), head.bits())));
    double[] known = each(sample -> cues.detect(sample.text()).score());
    double[] both =
        IntStream.range(0, margins.length)
            .mapToDouble(i -> head.score(margins[i] + head.cues() * known[i]))
            .toArray();
    shipped(both);
    parts(known, margins, both);
    SentenceVectors.find().ifPresent(vectors -> embeddings(vectors, margins));
    steps.step("速度", "Speed", 1, 4);
    speed(model);
    steps.step("伪装", "Disguises", 2, 4);
    disguises(model, share(both, Part.SCAMS::has));
    steps.step("换一个来源", "Other origins", 3, 4);
    return withoutEach(known)
        .map(
            done ->
                new Evaluation(
                    lines, new Report(new Wording("诈骗话术识别", "Detector of scam texts"), List.of())));
  }

  private double[] each(ToDoubleFunction<TextSample> score) {
    return samples.stream().mapToDouble(score).toArray();
  }

  private double share(double[] scores, Predicate<TextSample> of) {
    int[] cases = IntStream.range(0, scores.length).filter(i -> of.test(samples.get(i))).toArray();
    return Arrays.stream(cases).filter(i -> scores[i] >= LINE).count()
        / (double) Math.max(1, cases.length);
  }

  private void shipped(double[] scores) {
    String all = "shipped";
    atLeast(all, "recall, all", share(scores, Part.SCAMS::has), RECALL_MIN);
    atLeast(
        all, "recall, acquaintances", share(scores, Part.ACQUAINTANCES::has), ACQUAINTANCES_MIN);
    atMost(all, "false alarms, talk", share(scores, Part.TALK::has), ALARMS_MAX);
    told(all, "false alarms, advertising", share(scores, Part.ADVERTISING::has), "");
    told(all, "false alarms, English ham", share(scores, Part.HAM::has), "");
    for (String corpus : corpora()) {
      ofCorpus(corpus, "recall", scores, TextSample::scam);
      ofCorpus(corpus, "false alarms", scores, TextMeasures::isOrdinary);
    }
  }

  private void ofCorpus(
      String corpus, String figure, double[] scores, Predicate<TextSample> which) {
    Predicate<TextSample> here = sample -> sample.corpus().equals(corpus) && which.test(sample);
    if (samples.stream().anyMatch(here)) {
      told(corpus, figure, share(scores, here), "");
    }
  }

  private static boolean isOrdinary(TextSample sample) {
    return Part.TALK.has(sample) || Part.ADVERTISING.has(sample) || Part.HAM.has(sample);
  }

  private TreeSet<String> corpora() {
    TreeSet<String> names = new TreeSet<>();
    samples.forEach(sample -> names.add(sample.corpus()));
    return names;
  }

  /** What each part buys: the recall where one in a hundred ordinary talks is taken for a scam. */
  private void parts(double[] cues, double[] runs, double[] both) {
    part("cues", cues);
    part("runs", runs);
    part("runs + cues", both);
  }

  /** Only where somebody has put the jars of the embeddings at hand. */
  private void embeddings(SentenceVectors vectors, double[] margins) {
    int[] cases = scamsAndTalk();
    List<TextSample> learned = new ArrayList<>(TextSample.own(plan.own(), plan.seed()));
    samples.stream().filter(s -> plan.collections().contains(s.corpus())).forEach(learned::add);
    EmbeddingMeasures.Bought bought =
        new EmbeddingMeasures(vectors, plan.line())
            .measure(
                learned,
                Arrays.stream(cases).mapToObj(samples::get).toList(),
                Arrays.stream(cases).mapToDouble(i -> margins[i]).toArray());
    String figure = "recall at 1 % false alarms on talk";
    told("embeddings, sample", figure, bought.alone(), "");
    told("runs, same sample", figure, bought.runs(), "");
    told("runs + embeddings, sample", figure, bought.together(), "asked where unsure");
    told("embeddings, sample", "part of texts asked", bought.asked(), "");
    told("embeddings, sample", "ms a text", bought.millis(), "");
    told("embeddings, sample", "MB of jars", bought.megabytes(), "");
  }

  private int[] scamsAndTalk() {
    return IntStream.range(0, samples.size())
        .filter(i -> Part.SCAMS.has(samples.get(i)) || Part.TALK.has(samples.get(i)))
        .toArray();
  }

  private void part(String name, double[] scores) {
    told(name, "recall at 1 % false alarms on talk", recallAt(scores, ALARMS_OF_PARTS), "");
  }

  private double recallAt(double[] scores, double alarms) {
    int[] cases = scamsAndTalk();
    Ranking ranking =
        Ranking.of(Arrays.stream(cases).mapToDouble(i -> scores[i]).toArray(), scams(cases));
    return ranking.recallAt(alarms);
  }

  private boolean[] scams(int[] cases) {
    boolean[] scams = new boolean[cases.length];
    for (int i = 0; i < cases.length; i++) {
      scams[i] = samples.get(cases[i]).scam();
    }
    return scams;
  }

  private void speed(ModelFile model) {
    List<String> texts =
        samples.stream()
            .map(TextSample::text)
            .filter(t -> t.length() <= SHORT)
            .limit(TIMED)
            .toList();
    LearnedDetector detector = LearnedDetector.of(model, book).orThrow();
    texts.forEach(detector::detect);
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    texts.forEach(detector::detect);
    double millis = (thread.getCurrentThreadCpuTime() - start) / 1e6 / Math.max(1, texts.size());
    told("shipped", "ms a short text", millis, "with spans, of the processor");
    told("shipped", "MB of model", model.toBytes().length / 1e6, "");
  }

  private void disguises(ModelFile model, double plain) {
    LearnedDetector detector = LearnedDetector.of(model, book).orThrow();
    List<TextSample> scams = samples.stream().filter(Part.SCAMS::has).toList();
    for (Disturbance way : Disturbance.values()) {
      SplittableRandom chance = new SplittableRandom(plan.seed() + way.ordinal());
      long caught =
          scams.stream()
              .filter(sample -> detector.score(way.of(sample.text(), chance)) >= LINE)
              .count();
      double recall = caught / (double) Math.max(1, scams.size());
      lines.add(
          new Line(
              "disguise",
              "recall, " + way.title().en(),
              recall,
              OptionalDouble.empty(),
              OptionalDouble.of(plain - COST_MAX),
              Optional.of(recall >= plain - COST_MAX),
              0,
              String.format(Locale.ROOT, "%+.4f", recall - plain)));
    }
  }

  /** Trains on everything but one origin, and measures on that one, at the same line. */
  private Outcome<double[]> withoutEach(double[] cues) {
    List<TextTraining.Seen> own = training.see(TextSample.own(plan.own(), plan.seed()));
    List<TextTraining.Seen> all = samples.stream().map(training::see).toList();
    double[] unseen = new double[samples.size()];
    for (String origin : origins()) {
      long start = System.nanoTime();
      List<TextTraining.Seen> rest = new ArrayList<>(own);
      all.stream()
          .filter(seen -> !origin(seen.sample()).equals(origin))
          .filter(seen -> seen.sample().scam() || isOrdinary(seen.sample()))
          .forEach(rest::add);
      Outcome<TextHead> head = training.train(rest);
      if (head.findValue().isEmpty()) {
        return head.map(none -> unseen);
      }
      TextHead trained = head.orThrow();
      for (int i = 0; i < unseen.length; i++) {
        if (origin(samples.get(i)).equals(origin)) {
          double margin = trained.margin(all.get(i).places());
          unseen[i] = trained.score(margin + trained.cues() * cues[i]);
        }
      }
      without(origin, unseen, (System.nanoTime() - start) / 1e9);
    }
    String apart = "each without itself";
    told(apart, "recall, all", share(unseen, Part.SCAMS::has), "");
    told(apart, "recall at 2 % false alarms on talk", recallAt(unseen, ALARMS_MAX), "");
    told(apart, "recall, acquaintances", share(unseen, Part.ACQUAINTANCES::has), "");
    told(apart, "false alarms, talk", share(unseen, Part.TALK::has), "");
    told(apart, "false alarms, advertising", share(unseen, Part.ADVERTISING::has), "");
    told(apart, "false alarms, English ham", share(unseen, Part.HAM::has), "");
    return Outcome.of(unseen);
  }

  private void without(String origin, double[] unseen, double seconds) {
    Predicate<TextSample> here = sample -> origin(sample).equals(origin);
    if (samples.stream().anyMatch(sample -> here.test(sample) && sample.scam())) {
      double recall = share(unseen, here.and(TextSample::scam));
      lines.add(line("without " + origin, "recall", recall, seconds, "trained on all others"));
    }
    if (samples.stream().anyMatch(sample -> here.test(sample) && isOrdinary(sample))) {
      double alarms = share(unseen, here.and(TextMeasures::isOrdinary));
      lines.add(line("without " + origin, "false alarms", alarms, 0, "trained on all others"));
    }
  }

  private TreeSet<String> origins() {
    TreeSet<String> names = new TreeSet<>();
    samples.forEach(sample -> names.add(origin(sample)));
    return names;
  }

  /** Both languages of Fraud-R1 come from the same cases. */
  private static String origin(TextSample sample) {
    return sample.corpus().startsWith("fraud-r1") ? "fraud-r1" : sample.corpus();
  }

  private void told(String task, String figure, double ours, String note) {
    lines.add(line(task, figure, ours, 0, note));
  }

  private static Line line(String task, String figure, double ours, double seconds, String note) {
    return new Line(
        task,
        figure,
        ours,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        seconds,
        note);
  }

  private void atLeast(String task, String figure, double ours, double least) {
    goal(task, figure, ours, least, ours >= least);
  }

  private void atMost(String task, String figure, double ours, double most) {
    goal(task, figure, ours, most, ours < most);
  }

  private void goal(String task, String figure, double ours, double reference, boolean holds) {
    lines.add(
        new Line(
            task,
            figure,
            ours,
            OptionalDouble.empty(),
            OptionalDouble.of(reference),
            Optional.of(holds),
            0,
            "one line over all collections"));
  }
}
