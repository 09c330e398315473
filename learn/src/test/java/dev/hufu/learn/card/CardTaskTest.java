package dev.hufu.learn.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.kernel.text.Lang;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.report.ModelCard;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.task.Trained;
import dev.hufu.policy.card.Bin;
import dev.hufu.policy.card.CardWriter;
import dev.hufu.policy.card.Characteristic;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.load.CardFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: from a file of strangers to a card, the same twice, with all that must be told on the way.
 * Method: 600 applicants by chance whose risk is known, a recipe, and one thing wrong at a time.
 */
class CardTaskTest {

  private static final String RECIPE =
      """
      name: toy
      task: applicants
      seed: 3
      file: toy.csv
      label: {column: outcome, bad: [1]}
      id: who
      protected: {sex: [], age: [40]}
      classes: {FLOW: {use: optional, title: {zh: 流水, en: flow}}}
      derived:
        - {name: share, ratio: [debt, income]}
      bins: {trend: auto, fine: 10, most: 4, least: 0.05, signs: [-9]}
      features:
        income: {trend: descending, data: FLOW, title: {zh: 收入, en: income}}
        job: {changeable: false}
      choose: {information: 0.01, correlation: 0.99}
      points: {pdo: 20, at: 600, odds: 20, approve: 0.6}
      validate: {folds: 3, repeats: 1}
      challenger: {trees: 20, leaves: 3, rate: 0.1}
      goal: 0.5
      """;

  @TempDir private Path folder = Path.of("");

  private void write(int rows, Random chance) throws IOException {
    StringBuilder csv = new StringBuilder("who,sex,age,income,debt,job,same,outcome\n");
    for (int i = 0; i < rows; i++) {
      double income = 1000 + chance.nextInt(9000);
      double debt = chance.nextInt(5000);
      String job = List.of("clerk", "driver", "none").get(chance.nextInt(3));
      double odds = -1 + debt / income * 2 - income / 4000 + (job.equals("none") ? 1.5 : 0);
      boolean bad = chance.nextDouble() < 1 / (1 + Math.exp(-odds));
      String shown = i % 17 == 0 ? "" : i % 23 == 0 ? "-9" : Double.toString(income);
      csv.append(
          String.format(
              Locale.ROOT,
              "a%d,%s,%d,%s,%s,%s,7,%d%n",
              i,
              i % 2 == 0 ? "f" : "m",
              20 + chance.nextInt(50),
              shown,
              debt,
              job,
              bad ? 1 : 0));
    }
    Files.writeString(folder.resolve("toy.csv"), csv.toString());
  }

  private Trained trained(String recipe) {
    return new CardTask()
        .train(Recipe.parse("toy.yaml", recipe).orThrow(), folder, Steps.SILENT)
        .orThrow();
  }

  private Refusal refusal(String recipe) {
    return Recipe.parse("toy.yaml", recipe)
        .then(read -> new CardTask().train(read, folder, Steps.SILENT))
        .findRefusal()
        .orElseThrow();
  }

  private static Scorecard card(ModelFile model) {
    String text = new String(model.findPart(CardTask.PART).orElseThrow(), StandardCharsets.UTF_8);
    return CardFile.read(CardTask.PART, text).orThrow();
  }

  @Test
  void theSameFileTwiceWithACardThatMayBeLoaded() throws IOException {
    write(600, new Random(1));
    Trained once = trained(RECIPE);
    Trained twice = trained(RECIPE);
    assertThat(once.model().toBytes()).isEqualTo(twice.model().toBytes());
    Scorecard card = card(once.model());
    assertThat(card.characteristics())
        .extracting(Characteristic::feature)
        .contains("share", "job")
        .doesNotContain("sex", "age", "who", "same", "outcome");
    assertThat(once.notices()).extracting(Refusal::code).contains(Code.LEARN_CONSTANT);
    assertThat(once.card().figures().getFirst().interval().value()).isBetween(0.6, 0.95);
    assertThat(once.card().slices())
        .extracting(ModelCard.Slice::part)
        .contains("sex f", "age < 40");
    assertThat(once.card().markdown(Lang.ZH)).contains("toy.csv");
    assertThat(once.report().sections()).hasSizeGreaterThan(8);
    assertThat(once.report().sections()).anyMatch(section -> section instanceof Report.Curves);
  }

  @Test
  void whatOthersSayIsLeftOutAndStepsChoose() throws IOException {
    write(600, new Random(1));
    String twice =
        RECIPE
            .replace("bins:", "  - {name: less, difference: [debt, income]}\nbins:")
            .replace("correlation: 0.99", "correlation: 1, inflation: 3, steps: both");
    Trained trained = trained(twice);
    assertThat(trained.notices()).extracting(Refusal::code).contains(Code.CARD_INFLATED);
    assertThat(card(trained.model()).characteristics()).hasSizeBetween(2, 4);
  }

  /** Whoever was turned down is learnt from only as assumed, and that is said on everything. */
  @Test
  void outcomesOfThoseTurnedDownAreAssumedAndSaid() throws IOException {
    write(600, new Random(6));
    List<String> lines = Files.readAllLines(folder.resolve("toy.csv"));
    for (int i = 1; i < lines.size(); i += 4) {
      lines.set(i, lines.get(i).substring(0, lines.get(i).length() - 1) + "refused");
    }
    Files.write(folder.resolve("toy.csv"), lines);
    String dropped = RECIPE.replace("bad: [1]}", "bad: [1], drop: [refused]}");
    Trained known = trained(dropped);
    for (String how : List.of("fuzzy", "parcels")) {
      String rejects = "rejects: {words: [refused], how: " + how + ", worse: 2}\npoints:";
      Trained assumed = trained(RECIPE.replace("points:", rejects));
      assertThat(assumed.model().toBytes()).isNotEqualTo(known.model().toBytes());
      assertThat(card(assumed.model()).title().en()).contains("assumed");
      assertThat(assumed.card().markdown(Lang.EN)).contains("An assumption, not data: 150");
      assertThat(assumed.report().sections().getLast().toString()).contains("An assumption");
      long cases =
          card(assumed.model()).characteristics().getFirst().bins().stream()
              .mapToLong(bin -> bin.seen().orElseThrow().rows())
              .sum();
      assertThat(cases).isBetween(595L, 605L);
      assertThat(assumed.card().slices().getFirst().cases()).isLessThan(450);
    }
    assertThat(known.card().markdown(Lang.EN)).doesNotContain("assumption");
  }

  @Test
  void stumpsMakeACardToo() throws IOException {
    write(400, new Random(2));
    String stumps = "fit: {stumps: {trees: 40, rate: 0.2, rows: 5}}\npoints:";
    Scorecard card = card(trained(RECIPE.replace("points:", stumps)).model());
    assertThat(card.characteristics()).isNotEmpty();
    assertThat(card.characteristics()).allMatch(each -> each.bins().size() <= 4 + 3);
  }

  @Test
  void binsSetByHandAreKept() throws IOException {
    write(600, new Random(3));
    Scorecard card = card(trained(RECIPE).model());
    Characteristic share =
        card.characteristics().stream()
            .filter(each -> each.id().equals("share"))
            .findFirst()
            .orElseThrow();
    String bins = CardWriter.yaml(card);
    String edited =
        bins.replaceFirst(
            "(?s)(id: share.*?bins:\n).*?(      - \\{special)",
            "$1      - {below: 0.5, points: 9}\n      - {from: 0.5, points: 0}\n$2");
    assertThat(edited).isNotEqualTo(bins);
    Map<String, Classes> fixed = CardTask.classes(CardFile.read("c", edited).orThrow());
    Scorecard again =
        card(
            new CardTask()
                .train(Recipe.parse("r", RECIPE).orThrow(), folder, fixed, Steps.SILENT)
                .orThrow()
                .model());
    Characteristic kept =
        again.characteristics().stream()
            .filter(each -> each.id().equals("share"))
            .findFirst()
            .orElseThrow();
    assertThat(kept.bins())
        .extracting(Bin::where)
        .startsWith(
            fixed.values().stream()
                .filter(c -> c.feature().equals("share"))
                .findFirst()
                .orElseThrow()
                .bins()
                .getFirst());
    assertThat(kept.bins().size()).isEqualTo(2 + 2);
    assertThat(share.bins().size()).isGreaterThan(kept.bins().size() - 1);
  }

  @Test
  void scoringCountsWordsNobodyHasSeenAndLinesThatCannotBeRead() throws IOException {
    write(600, new Random(4));
    ModelFile model = trained(RECIPE).model();
    Files.writeString(
        folder.resolve("new.csv"),
        "who,sex,age,income,debt,job,same,outcome\n"
            + "n1,f,30,5000,100,astronaut,7,0\n"
            + "n2,f,30,inf,100,clerk,7,0\n"
            + "n3,f,30,5000\n"
            + "n4,f,30,,100,clerk,7,0\n");
    Path out = folder.resolve("out.csv");
    Scored scored =
        new CardTask().score(model, folder.resolve("new.csv"), out, Steps.SILENT).orThrow();
    assertThat(scored.rows()).isEqualTo(2);
    assertThat(scored.refused()).isEqualTo(2);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("2,n1,").endsWith(",job");
  }

  @Test
  void aColumnThatKnowsTheOutcomeIsTold() throws IOException {
    write(400, new Random(5));
    Path file = folder.resolve("toy.csv");
    List<String> lines = Files.readAllLines(file);
    StringBuilder more = new StringBuilder(lines.getFirst() + ",later\n");
    for (String line : lines.subList(1, lines.size())) {
      more.append(line).append(',').append(line.endsWith("1") ? 900 : 3).append('\n');
    }
    Files.writeString(file, more.toString());
    assertThat(trained(RECIPE).notices())
        .anyMatch(told -> told.code() == Code.LEARN_LEAK && told.subject().equals("later"));
  }

  @Test
  void whatCannotBeLearned() throws IOException {
    write(300, new Random(6));
    assertThat(refusal(RECIPE.replace("bad: [1]", "bad: [5]")).code())
        .isEqualTo(Code.LEARN_ONE_CLASS);
    assertThat(refusal(RECIPE.replace("column: outcome", "column: nowhere")).code())
        .isEqualTo(Code.LEARN_COLUMN);
    assertThat(refusal(RECIPE.replace("job: {changeable: false}", "sex: {}")).code())
        .isEqualTo(Code.CARD_PROTECTED);
    assertThat(refusal(RECIPE.replace("[debt, income]", "[debt, age]")).code())
        .isEqualTo(Code.RECIPE_SHAPE);
    assertThat(refusal(RECIPE.replace("information: 0.01", "information: 9")).code())
        .isEqualTo(Code.CARD_NOTHING_LEFT);
    assertThat(refusal(RECIPE.replace("folds: 3", "folds: 1")).code()).isEqualTo(Code.RECIPE_SHAPE);
  }

  @Test
  void evaluationHoldsCardAgainstChallenger() throws IOException {
    write(400, new Random(7));
    var lines =
        new CardTask()
            .evaluate(Recipe.parse("r", RECIPE).orThrow(), folder, Steps.SILENT)
            .orThrow()
            .lines();
    assertThat(lines.getFirst().ours())
        .isCloseTo(Math.max(lines.get(1).ours(), lines.get(2).ours()), within(1e-12));
    assertThat(lines.getFirst().holds()).contains(true);
    assertThat(CreditEvaluation.arithmetic()).allMatch(line -> line.holds().orElse(false));
  }
}
