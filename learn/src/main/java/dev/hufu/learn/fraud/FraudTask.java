package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.fraud.FraudRecipe.Variant;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.task.Task;
import dev.hufu.learn.task.Trained;
import dev.hufu.policy.model.ModelInputs;
import dev.hufu.policy.model.ScoreModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Learning over payments: {@code task: events}. A recipe with {@code events} reads a stream through
 * the feature plan of a pack; one with {@code graph} reads a table of payments as a graph.
 */
public final class FraudTask implements Task {

  private final FraudPacks packs;

  /**
   * @param packs the folder of packs
   */
  public FraudTask(Path packs) {
    this.packs = new FraudPacks(packs);
  }

  private static boolean overGraph(Recipe recipe) {
    return recipe.body().find("graph").isPresent();
  }

  @Override
  public Outcome<Trained> train(Recipe recipe, Path data, Steps steps) {
    return overGraph(recipe)
        ? GraphRecipe.of(recipe).then(graph -> new GraphLearning(graph, steps).trained(data))
        : FraudRecipe.of(recipe, packs).then(read -> new StreamLearning(read, steps).trained(data));
  }

  @Override
  public Outcome<Evaluation> evaluate(Recipe recipe, Path data, Steps steps) {
    return overGraph(recipe)
        ? GraphRecipe.of(recipe).then(graph -> new GraphLearning(graph, steps).evaluation(data))
        : FraudRecipe.of(recipe, packs)
            .then(read -> new StreamLearning(read, steps).evaluation(data));
  }

  /** Scores a file from its first line on: what came before it is not known. */
  @Override
  public Outcome<Scored> score(ModelFile model, Path in, Path out, Steps steps) {
    if (model.kind().equals(GraphLearning.KIND)) {
      return Outcome.refused(Code.MODEL_NEEDS_GRAPH, model.word("name"));
    }
    if (!model.kind().equals(StreamLearning.KIND)) {
      return Outcome.refused(Code.MODEL_OTHER, model.kind());
    }
    return model
        .part(StreamLearning.RECIPE)
        .then(bytes -> Recipe.parse(model.word("name"), new String(bytes, StandardCharsets.UTF_8)))
        .then(recipe -> FraudRecipe.of(recipe, packs))
        .then(
            recipe ->
                model
                    .part(StreamLearning.MODEL)
                    .then(ScoreModel::read)
                    .then(read -> read.servingFor(inputs(recipe)))
                    .then(
                        scores -> {
                          EventSource source = new EventSource(recipe, scores.inputs().names());
                          return write(recipe, source, scores, in, out, steps);
                        }));
  }

  private static ModelInputs inputs(FraudRecipe recipe) {
    return FraudTraining.inputs(recipe, recipe.variant(recipe.model()));
  }

  @Override
  public Outcome<Scored> score(Recipe recipe, Path train, Path in, Path out, Steps steps) {
    if (overGraph(recipe)) {
      return GraphRecipe.of(recipe)
          .then(graph -> new GraphLearning(graph, steps).score(train, in, out));
    }
    return FraudRecipe.of(recipe, packs).then(read -> score(read, train, in, out, steps));
  }

  /** Learns from what is known when the file begins, then goes on through the file. */
  private static Outcome<Scored> score(
      FraudRecipe recipe, Path train, Path in, Path out, Steps steps) {
    Variant variant = recipe.variant(recipe.model());
    EventTables tables = new EventTables(recipe, at -> variant.goods() >= 1);
    return tables
        .read(train, steps)
        .then(
            table -> {
              long known = DelayedFold.day(tables.last()) + 1 - recipe.delayDays();
              return new FraudTraining(recipe, table, steps)
                  .train(
                      variant,
                      row ->
                          DelayedFold.day(table.at(row)) < known
                              && DelayedFold.day(table.at(row)) >= known - variant.historyDays());
            })
        .then(model -> write(recipe, tables.source(), model, in, out, steps));
  }

  private static Outcome<Scored> write(
      FraudRecipe recipe, EventSource source, ScoreModel model, Path in, Path out, Steps steps) {
    long start = System.nanoTime();
    long refusedBefore = source.refused();
    int[] places =
        model.inputs().names().stream()
            .mapToInt(source.features().inputs().names()::indexOf)
            .toArray();
    double[] row = new double[places.length];
    CardDay cards = new CardDay(recipe.variant(recipe.model()).cardDay());
    Unlabelled unlabelled = new Unlabelled(recipe);
    int card = recipe.policy().types().find(recipe.type()).orElseThrow().place(recipe.card());
    try (BufferedWriter lines = Files.newBufferedWriter(out)) {
      lines.write(recipe.idColumn() + ",score\n");
      return source
          .through(
              in,
              (event, numbers) -> {
                for (int i = 0; i < places.length; i++) {
                  row[i] = numbers[places[i]];
                }
                lines.write(event.id());
                lines.write(',');
                unlabelled.take(event);
                double alone = model.probability(row);
                double score =
                    event.known(card)
                        ? cards.score(event.word(card), DelayedFold.day(event.at()), alone)
                        : alone;
                lines.write(Double.toString(score));
                lines.write('\n');
              },
              steps)
          .map(
              rows ->
                  new Scored(
                      rows,
                      source.refused() - refusedBefore,
                      unlabelled.told(source.first()),
                      (System.nanoTime() - start) / 1e9));
    } catch (IOException unwritable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(out.getFileName()));
    }
  }

  /** Whether a file goes on for longer than labels take, without any. */
  private static final class Unlabelled {
    private final int label;
    private final int delayDays;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean labelled;

    Unlabelled(FraudRecipe recipe) {
      label = recipe.policy().types().find(recipe.type()).orElseThrow().place(recipe.label());
      delayDays = recipe.delayDays();
    }

    void take(EventValues event) {
      labelled |= event.known(label);
      first = Math.min(first, event.at());
      last = Math.max(last, event.at());
    }

    /** The refusals, and a word on the labels where there is something to say. */
    List<Refusal> told(List<Refusal> refusals) {
      long days = last < first ? 0 : DelayedFold.day(last) - DelayedFold.day(first) + 1;
      if (labelled || days <= delayDays) {
        return refusals;
      }
      List<Refusal> all = new ArrayList<>(refusals);
      all.add(Refusal.of(Code.LABELS_STALE, Long.toString(days)));
      return all;
    }
  }
}
