package dev.hufu.learn.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.kernel.text.Lang;
import dev.hufu.language.learned.LearnedDetector;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.task.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: the detector is rebuilt to the byte, from texts of our own alone where there are no others.
 */
class TextTaskTest {

  private final TextTask task = new TextTask(ScriptBook.EMPTY);

  @TempDir private Path folder = Path.of("");

  private static Recipe recipe(int own, String collections) {
    return Recipe.parse(
            "t.yaml",
            """
            name: small
            task: texts
            seed: 3
            own: %d
            collections: [%s]
            disturbed: 0.1
            bits: 15
            damping: 20
            cost: 1
            line: 0
            slope: 1
            cues: 1
            licences:
              - {data: own, licence: ours}
            """
                .formatted(own, collections))
        .orThrow();
  }

  @Test
  void sameRecipeSameFileAndItTellsOwnTextsApart() {
    Trained trained = task.train(recipe(800, ""), folder, Steps.SILENT).orThrow();
    Trained again = task.train(recipe(800, ""), folder, Steps.SILENT).orThrow();
    assertThat(again.model().toBytes()).isEqualTo(trained.model().toBytes());
    assertThat(trained.card().figures().getFirst().interval().value()).isGreaterThan(0.9);
    assertThat(trained.card().markdown(Lang.EN)).contains("own").contains("ours");
    LearnedDetector detector = LearnedDetector.of(trained.model(), ScriptBook.EMPTY).orThrow();
    assertThat(detector.score("您的积分已满10000可兑换现金，请登录www.abc.cn领取，逾期失效"))
        .isGreaterThan(detector.score("晚上一起吃火锅吗"));
  }

  @Test
  void scoresAFileAndTellsWhatItCannot() throws IOException {
    Trained trained = task.train(recipe(300, ""), folder, Steps.SILENT).orThrow();
    Path in = folder.resolve("in.csv");
    Path out = folder.resolve("out.csv");
    Files.writeString(in, "id,text\na,借我两千急用明天还\nb,\nc,\"早，吃了吗\"\n");
    Scored scored = task.score(trained.model(), in, out, Steps.SILENT).orThrow();
    assertThat(scored.rows()).isEqualTo(2);
    assertThat(scored.refused()).isEqualTo(1);
    assertThat(scored.first().getFirst().code()).isEqualTo(Code.TEXT_EMPTY);
    assertThat(Files.readString(out)).startsWith("id,score").contains("\na,0.").contains("\nc,0.");
  }

  @Test
  void aCollectionThatIsNotThereIsNamed() throws IOException {
    assertThat(
            task.train(recipe(300, "fbs"), folder, Steps.SILENT).findRefusal().orElseThrow().code())
        .isEqualTo(Code.TEXTS_NONE);
    Files.writeString(folder.resolve("sms_spam.tsv"), "label\ttext\nham\tsee you tonight\n");
    assertThat(
            task.train(recipe(300, "fbs"), folder, Steps.SILENT)
                .findRefusal()
                .orElseThrow()
                .subject())
        .isEqualTo("fbs");
  }

  @Test
  void theTableHasEveryGoalAndEveryOrigin() throws IOException {
    Files.writeString(
        folder.resolve("sms_spam.tsv"),
        "label\ttext\nham\tsee you tonight\nspam\tyou won a prize\n");
    Path tft5 = Files.createDirectory(folder.resolve("telecom-fraud-texts-5"));
    Files.writeString(
        tft5.resolve("tft5.csv"),
        "label_id,label,content\n0,0,三八节全场八折欢迎光临\n1,冒充公检法,您涉嫌洗钱请转到安全账户\n");
    Evaluation evaluation = task.evaluate(recipe(300, ""), folder, Steps.SILENT).orThrow();
    assertThat(evaluation.lines())
        .anyMatch(line -> line.figure().equals("recall, all") && line.holds().isPresent())
        .anyMatch(line -> line.task().equals("disguise"))
        .anyMatch(line -> line.task().equals("without tft5") && line.figure().equals("recall"));
  }

  @Test
  void aRecipeWithAWordForANumberIsRefused() {
    assertThat(
            Recipe.parse("t.yaml", "name: a\ntask: texts\nbits: many\n")
                .findRefusal()
                .orElseThrow()
                .code())
        .isEqualTo(Code.RECIPE_SHAPE);
  }
}
