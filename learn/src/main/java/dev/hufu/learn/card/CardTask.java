package dev.hufu.learn.card;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.model.ModelFile;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.frame.FrameFormat;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.learn.task.Evaluation;
import dev.hufu.learn.task.Scored;
import dev.hufu.learn.task.Steps;
import dev.hufu.learn.task.Task;
import dev.hufu.learn.task.Trained;
import dev.hufu.learn.watch.Profile;
import dev.hufu.policy.card.CardWriter;
import dev.hufu.policy.card.ReasonMethod;
import dev.hufu.policy.card.Scorecard;
import dev.hufu.policy.load.CardFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The task {@code applicants}: a scorecard, measured against its challenger on the same folds.
 *
 * <p>Example: {@code new CardTask().train(recipe, Path.of("credit"), Steps.SILENT)}. The model file
 * holds the card as text, so that whoever has it can read it.
 */
public final class CardTask implements Task {

  /** The kind of its model files, and the part that is the card. */
  public static final String KIND = "card";

  public static final String PART = "card.yaml";

  private static final String RECIPE = "recipe.yaml";

  /** A feature that alone ranks better than this has most likely seen the outcome. */
  private static final double LEAK_FROM = 0.99;

  @Override
  public Outcome<Trained> train(Recipe recipe, Path data, Steps steps) {
    return train(recipe, data, Map.of(), steps);
  }

  /**
   * Trains with bins that a person has set.
   *
   * @param fixed bins by feature, from {@link #classes}; the rest are found
   */
  public Outcome<Trained> train(Recipe recipe, Path data, Map<String, Classes> fixed, Steps steps) {
    return ApplicantRecipe.of(recipe)
        .then(
            own ->
                Applicants.read(own, data)
                    .then(applicants -> trained(recipe, own, applicants, fixed, steps)));
  }

  /** The bins of a card, to be set while it is fitted again. */
  public static Map<String, Classes> classes(Scorecard card) {
    Map<String, Classes> classes = new java.util.TreeMap<>();
    card.characteristics()
        .forEach(
            each ->
                classes.put(
                    each.feature(),
                    new Classes(
                        each.feature(), each.bins().stream().map(bin -> bin.where()).toList())));
    return classes;
  }

  private static Outcome<Trained> trained(
      Recipe recipe,
      ApplicantRecipe own,
      Applicants applicants,
      Map<String, Classes> fixed,
      Steps steps) {
    List<Refusal> notices = new ArrayList<>(applicants.told());
    if (applicants.refused() > 0) {
      notices.add(Refusal.of(Code.LINES_UNUSED, Long.toString(applicants.refused())));
    }
    Optional<Refusal> misfit = misfit(applicants.sample(), fixed);
    if (misfit.isPresent()) {
      return Outcome.refused(misfit.get());
    }
    notices.addAll(leaks(own, applicants.sample()));
    Outcome<CardModel> learned =
        RejectInference.with(own, applicants.sample(), applicants.rejected(), fixed)
            .then(sample -> new CardLearner(own.settings(), own::rule).learn(sample, fixed));
    Outcome<CrossCheck> checked =
        learned.then(model -> CrossCheck.of(own, applicants, fixed, steps));
    return learned.then(
        model ->
            checked.map(
                check -> {
                  notices.addAll(model.told());
                  Scorecard card = new CardMaker(own).card(model, applicants.sample());
                  ModelFile file =
                      ModelFile.of(KIND)
                          .with("task", recipe.task())
                          .with("recipe", recipe.digest().hex())
                          .with("name", recipe.name())
                          .with(PART, utf8(CardWriter.yaml(card)))
                          .with(RECIPE, utf8(recipe.body().json().toString()))
                          .with(Profile.PART, CardProfile.of(card, applicants.sample()).toBytes());
                  CardStory story = new CardStory(own, applicants, model, card, check);
                  return new Trained(
                      file, story.card(recipe), story.report(), List.copyOf(notices));
                }));
  }

  /** Bins of numbers for words, or the other way round. */
  private static Optional<Refusal> misfit(Sample sample, Map<String, Classes> fixed) {
    return sample.columns().stream()
        .filter(
            column ->
                Optional.ofNullable(fixed.get(column.name()))
                    .filter(classes -> classes.words() != column.words())
                    .isPresent())
        .findFirst()
        .map(column -> Refusal.of(Code.CARD_CLASSES, column.name()));
  }

  private static List<Refusal> leaks(ApplicantRecipe recipe, Sample sample) {
    List<Refusal> leaks = new ArrayList<>();
    for (FeatureColumn column : sample.columns()) {
      Classes classes =
          new Binning(recipe.rule(column.name()), column.words()).classes(column, sample);
      int[] bins = classes.of(column);
      double[] weights = sample.counts(bins, classes.bins().size()).weights(1);
      double[] scores = new double[bins.length];
      for (int row = 0; row < bins.length; row++) {
        scores[row] = weights[bins[row]];
      }
      if (Ranking.of(scores, sample.outcomes()).auc() > LEAK_FROM) {
        leaks.add(Refusal.of(Code.LEARN_LEAK, column.name()));
      }
    }
    return leaks;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Outcome<Evaluation> evaluate(Recipe recipe, Path data, Steps steps) {
    return ApplicantRecipe.of(recipe)
        .then(
            own ->
                Applicants.read(own, data)
                    .then(
                        applicants ->
                            CrossCheck.of(own, applicants, Map.of(), steps)
                                .map(check -> CreditLines.of(own, check))))
        .map(lines -> new Evaluation(lines, CreditLines.report(recipe.name(), lines)));
  }

  @Override
  public Outcome<Scored> score(ModelFile model, Path in, Path out, Steps steps) {
    Outcome<Scorecard> card =
        model
            .part(PART)
            .then(part -> CardFile.read(PART, new String(part, StandardCharsets.UTF_8)));
    Outcome<ApplicantRecipe> recipe =
        model
            .part(RECIPE)
            .then(part -> Recipe.parse(RECIPE, new String(part, StandardCharsets.UTF_8)))
            .then(ApplicantRecipe::of);
    return card.then(
        read -> recipe.then(own -> score(read, own.format(), own.id(), in, out, steps)));
  }

  private static Outcome<Scored> score(
      Scorecard card, FrameFormat format, Optional<String> id, Path in, Path out, Steps steps) {
    CardSheet.Options options = new CardSheet.Options(id, List.of(), ReasonMethod.NEAR_CUTOFF);
    return CardSheet.score(card, format, in, out, options, steps)
        .map(
            sheet -> {
              sheet
                  .unseen()
                  .forEach(
                      (feature, count) ->
                          steps.step(
                              new Wording(
                                  feature + "：卡上没有的词，按「别的」算", feature + ": words not on the card"),
                              count,
                              count));
              return sheet.scored();
            });
  }

  @Override
  public Outcome<Scored> score(Recipe recipe, Path train, Path in, Path out, Steps steps) {
    return train(recipe, train, steps).then(trained -> score(trained.model(), in, out, steps));
  }
}
