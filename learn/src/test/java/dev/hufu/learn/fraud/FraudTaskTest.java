package dev.hufu.learn.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.task.Trained;
import dev.hufu.learn.watch.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: payments are learnt through the engine's own features, scored by what was known at their
 * moment, and what is wrong is told. Method: forty days of sixty generated cards; labels that are
 * not known yet are turned round and change nothing.
 */
final class FraudTaskTest {

  private static final String RECIPE =
      """
      name: small
      task: events
      seed: 1
      events:
        pack: en-generic/cards
        files: 'tx-.*[.]csv'
        card: payer
        mapping:
          type: transfer
          id: ID
          at: {column: AT, format: "yyyy-MM-dd'T'HH:mm:ss", zone: UTC}
          fields:
            payer: CARD
            payee: TERMINAL
            amount: {column: AMOUNT, unit: yuan}
            channel: {constant: card}
            fraud: {column: FRAUD, values: {"0": false, "1": true}}
          skip: others
      label: {field: fraud, delayDays: 7}
      goods: 1.0
      inputs:
        few: [transfer.amount, payer.now_over_mean_90d, payee.known.risk_30d, payer.out.count_1d]
      variants:
        - {name: trees, kind: trees, inputs: few, historyDays: 20, seeds: 2, goals: {AP: 0.5},
           boost: {trees: 20, rate: 0.2, leaves: 6, depth: 4, rowsInLeaf: 10,
                   rowShare: 1.0, inputShare: 1.0, ridge: 1}}
        - {name: logistic, kind: logistic, inputs: few, historyDays: 20}
      model: trees
      protocol: {starts: ["2026-01-15", "2026-01-18"], trainDays: 7, testDays: 7, cards: 5}
      """;

  private static final Path PACKS = Path.of("..", "packs");

  @TempDir private Path folder;
  private final FraudTask task = new FraudTask(PACKS);
  private final List<String> lines = new ArrayList<>();

  private static Recipe recipe(String text) {
    return Recipe.parse("small.yaml", text).orThrow();
  }

  /** Cards pay what they always pay; now and then somebody else pays six times that. */
  @BeforeEach
  void generate() throws IOException {
    Random random = new Random(9);
    LocalDateTime at = LocalDateTime.of(2026, 1, 1, 0, 0);
    for (int i = 0; i < 2_400; i++) {
      at = at.plusSeconds(1_200 + random.nextInt(480));
      String moment = at.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT));
      int card = random.nextInt(60);
      boolean bad = random.nextInt(30) == 0;
      int cents = (1_000 + 100 * card) * (bad ? 6 : 1) + random.nextInt(400);
      lines.add(
          "%d,%s,c%d,t%d,%d.%02d,%d"
              .formatted(
                  i, moment, card, random.nextInt(50), cents / 100, cents % 100, bad ? 1 : 0));
    }
    write("tx-1.csv", lines.subList(0, 2_000));
  }

  private Path write(String name, List<String> rows) throws IOException {
    List<String> all = new ArrayList<>(List.of("ID,AT,CARD,TERMINAL,AMOUNT,FRAUD"));
    all.addAll(rows);
    return Files.write(folder.resolve(name), all);
  }

  private List<String> scores(Path in) throws IOException {
    Path out = folder.resolve("out.csv");
    Scored scored = task.score(recipe(RECIPE), data(), in, out, Steps.SILENT).orThrow();
    assertThat(scored.refused()).isZero();
    return Files.readAllLines(out);
  }

  private Path data() {
    return folder.resolve("tx-1.csv");
  }

  @Test
  void figuresOfTheFolds() {
    Evaluation evaluation = task.evaluate(recipe(RECIPE), data(), Steps.SILENT).orThrow();
    assertThat(evaluation.lines()).hasSize(6);
    assertThat(evaluation.holds()).isTrue();
    assertThat(evaluation.lines())
        .filteredOn(line -> line.figure().equals("AUC"))
        .allSatisfy(line -> assertThat(line.ours()).isBetween(0.9, 1.0));
  }

  @Test
  void labelsNotKnownYetChangeNothing() throws IOException {
    List<String> next = lines.subList(2_000, 2_300);
    List<String> scores = scores(write("next.csv", next));
    assertThat(scores).hasSize(301);
    assertThat(scores.getFirst()).isEqualTo("ID,score");
    List<String> turned =
        next.stream().map(line -> line.substring(0, line.length() - 1) + "1").toList();
    assertThat(scores(write("turned.csv", turned))).isEqualTo(scores);
    List<String> bare = new ArrayList<>(List.of("ID,AT,CARD,TERMINAL,AMOUNT"));
    next.forEach(line -> bare.add(line.substring(0, line.length() - 2)));
    assertThat(scores(Files.write(folder.resolve("bare.csv"), bare))).isEqualTo(scores);
    double bad = 0;
    double good = 0;
    for (int i = 0; i < next.size(); i++) {
      double score = Double.parseDouble(scores.get(i + 1).split(",")[1]);
      assertThat(score).isBetween(0.0, 1.0);
      bad = next.get(i).endsWith(",1") ? Math.max(bad, score) : bad;
      good += next.get(i).endsWith(",0") ? score / next.size() : 0;
    }
    assertThat(bad).isGreaterThan(10 * good);
  }

  @Test
  void aLongFileWithoutLabelsIsTold() throws IOException {
    Path out = folder.resolve("stale.csv");
    Path train = write("tx-5.csv", lines.subList(0, 1_700));
    for (int days : new int[] {3, 9}) {
      List<String> bare = new ArrayList<>(List.of("ID,AT,CARD,TERMINAL,AMOUNT"));
      lines.subList(1_700, 1_700 + 60 * days).stream()
          .map(line -> line.substring(0, line.length() - 2))
          .forEach(bare::add);
      Path in = Files.write(folder.resolve("bare.csv"), bare);
      Scored scored = task.score(recipe(RECIPE), train, in, out, Steps.SILENT).orThrow();
      assertThat(scored.first()).hasSize(days > 7 ? 1 : 0);
      assertThat(scored.refused()).isZero();
    }
  }

  /** The payments of a day add up in the file that is scored, by a little each. */
  @Test
  void paymentsOfACardsDayAddUp() throws IOException {
    List<String> next = lines.subList(2_000, 2_300);
    Path in = write("day.csv", next);
    List<String> alone = scores(in);
    String adding = RECIPE.replace("seeds: 2,", "seeds: 2, cardDay: 0.05,");
    Path out = folder.resolve("out.csv");
    task.score(recipe(adding), data(), in, out, Steps.SILENT).orThrow();
    List<String> added = Files.readAllLines(out);
    CardDay cards = new CardDay(0.05);
    for (int i = 0; i < next.size(); i++) {
      String[] cells = next.get(i).split(",");
      long day = LocalDate.parse(cells[1].substring(0, 10)).toEpochDay();
      double single = Double.parseDouble(alone.get(i + 1).split(",")[1]);
      double expected = cards.score(cells[2], day, single);
      assertThat(Double.parseDouble(added.get(i + 1).split(",")[1])).isEqualTo(expected);
    }
    assertThat(added).isNotEqualTo(alone);
    ModelFile model = task.train(recipe(adding), data(), Steps.SILENT).orThrow().model();
    assertThat(model.part(Profile.PART).then(Profile::read).orThrow().score()).isNotNull();
    CardDay three = new CardDay(0.005);
    assertThat(three.score(1, 7, 0.002)).isCloseTo(0.002, within(1e-12));
    assertThat(three.score(1, 7, 0.9)).isCloseTo(0.9002, within(1e-12));
    assertThat(three.score(1, 7, 0.002)).isCloseTo(0.00897602, within(1e-8));
    assertThat(three.score(2, 7, 0.002)).isCloseTo(0.002, within(1e-12));
    assertThat(three.score(1, 8, 0.002)).isCloseTo(0.002, within(1e-12));
    assertThat(three.score(1, 7, 0.5)).isEqualTo(0.5);
  }

  @Test
  void sameSeedSameModelAndItScoresAgain() throws IOException {
    Trained once = task.train(recipe(RECIPE), data(), Steps.SILENT).orThrow();
    Trained again = task.train(recipe(RECIPE), data(), Steps.SILENT).orThrow();
    assertThat(again.model().toBytes()).isEqualTo(once.model().toBytes());
    assertThat(once.card().figures()).hasSize(2);
    assertThat(once.report().sections()).hasSizeGreaterThan(3);
    Path out = folder.resolve("by-model.csv");
    ModelFile read = ModelFile.read(once.model().toBytes()).orThrow();
    Scored scored = task.score(read, data(), out, Steps.SILENT).orThrow();
    assertThat(scored.rows()).isEqualTo(2_000);
    ModelFile other = read.with(StreamLearning.MODEL, new byte[] {1, 2, 3});
    assertThat(code(task.score(other, data(), out, Steps.SILENT))).isEqualTo(Code.MODEL_DAMAGED);
    String wider = RECIPE.replace("few: [transfer.amount,", "few: [transfer.amount, event.hour,");
    ModelFile foreign =
        read.with(
            StreamLearning.RECIPE,
            recipe(wider).body().json().toString().getBytes(StandardCharsets.UTF_8));
    assertThat(code(task.score(foreign, data(), out, Steps.SILENT))).isEqualTo(Code.MODEL_OTHER);
  }

  @Test
  void anInputThatKnowsTheOutcomeIsRefusedAtItsPlace() {
    for (String early : List.of("transfer.fraud", "payee.nothing")) {
      Refusal refusal =
          task.evaluate(recipe(RECIPE.replace("payee.known.risk_30d", early)), data(), Steps.SILENT)
              .findRefusal()
              .orElseThrow();
      assertThat(refusal.code())
          .isEqualTo(early.equals("transfer.fraud") ? Code.LABEL_TOO_EARLY : Code.RECIPE_SHAPE);
      assertThat(refusal.position().orElseThrow().line()).isEqualTo(22);
    }
    String late = RECIPE.replace("delayDays: 7", "delayDays: 8");
    assertThat(code(task.evaluate(recipe(late), data(), Steps.SILENT)))
        .isEqualTo(Code.LABEL_TOO_EARLY);
  }

  @Test
  void oneOutcomeOnlyIsRefusedAndBadLinesAreTold() throws IOException {
    List<String> good = lines.stream().filter(line -> line.endsWith(",0")).toList();
    assertThat(code(task.train(recipe(RECIPE), write("tx-2.csv", good), Steps.SILENT)))
        .isEqualTo(Code.LEARN_ONE_CLASS);
    List<String> some = new ArrayList<>(lines.subList(0, 2_000));
    some.set(100, some.get(100).replace("2026-01", "2026-99"));
    some.set(200, "200,too,few");
    Trained trained = task.train(recipe(RECIPE), write("tx-3.csv", some), Steps.SILENT).orThrow();
    assertThat(trained.notices()).filteredOn(told -> told.position().isPresent()).hasSize(2);
    assertThat(trained.notices())
        .filteredOn(told -> told.code() == Code.LINES_UNUSED)
        .hasSize(1)
        .allMatch(told -> told.toString().contains("2"));
    assertThat(trained.notices().getFirst().position().orElseThrow().line()).isEqualTo(102);
  }

  @Test
  void constantAndLeakingInputsAreTold() throws IOException {
    List<String> told = new ArrayList<>();
    for (String line : lines.subList(0, 2_000)) {
      String[] cells = line.split(",");
      cells[4] = cells[5].equals("1") ? "900.00" : "10.00";
      told.add(String.join(",", cells));
    }
    String constant = RECIPE.replace("payer.out.count_1d", "payer.out.count_1d, transfer.balance");
    Trained trained = task.train(recipe(constant), write("tx-4.csv", told), Steps.SILENT).orThrow();
    assertThat(trained.notices().stream().map(Refusal::toString))
        .anyMatch(notice -> notice.contains("HF-1383") && notice.contains("transfer.amount"))
        .anyMatch(notice -> notice.contains("HF-1382") && notice.contains("transfer.balance"));
  }

  @Test
  void theRecipesOfTheTreeAreWhole() {
    Path recipes = Path.of("..", "recipes");
    FraudRecipe handbook =
        Recipe.read(recipes.resolve("handbook.yaml"))
            .then(recipe -> FraudRecipe.of(recipe, new FraudPacks(PACKS)))
            .orThrow();
    assertThat(handbook.folds()).hasSize(4);
    assertThat(handbook.variant(handbook.model()).trees()).isTrue();
    GraphRecipe graph = Recipe.read(recipes.resolve("s-ffsd.yaml")).then(GraphRecipe::of).orThrow();
    assertThat(graph.groups()).containsKeys("all", "Source+Target", "Amount");
    assertThat(graph.groups().get("Amount")).containsExactly(GraphRecipe.AMOUNT);
  }

  @Test
  void oneCommandMeasuresWhatLiesThere() throws IOException {
    Path recipes = Files.createDirectory(folder.resolve("recipes"));
    Files.writeString(recipes.resolve("handbook.yaml"), RECIPE);
    FraudEvaluation evaluation = new FraudEvaluation(PACKS, recipes);
    assertThat(code(evaluation.run(recipes, Steps.SILENT))).isEqualTo(Code.FILE_UNREADABLE);
    Path data = Files.createDirectories(folder.resolve("data").resolve("handbook"));
    Files.copy(data(), data.resolve("tx-1.csv"));
    assertThat(evaluation.run(folder.resolve("data"), Steps.SILENT).orThrow().lines()).hasSize(6);
  }

  private static Code code(Outcome<?> outcome) {
    return outcome.findRefusal().map(Refusal::code).orElseThrow();
  }
}
