package dev.hufu.learn.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.kernel.script.ScriptBook;
import dev.hufu.language.learned.LearnedDetector;
import dev.hufu.language.learned.TextHead;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.report.ModelCard.DataFile;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.task.Task;
import dev.hufu.learn.task.Trained;
import dev.hufu.learn.text.TextTraining.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code task: texts}: the detector of scam texts.
 *
 * <p>Learns from our own sentences and from the collections that the recipe names; scores a CSV
 * file with columns {@code id} and {@code text}. Scores here are without the cues of a pack, which
 * {@code hufu screen} adds.
 */
public final class TextTask implements Task {

  /** One in so many texts is kept apart for the figures of the card. */
  private static final int APART = 5;

  private final ScriptBook book;

  /**
   * @param book whose cues are measured beside the learned score in {@link #evaluate}
   */
  public TextTask(ScriptBook book) {
    this.book = book;
  }

  @Override
  public Outcome<Trained> train(Recipe recipe, Path data, Steps steps) {
    TextPlan plan = TextPlan.of(recipe);
    return samples(plan, data).then(samples -> train(recipe, plan, samples, steps));
  }

  /** Our own texts and those of the collections that the plan names; each must be there. */
  private static Outcome<List<TextSample>> samples(TextPlan plan, Path data) {
    List<TextSample> samples = new ArrayList<>(TextSample.own(plan.own(), plan.seed()));
    if (plan.collections().isEmpty()) {
      return Outcome.of(samples);
    }
    return TextSample.read(data)
        .then(
            read -> {
              for (String name : plan.collections()) {
                List<TextSample> found =
                    read.stream().filter(sample -> sample.corpus().equals(name)).toList();
                if (found.isEmpty()) {
                  return Outcome.refused(Code.TEXTS_NONE, name);
                }
                samples.addAll(found);
              }
              return Outcome.of(samples);
            });
  }

  private static Outcome<Trained> train(
      Recipe recipe, TextPlan plan, List<TextSample> samples, Steps steps) {
    TextTraining training = new TextTraining(plan);
    steps.step("读文本", "Reading texts", 0, 3);
    List<Seen> seen = training.see(samples);
    List<Seen> learned = new ArrayList<>();
    List<Seen> apart = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      (i % APART == 0 ? apart : learned).add(seen.get(i));
    }
    steps.step("留出五分之一来量", "Measuring on a fifth kept apart", 1, 3);
    return training
        .train(learned)
        .then(
            half -> {
              steps.step("用全部文本训练", "Training on all texts", 2, 3);
              return training
                  .train(seen)
                  .map(head -> trained(recipe, plan, samples, new TextFigures(half, apart), head));
            });
  }

  private static Trained trained(
      Recipe recipe, TextPlan plan, List<TextSample> samples, TextFigures figures, TextHead head) {
    List<DataFile> data = data(recipe, samples);
    String learnedFrom =
        data.stream().map(file -> file.name() + "=" + file.rows()).collect(Collectors.joining(" "));
    ModelFile model =
        head.toFile()
            .with("task", "texts")
            .with("name", recipe.name())
            .with("recipe", recipe.digest().hex())
            .with("learnedFrom", learnedFrom);
    return new Trained(model, figures.card(recipe, plan, data), figures.report(), List.of());
  }

  /** What was learned from, collection by collection, as its texts were read. */
  private static List<DataFile> data(Recipe recipe, List<TextSample> samples) {
    List<DataFile> data = new ArrayList<>();
    for (String name : new TreeSet<>(samples.stream().map(TextSample::corpus).toList())) {
      List<String> texts =
          samples.stream()
              .filter(sample -> sample.corpus().equals(name))
              .map(TextSample::text)
              .toList();
      byte[] content = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
      data.add(new DataFile(name, Digest.of(content), texts.size(), licence(recipe, name)));
    }
    return data;
  }

  private static String licence(Recipe recipe, String data) {
    return recipe.body().list("licences").stream()
        .filter(entry -> entry.text("data").equals(data))
        .map(entry -> entry.text("licence"))
        .findFirst()
        .orElse("?");
  }

  @Override
  public Outcome<Evaluation> evaluate(Recipe recipe, Path data, Steps steps) {
    return TextSample.read(data)
        .then(samples -> new TextMeasures(recipe, book, samples).run(steps));
  }

  @Override
  public Outcome<Scored> score(ModelFile model, Path in, Path out, Steps steps) {
    return LearnedDetector.of(model, ScriptBook.EMPTY).then(detector -> score(detector, in, out));
  }

  @Override
  public Outcome<Scored> score(Recipe recipe, Path train, Path in, Path out, Steps steps) {
    return train(recipe, train, steps).then(trained -> score(trained.model(), in, out, steps));
  }

  private static Outcome<Scored> score(LearnedDetector detector, Path in, Path out) {
    long start = System.nanoTime();
    long rows = 0;
    List<Refusal> refused = new ArrayList<>();
    long broken = 0;
    try (CsvReader<NamedCsvRecord> lines =
            CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(in);
        CsvWriter scores = CsvWriter.builder().build(out)) {
      scores.writeRecord("id", "score");
      for (NamedCsvRecord line : lines) {
        String text = line.findField("text").orElse("");
        if (text.isBlank() || text.length() > Limits.SCREEN_TEXT_CHARS_MAX) {
          broken++;
          if (refused.size() < APART) {
            Code code = text.isBlank() ? Code.TEXT_EMPTY : Code.TEXT_TOO_LONG;
            refused.add(Refusal.of(code, Long.toString(line.getStartingLineNumber())));
          }
          continue;
        }
        scores.writeRecord(
            line.findField("id").orElse(Long.toString(rows)),
            Double.toString(detector.score(text)));
        rows++;
      }
    } catch (IOException | RuntimeException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
    return Outcome.of(new Scored(rows, broken, refused, (System.nanoTime() - start) / 1e9));
  }
}
