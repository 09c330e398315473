package dev.hufu.learn.fraud;

import dev.hufu.intake.Packed;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.boost.Rows;
import dev.hufu.learn.fraud.FraudRecipe.Variant;
import dev.hufu.learn.report.ModelCard;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.task.Trained;
import dev.hufu.learn.watch.Profile;
import dev.hufu.policy.model.ScoreModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/** Trains and measures a recipe over a stream. */
final class StreamLearning {

  /** The kind of model file; parts are the model and the recipe it was made by. */
  static final String KIND = "events";

  static final String MODEL = "model";
  static final String RECIPE = "recipe";

  private static final String AP = "AP";
  private static final String AUC = "AUC";

  private final FraudRecipe recipe;
  private final Steps steps;

  StreamLearning(FraudRecipe recipe, Steps steps) {
    this.recipe = recipe;
    this.steps = steps;
  }

  /**
   * The model of everything that is known, and how one trained three weeks earlier did on the last
   * week.
   */
  Outcome<Trained> trained(Path data) {
    EventTables tables = new EventTables(recipe, at -> false);
    return tables
        .read(data, steps)
        .then(
            first -> {
              long end = DelayedFold.day(tables.last()) + 1;
              DelayedFold last = lastFold(end);
              boolean all = recipe.variant(recipe.model()).goods() >= 1;
              EventTables whole = new EventTables(recipe, at -> all || last.tests(at));
              return whole.read(data, steps).then(table -> trained(data, whole, last, end));
            });
  }

  private DelayedFold lastFold(long end) {
    DelayedFold like = recipe.folds().getFirst();
    long start = end - like.trainDays() - like.delayDays() - like.testDays();
    return new DelayedFold(start, like.trainDays(), like.delayDays(), like.testDays());
  }

  private Outcome<Trained> trained(Path data, EventTables tables, DelayedFold last, long end) {
    EventTable table = tables.table();
    Variant variant = recipe.variant(recipe.model());
    FraudTraining training = new FraudTraining(recipe, table, steps);
    long known = end - recipe.delayDays();
    Rows rows =
        training.rows(
            variant,
            row ->
                DelayedFold.day(table.at(row)) < known
                    && DelayedFold.day(table.at(row)) >= known - variant.historyDays());
    IntPredicate earlier = row -> last.trains(table.at(row), variant.historyDays());
    List<Refusal> notices = new ArrayList<>(tables.source().first());
    if (tables.source().refused() > 0) {
      notices.add(Refusal.of(Code.LINES_UNUSED, Long.toString(tables.source().refused())));
    }
    return training
        .train(variant, rows)
        .then(
            model -> {
              notices.addAll(FraudTraining.notices(rows));
              return training
                  .train(variant, earlier)
                  .then(
                      held -> {
                        FraudReport report = new FraudReport(recipe, held, model, table, last);
                        return EventSource.files(data, recipe.files())
                            .map(
                                files ->
                                    new Trained(
                                        file(model, profile(variant, model, rows, table, last)),
                                        report.card(dataFiles(files)),
                                        report.report(),
                                        notices));
                      });
            });
  }

  /** Where the payments of a day add up, all of a week are needed: the last one. */
  private static Profile profile(
      Variant variant, ScoreModel model, Rows rows, EventTable table, DelayedFold last) {
    return variant.cardDay() == 0
        ? StreamProfile.of(model, rows)
        : StreamProfile.of(model, table, last.testRows(table), variant.cardDay());
  }

  private ModelFile file(ScoreModel model, Profile profile) {
    String written = recipe.recipe().body().json().toString();
    return ModelFile.of(KIND)
        .with("task", "events")
        .with("name", recipe.recipe().name())
        .with("recipe", recipe.recipe().digest().hex())
        .with("pack", recipe.pack().ref().id())
        .with("plan", model.inputs().plan())
        .with(MODEL, model.toBytes())
        .with(Profile.PART, profile.toBytes())
        .with(RECIPE, written.getBytes(StandardCharsets.UTF_8));
  }

  private List<ModelCard.DataFile> dataFiles(List<Path> files) {
    return files.stream().map(this::dataFile).toList();
  }

  private ModelCard.DataFile dataFile(Path file) {
    try {
      String licence =
          recipe.recipe().body().list("licences").stream()
              .findFirst()
              .map(branch -> branch.text("licence"))
              .orElse("?");
      return new ModelCard.DataFile(
          String.valueOf(file.getFileName()),
          Digest.of(Files.readAllBytes(file)),
          rows(file),
          licence);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static long rows(Path file) throws IOException {
    try (var in = Packed.open(file)) {
      long lines = 0;
      byte[] block = new byte[1 << 16];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        for (int i = 0; i < read; i++) {
          lines += block[i] == '\n' ? 1 : 0;
        }
      }
      return Math.max(0, lines - 1);
    }
  }

  /** All variants on all folds: the table of figures, in the mean over the folds. */
  Outcome<Evaluation> evaluation(Path data) {
    EventTables tables =
        new EventTables(
            recipe,
            at -> recipe.folds().stream().anyMatch(fold -> fold.tests(at) || whole(fold, at)));
    return tables.read(data, steps).then(this::evaluation);
  }

  /** Whether some variant sees every payment of that moment. */
  private boolean whole(DelayedFold fold, long at) {
    return recipe.variants().stream()
        .anyMatch(variant -> variant.goods() >= 1 && fold.trains(at, variant.historyDays()));
  }

  private Outcome<Evaluation> evaluation(EventTable table) {
    List<Evaluation.Line> lines = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    FraudTraining training = new FraudTraining(recipe, table, steps);
    for (Variant variant : recipe.variants()) {
      long start = System.nanoTime();
      List<FoldFigures> figures = new ArrayList<>();
      for (DelayedFold fold : recipe.folds()) {
        Outcome<ScoreModel> model =
            training.train(variant, row -> fold.trains(table.at(row), variant.historyDays()));
        if (model.findRefusal().isPresent()) {
          return Outcome.refused(model.findRefusal().get());
        }
        int[] tested = fold.testRows(table);
        if (tested.length == 0) {
          return Outcome.refused(Code.LEARN_TOO_FEW, fold.date().toString());
        }
        double[] scores = FoldFigures.scores(model.orThrow(), table, tested, variant.cardDay());
        FoldFigures of = FoldFigures.of(recipe.cards(), table, tested, scores);
        figures.add(of);
        rows.add(FraudReport.cells(variant.name() + " " + fold.date(), of));
      }
      lines.addAll(lines(variant, figures, (System.nanoTime() - start) / 1e9));
    }
    Report report =
        new Report(
            new Wording("支付欺诈：各折的数", "Payment fraud: figures of each fold"),
            List.of(FraudReport.foldTable(recipe.cards(), rows)));
    return Outcome.of(new Evaluation(lines, report));
  }

  private List<Evaluation.Line> lines(Variant variant, List<FoldFigures> figures, double seconds) {
    String task = recipe.recipe().name() + " " + variant.name();
    String note =
        recipe.folds().size()
            + " folds, "
            + variant.historyDays()
            + " days, inputs "
            + variant.inputs();
    String cards = "CP@" + recipe.cards();
    return List.of(
        line(task, AUC, variant, mean(figures, AUC), seconds, note),
        line(task, AP, variant, mean(figures, AP), 0, note),
        line(task, cards, variant, mean(figures, cards), 0, note));
  }

  private static double mean(List<FoldFigures> figures, String name) {
    return figures.stream()
        .mapToDouble(
            one ->
                switch (name) {
                  case AUC -> one.auc();
                  case AP -> one.ap();
                  default -> one.cards();
                })
        .average()
        .orElse(Double.NaN);
  }

  static Evaluation.Line line(
      String task, String figure, Variant variant, double ours, double seconds, String note) {
    return line(task, figure, variant.published(), variant.goals(), ours, seconds, note);
  }

  static Evaluation.Line line(
      String task,
      String figure,
      Map<String, OptionalDouble> published,
      Map<String, OptionalDouble> goals,
      double ours,
      double seconds,
      String note) {
    OptionalDouble goal = goals.getOrDefault(figure, OptionalDouble.empty());
    return new Evaluation.Line(
        task,
        figure,
        ours,
        published.getOrDefault(figure, OptionalDouble.empty()),
        goal,
        goal.isPresent() ? Optional.of(ours >= goal.getAsDouble()) : Optional.empty(),
        seconds,
        note);
  }
}
