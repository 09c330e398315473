package dev.hufu.learn.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: numbers from neighbours are what they say and never hold a row's own label; a graph with
 * bad receivers is learnt and scored. Method: four payments by hand, four hundred generated.
 */
final class GraphLearningTest {

  private static final String RECIPE =
      """
      name: graph
      task: events
      seed: 3
      graph:
        files: 'graph[.]csv'
        id: id
        time: t
        amount: sum
        label: {column: label, bad: "1", good: "0", never: "2"}
        ends: [from, to]
        groups: [[], [from], [to], [from, to], [sum]]
        halfLives: [50]
        parts: 4
      boost: {trees: 30, rate: 0.1, leaves: 6, depth: 4, rowsInLeaf: 5,
              rowShare: 0.8, inputShare: 0.5, ridge: 1}
      goals: {AP: 0.5}
      protocol: {testShare: 0.25, splits: [1, 2]}
      """;

  @TempDir private Path folder;

  private static final class Columns {
    final GraphFeatures features;
    final double[][] columns;

    Columns(GraphFeatures features, byte[] known) {
      this.features = features;
      this.columns = features.of(known);
    }

    double at(String name, int row) {
      return columns[features.names().indexOf(name)][row];
    }
  }

  @Test
  void numbersComeFromNeighboursAndNeverFromOneself() {
    double[] time = {0, 10, 20, 30};
    byte[] labels = {GraphTable.BAD, GraphTable.GOOD, GraphTable.UNKNOWN, GraphTable.BAD};
    GraphTable table =
        new GraphTable(
            time,
            new double[] {1, 3, 1, 3},
            new int[][] {{0, 0, 0, 1}},
            labels,
            new boolean[] {false, false, true, false});
    GraphFeatures features =
        new GraphFeatures(
            table, List.of("from"), List.of(table.group(List.of(0))), new double[] {10});
    Columns all = new Columns(features, labels);
    assertThat(all.features.names()).hasSize(all.columns.length);
    assertThat(all.at("from.count", 2)).isEqualTo(3);
    assertThat(all.at("from.since", 2)).isEqualTo(10);
    assertThat(all.at("from.since", 0)).isNaN();
    assertThat(all.at("from.until", 0)).isEqualTo(10);
    assertThat(all.at("from.never", 0)).isEqualTo(0.5);
    assertThat(all.at("from.known", 2)).isEqualTo(2);
    assertThat(all.at("from.rate", 2)).isCloseTo((1 + 3 * 2 / 3.0) / 5, within(1e-12));
    assertThat(all.at("from.before", 2)).isEqualTo(0);
    assertThat(all.at("from.after", 0)).isEqualTo(0);
    assertThat(all.at("from.known_10", 2)).isCloseTo(0.5 + 0.25, within(1e-12));
    byte[] turned = labels.clone();
    turned[0] = GraphTable.GOOD;
    Columns other = new Columns(features, turned);
    double baseTurned = 1 / 3.0;
    assertThat(all.at("from.rate", 0)).isCloseTo((0 + 3 * 2 / 3.0) / 4, within(1e-12));
    assertThat(other.at("from.rate", 0)).isCloseTo((0 + 3 * baseTurned) / 4, within(1e-12));
    assertThat(other.at("from.before", 0)).isNaN();
    assertThat(other.at("from.known_10", 0)).isEqualTo(all.at("from.known_10", 0));
  }

  /** Every seventh receiver is bad for a while; a third of the rows has no label. */
  private void generate() throws IOException {
    Random random = new Random(5);
    StringBuilder rows = new StringBuilder("id,t,from,to,sum,label\n");
    for (int i = 0; i < 400; i++) {
      int to = random.nextInt(21);
      boolean bad = to % 7 == 0 && random.nextInt(5) > 0;
      int label = random.nextInt(3) == 0 ? 2 : bad ? 1 : 0;
      rows.append(i).append(',').append(i * 3).append(",p").append(random.nextInt(60));
      rows.append(",q").append(to).append(',').append(5 + random.nextInt(9)).append(',');
      rows.append(label).append('\n');
    }
    rows.append("400,x,p1,q1,5,0\n");
    Files.writeString(folder.resolve("graph.csv"), rows);
  }

  @Test
  void badReceiversAreLearnt() throws IOException {
    generate();
    Recipe recipe = Recipe.parse("graph.yaml", RECIPE).orThrow();
    FraudTask task = new FraudTask(folder);
    Evaluation evaluation = task.evaluate(recipe, folder, Steps.SILENT).orThrow();
    assertThat(evaluation.holds()).isTrue();
    assertThat(evaluation.lines().getFirst().ours()).isGreaterThan(0.85);
    Files.writeString(
        folder.resolve("new.csv"), "id,t,from,to,sum\n500,1201,p1,q7,5\n501,1202,p2,q8,5\n");
    Path out = folder.resolve("out.csv");
    Scored scored =
        task.score(recipe, folder, folder.resolve("new.csv"), out, Steps.SILENT).orThrow();
    assertThat(scored.rows()).isEqualTo(2);
    assertThat(scored.refused()).isEqualTo(1);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.getFirst()).isEqualTo("id,score");
    double bad = Double.parseDouble(lines.get(1).substring("500,".length()));
    double good = Double.parseDouble(lines.get(2).substring("501,".length()));
    assertThat(bad).isGreaterThan(good + 0.3);
    ModelFile model = task.train(recipe, folder, Steps.SILENT).orThrow().model();
    assertThat(task.score(model, folder, out, Steps.SILENT).findRefusal().map(Refusal::code))
        .contains(Code.MODEL_NEEDS_GRAPH);
    byte[] once = model.toBytes();
    assertThat(task.train(recipe, folder, Steps.SILENT).orThrow().model().toBytes())
        .isEqualTo(once);
  }

  @Test
  void aMissingColumnAndAnUnknownEndAreTold() throws IOException {
    Files.writeString(folder.resolve("graph.csv"), "id,t,from,sum,label\n1,1,a,1,0\n");
    Recipe recipe = Recipe.parse("graph.yaml", RECIPE).orThrow();
    assertThat(
            new FraudTask(folder)
                .evaluate(recipe, folder, Steps.SILENT)
                .findRefusal()
                .map(Refusal::code))
        .contains(Code.LEARN_COLUMN);
    Recipe wrong =
        Recipe.parse("graph.yaml", RECIPE.replace("[from, to], [sum]", "[via]")).orThrow();
    assertThat(
            new FraudTask(folder)
                .evaluate(wrong, folder, Steps.SILENT)
                .findRefusal()
                .orElseThrow()
                .position()
                .orElseThrow()
                .line())
        .isEqualTo(11);
  }
}
