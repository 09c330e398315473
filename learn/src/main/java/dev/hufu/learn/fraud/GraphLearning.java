package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.boost.Boosting;
import dev.hufu.learn.boost.Rows;
import dev.hufu.learn.measure.Bootstrap;
import dev.hufu.learn.measure.Calibration;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.report.ModelCard;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.task.Trained;
import dev.hufu.policy.model.ModelInputs;
import dev.hufu.policy.model.Trees;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * Learns from the labelled payments of a graph. Numbers of a labelled row are reckoned as if its
 * label, and those of its part, were not known: only so are they like the numbers of rows that have
 * none.
 */
final class GraphLearning {

  static final String KIND = "graph";
  private static final int ROUNDS = 100;
  private static final int BINS = 10;
  private static final int POINTS = 200;

  private final GraphRecipe recipe;
  private final Steps steps;

  GraphLearning(GraphRecipe recipe, Steps steps) {
    this.recipe = recipe;
    this.steps = steps;
  }

  /** Payments that were held back, their scores and labels. */
  private static final class Held {
    final double[] scores;
    final boolean[] bad;
    final double seconds;

    Held(double[] scores, boolean[] bad, double seconds) {
      this.scores = scores;
      this.bad = bad;
      this.seconds = seconds;
    }
  }

  private Outcome<GraphRows> read(Path data) {
    return EventSource.files(data, recipe.files())
        .then(
            files -> {
              GraphRows rows = new GraphRows(recipe);
              for (Path file : files) {
                Outcome<List<String>> read = rows.read(file, true);
                if (read.findRefusal().isPresent()) {
                  return Outcome.refused(read.findRefusal().get());
                }
              }
              return Outcome.of(rows);
            });
  }

  private GraphFeatures features(GraphTable table) {
    return new GraphFeatures(
        table,
        recipe.groupNames(),
        recipe.groups().values().stream().map(table::group).toList(),
        recipe.halfLives().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private ModelInputs inputs(GraphFeatures features) {
    return new ModelInputs(features.names(), "graph:" + recipe.recipe().digest().hex());
  }

  /** Trees that learned from some labelled rows. */
  private Outcome<Trees> train(GraphTable table, GraphFeatures features, int[] train, String name) {
    int[] part = new int[table.size()];
    List<Integer> shuffled = new ArrayList<>(Arrays.stream(train).boxed().toList());
    Collections.shuffle(shuffled, new Random(recipe.recipe().seed()));
    for (int i = 0; i < shuffled.size(); i++) {
      part[shuffled.get(i)] = i % recipe.parts();
    }
    Rows rows = new Rows(inputs(features));
    for (int p = 0; p < recipe.parts(); p++) {
      byte[] known = known(table, train);
      for (int row : train) {
        known[row] = part[row] == p ? GraphTable.UNKNOWN : known[row];
      }
      double[][] columns = features.of(known);
      double[] numbers = new double[columns.length];
      for (int row : train) {
        if (part[row] == p) {
          copy(columns, row, numbers);
          rows.add(numbers, table.label(row) == GraphTable.BAD, 1);
        }
      }
      steps.step("算 " + name, "reckoning " + name, p + 1L, recipe.parts());
    }
    return Boosting.train(
        rows,
        Optional.empty(),
        recipe.plan(),
        (done, of) -> steps.step("训练 " + name, "training " + name, done, of));
  }

  private static void copy(double[][] columns, int row, double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = columns[i][row];
    }
  }

  private static byte[] known(GraphTable table, int[] rows) {
    byte[] known = new byte[table.size()];
    Arrays.fill(known, GraphTable.UNKNOWN);
    for (int row : rows) {
      known[row] = table.label(row);
    }
    return known;
  }

  private static double[] scores(
      GraphTable table, GraphFeatures features, Trees trees, int[] knownRows, int[] rows) {
    double[][] columns = features.of(known(table, knownRows));
    double[] numbers = new double[columns.length];
    double[] scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      copy(columns, rows[i], numbers);
      scores[i] = trees.probability(numbers);
    }
    return scores;
  }

  /** Holds back a share of each kind, learns from the rest. */
  private Outcome<Held> split(GraphTable table, GraphFeatures features, long seed) {
    long start = System.nanoTime();
    TreeSet<Integer> held = new TreeSet<>();
    Random random = new Random(seed);
    for (byte kind : new byte[] {GraphTable.BAD, GraphTable.GOOD}) {
      List<Integer> of =
          new ArrayList<>(
              Arrays.stream(table.labelled())
                  .filter(row -> table.label(row) == kind)
                  .boxed()
                  .toList());
      Collections.shuffle(of, random);
      held.addAll(of.subList(0, (int) (recipe.testShare() * of.size())));
    }
    int[] test = held.stream().mapToInt(Integer::intValue).toArray();
    int[] train = Arrays.stream(table.labelled()).filter(row -> !held.contains(row)).toArray();
    boolean[] bad = new boolean[test.length];
    for (int i = 0; i < test.length; i++) {
      bad[i] = table.label(test[i]) == GraphTable.BAD;
    }
    return train(table, features, train, recipe.recipe().name() + " " + seed)
        .map(
            trees ->
                new Held(
                    scores(table, features, trees, train, test),
                    bad,
                    (System.nanoTime() - start) / 1e9));
  }

  /** The figures of all splits, in their mean. */
  Outcome<Evaluation> evaluation(Path data) {
    return read(data).then(rows -> evaluation(rows.table()));
  }

  private Outcome<Evaluation> evaluation(GraphTable table) {
    GraphFeatures features = features(table);
    List<List<String>> cells = new ArrayList<>();
    double auc = 0;
    double ap = 0;
    double seconds = 0;
    for (long seed : recipe.splits()) {
      Outcome<Held> held = split(table, features, seed);
      if (held.findRefusal().isPresent()) {
        return Outcome.refused(held.findRefusal().get());
      }
      Ranking ranking = Ranking.of(held.orThrow().scores, held.orThrow().bad);
      auc += ranking.auc() / recipe.splits().size();
      ap += ranking.averagePrecision() / recipe.splits().size();
      seconds += held.orThrow().seconds;
      cells.add(List.of("" + seed, cell(ranking.auc()), cell(ranking.averagePrecision())));
    }
    String name = recipe.recipe().name();
    String note =
        String.format(
            Locale.ROOT,
            "%d splits, %.0f %% held",
            recipe.splits().size(),
            100 * recipe.testShare());
    Report report =
        new Report(new Wording("付款图：各次划分", "Graph of payments: each split"), List.of(table(cells)));
    return Outcome.of(
        new Evaluation(
            List.of(
                StreamLearning.line(
                    name, "AUC", recipe.published(), recipe.goals(), auc, seconds, note),
                StreamLearning.line(name, "AP", recipe.published(), recipe.goals(), ap, 0, note)),
            report));
  }

  private static Report.Section table(List<List<String>> cells) {
    return new Report.Table(
        new Wording("划分", "Splits"),
        List.of(new Wording("种子", "seed"), new Wording("AUC", "AUC"), new Wording("平均精度", "AP")),
        cells);
  }

  private static String cell(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure);
  }

  /** Trees that learned from all labels, and how others did on those held back. */
  Outcome<Trained> trained(Path data) {
    return read(data)
        .then(
            rows -> {
              GraphTable table = rows.table();
              GraphFeatures features = features(table);
              return split(table, features, recipe.splits().getFirst())
                  .then(
                      held ->
                          train(table, features, table.labelled(), recipe.recipe().name())
                              .then(trees -> trained(data, rows, table, trees, held)));
            });
  }

  private Outcome<Trained> trained(
      Path data, GraphRows rows, GraphTable table, Trees trees, Held held) {
    Ranking ranking = Ranking.of(held.scores, held.bad);
    ModelFile file =
        ModelFile.of(KIND)
            .with("task", "events")
            .with("name", recipe.recipe().name())
            .with("recipe", recipe.recipe().digest().hex())
            .with("plan", trees.inputs().plan())
            .with(StreamLearning.MODEL, trees.toBytes());
    Wording test = new Wording("留出的", "held back");
    Report report =
        new Report(
            new Wording(
                "付款图 " + recipe.recipe().name(), "Graph of payments " + recipe.recipe().name()),
            List.of(
                table(
                    List.of(
                        List.of(
                            "" + recipe.splits().getFirst(),
                            cell(ranking.auc()),
                            cell(ranking.averagePrecision())))),
                new Report.Curves(
                    new Wording("查全与查准", "Precision and recall"),
                    new Wording("查全", "recall"),
                    new Wording("查准", "precision"),
                    false,
                    List.of(new Report.Line(test, ranking.precisionRecall(POINTS))))));
    List<Refusal> notices = new ArrayList<>(rows.first());
    if (rows.refused() > 0) {
      notices.add(Refusal.of(Code.LINES_UNUSED, Long.toString(rows.refused())));
    }
    return EventSource.files(data, recipe.files())
        .then(
            files -> {
              try {
                return Outcome.of(
                    new Trained(file, card(files, table.size(), held), report, notices));
              } catch (IOException gone) {
                return Outcome.refused(Code.FILE_UNREADABLE, recipe.files());
              }
            });
  }

  private ModelCard card(List<Path> files, int rows, Held held) throws IOException {
    List<ModelCard.DataFile> data = new ArrayList<>();
    String licence =
        recipe.recipe().body().list("licences").stream()
            .findFirst()
            .map(branch -> branch.text("licence"))
            .orElse("?");
    for (Path file : files) {
      Digest digest = Digest.of(Files.readAllBytes(file));
      data.add(new ModelCard.DataFile(String.valueOf(file.getFileName()), digest, rows, licence));
    }
    Calibration of = Calibration.of(held.scores, held.bad, BINS);
    String figures = String.format(Locale.ROOT, "Brier %.4f, ECE %.4f", of.brier(), of.error());
    long seed = recipe.recipe().seed();
    return new ModelCard(
        recipe.recipe().name(),
        new Wording(
            "按一张图里已知的标签，给没有标签的付款打分。",
            "Scores payments without a label by the labels known in one graph."),
        recipe.recipe().digest(),
        data,
        List.of(
            new ModelCard.Figure(
                new Wording("AUC", "AUC"),
                Bootstrap.interval(held.scores, held.bad, ROUNDS, seed, Ranking::auc)),
            new ModelCard.Figure(
                new Wording("平均精度", "average precision"),
                Bootstrap.interval(
                    held.scores, held.bad, ROUNDS, seed, Ranking::averagePrecision))),
        new Wording(figures, figures),
        List.of(),
        List.of(
            new Wording(
                "留出的行和训练的行混在同一段时间里；往后的日子没有测过。",
                "Rows held back lie among those trained on; later days were not tested."),
            new Wording(
                "邻居的标签是它知道的大半；没有标签的图它帮不上。",
                "Most of what it knows are its neighbours' labels; without labels it is no use.")));
  }

  /** Scores the payments of a file by the labels of others; labels in the file are not read. */
  Outcome<Scored> score(Path train, Path in, Path out) {
    long start = System.nanoTime();
    return read(train)
        .then(
            rows ->
                rows.read(in, false)
                    .then(
                        ids -> {
                          GraphTable table = rows.table();
                          GraphFeatures features = features(table);
                          int[] labelled = table.labelled();
                          return train(table, features, labelled, recipe.recipe().name())
                              .then(
                                  trees -> {
                                    int[] places = ids.stream().mapToInt(rows::place).toArray();
                                    double[] scores =
                                        scores(table, features, trees, labelled, places);
                                    return write(out, ids, scores)
                                        .map(
                                            written ->
                                                new Scored(
                                                    written,
                                                    rows.refused(),
                                                    rows.first(),
                                                    (System.nanoTime() - start) / 1e9));
                                  });
                        }));
  }

  private Outcome<Integer> write(Path out, List<String> ids, double[] scores) {
    try (BufferedWriter lines = Files.newBufferedWriter(out)) {
      lines.write(recipe.id() + ",score\n");
      for (int i = 0; i < scores.length; i++) {
        lines.write(ids.get(i) + "," + scores[i] + "\n");
      }
      return Outcome.of(scores.length);
    } catch (IOException unwritable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(out.getFileName()));
    }
  }
}
