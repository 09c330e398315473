package dev.hufu.learn.card;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.frame.FrameFormat;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.policy.card.ClassUse;
import dev.hufu.policy.card.Derived;
import dev.hufu.policy.card.Scale;
import dev.hufu.policy.yaml.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The part of a recipe that speaks of applicants: which column is the outcome, which may score,
 * which are protected, how bins are found and how the card is measured. The form is in {@code
 * docs/guides/scorecards.md}.
 *
 * @param file below the data folder, where the data are a folder
 * @param badWords values of the outcome that are bad
 * @param dropWords values of the outcome that are no outcome
 * @param protectedBands protected columns, and where a number of them is cut into groups
 * @param approve the share of applicants that is to pass, where no cut-off is given
 */
record ApplicantRecipe(
    String name,
    String version,
    Wording title,
    long seed,
    String file,
    FrameFormat format,
    String label,
    Set<String> badWords,
    Set<String> dropWords,
    Optional<String> id,
    Set<String> ignored,
    Map<String, List<Double>> protectedBands,
    List<ClassUse> classes,
    List<Derived> derived,
    Binning.Rule usual,
    Map<String, Feature> features,
    CardSettings settings,
    double approve,
    Protocol protocol,
    Challenger.Plan challenger,
    Optional<RejectInference.Plan> rejects,
    OptionalDouble goal,
    OptionalDouble published) {

  /** What is said of one feature; {@code rule} where it is binned in its own way. */
  record Feature(
      String name,
      Wording title,
      String code,
      Wording reason,
      boolean changeable,
      Optional<String> data,
      Optional<Binning.Rule> rule) {}

  /**
   * How it is measured.
   *
   * @param time a column that orders the applicants; the order of the file where there is none
   */
  record Protocol(int folds, int repeats, Optional<String> time) {}

  ApplicantRecipe {
    badWords = Set.copyOf(badWords);
    dropWords = Set.copyOf(dropWords);
    ignored = Set.copyOf(ignored);
    protectedBands = Map.copyOf(protectedBands);
    classes = List.copyOf(classes);
    derived = List.copyOf(derived);
    features = Map.copyOf(features);
  }

  /** Reads a recipe that has the shape of its schema; refused where it contradicts itself. */
  static Outcome<ApplicantRecipe> of(Recipe recipe) {
    return new Reader(recipe).read();
  }

  /** What is said of a feature, or its name where nothing is. */
  Feature feature(String column) {
    return Optional.ofNullable(features.get(column))
        .orElseGet(() -> Reader.unsaid(column, features.size() + 1));
  }

  Binning.Rule rule(String column) {
    return feature(column).rule().orElse(usual);
  }

  /** Whether a feature's class may be refused. */
  boolean optional(Feature feature) {
    return feature
        .data()
        .map(
            name ->
                classes.stream()
                    .anyMatch(c -> c.id().equals(name) && c.use() == ClassUse.Use.OPTIONAL))
        .orElse(false);
  }

  List<Derived> derivedUsed(List<String> used) {
    return derived.stream().filter(each -> used.contains(each.name())).toList();
  }

  /** Reads the branches. */
  private record Reader(Recipe recipe, Branch top) {

    Reader(Recipe recipe) {
      this(recipe, recipe.body());
    }

    Outcome<ApplicantRecipe> read() {
      Branch label = top.get("label");
      Map<String, List<Double>> bands = new LinkedHashMap<>();
      top.find("protected")
          .ifPresent(
              all ->
                  all.names()
                      .forEach(
                          name ->
                              bands.put(
                                  name,
                                  all.get(name).items().stream().map(Branch::number).toList())));
      List<Derived> derived = new ArrayList<>();
      for (Branch branch : top.list("derived")) {
        String how = branch.names().filter(n -> !n.equals("name")).findFirst().orElseThrow();
        List<String> parts = branch.texts(how);
        boolean pair = how.equals("ratio") || how.equals("difference");
        if (branch.names().count() != 2 || pair && parts.size() != 2) {
          return Outcome.refused(Recipe.refusal(branch, "one way, of two columns"));
        }
        Optional<String> barred = parts.stream().filter(bands::containsKey).findFirst();
        if (barred.isPresent()) {
          return Outcome.refused(Recipe.refusal(branch, barred.get() + " is protected"));
        }
        derived.add(
            new Derived(
                branch.text("name"), Derived.How.valueOf(how.toUpperCase(Locale.ROOT)), parts));
      }
      Branch bins = top.get("bins");
      Binning.Rule usual = rule(bins, new Binning.Rule(Trend.AUTO, 20, 6, 0.05, List.of()));
      Map<String, Feature> features = new LinkedHashMap<>();
      if (top.find("features").isPresent()) {
        Branch all = top.get("features");
        for (String name : all.names().toList()) {
          if (bands.containsKey(name)) {
            return Outcome.refused(
                dev.hufu.kernel.code.Refusal.of(dev.hufu.kernel.code.Code.CARD_PROTECTED, name)
                    .at(all.get(name).position()));
          }
          features.put(name, feature(name, features.size() + 1, all.get(name), usual));
        }
      }
      return Outcome.of(
          new ApplicantRecipe(
              recipe.name(),
              top.find("version").map(Branch::text).orElse("1"),
              top.find("title")
                  .map(Branch::wording)
                  .orElse(new Wording(recipe.name(), recipe.name())),
              recipe.seed(),
              top.text("file"),
              top.find("format").map(FrameFormat::of).orElse(FrameFormat.CSV),
              label.text("column"),
              Set.copyOf(label.texts("bad")),
              Set.copyOf(label.texts("drop")),
              top.find("id").map(Branch::text),
              Set.copyOf(top.texts("ignore")),
              bands,
              classes(),
              derived,
              usual,
              features,
              settings(),
              number(top.find("points"), "approve", 0.7),
              protocol(),
              challenger(),
              rejects(),
              optional("goal"),
              optional("published")));
    }

    private List<ClassUse> classes() {
      List<ClassUse> all = new ArrayList<>();
      top.find("classes")
          .ifPresent(
              classes ->
                  classes
                      .names()
                      .forEach(
                          name ->
                              all.add(
                                  new ClassUse(
                                      name,
                                      classes.get(name).wording("title"),
                                      ClassUse.Use.valueOf(
                                          classes
                                              .get(name)
                                              .text("use")
                                              .toUpperCase(Locale.ROOT))))));
      return all;
    }

    static Feature unsaid(String name, int index) {
      return new Feature(
          name,
          new Wording(name, name),
          String.format(Locale.ROOT, "F%02d", index),
          new Wording("「" + name + "」这一项分低", "\"" + name + "\" scores low"),
          true,
          Optional.empty(),
          Optional.empty());
    }

    private static Feature feature(String name, int index, Branch branch, Binning.Rule usual) {
      Feature unsaid = unsaid(name, index);
      Wording title = branch.find("title").map(Branch::wording).orElse(unsaid.title());
      return new Feature(
          name,
          title,
          branch.find("reason").map(r -> r.text("code")).orElse(unsaid.code()),
          branch
              .find("reason")
              .map(Branch::wording)
              .orElse(
                  new Wording("「" + title.zh() + "」这一项分低", "\"" + title.en() + "\" scores low")),
          branch.find("changeable").map(Branch::yes).orElse(true),
          branch.find("data").map(Branch::text),
          Optional.of(rule(branch, usual)));
    }

    private static Binning.Rule rule(Branch branch, Binning.Rule usual) {
      return new Binning.Rule(
          branch
              .find("trend")
              .map(word -> Trend.valueOf(word.text().toUpperCase(Locale.ROOT)))
              .orElse(usual.trend()),
          branch.find("fine").map(Branch::count).orElse(usual.fine()),
          branch.find("most").map(Branch::count).orElse(usual.binsMax()),
          branch.find("least").map(Branch::number).orElse(usual.leastShare()),
          branch
              .find("signs")
              .map(
                  signs ->
                      signs.items().stream()
                          .map(one -> one.json().isArray() ? numbers(one) : List.of(one.number()))
                          .toList())
              .orElse(usual.signs()));
    }

    private static List<Double> numbers(Branch list) {
      return list.items().stream().map(Branch::number).toList();
    }

    private CardSettings settings() {
      Optional<Branch> choose = top.find("choose");
      Optional<Branch> fit = top.find("fit");
      Optional<Branch> points = top.find("points");
      CardSettings usual = CardSettings.USUAL;
      return new CardSettings(
          number(fit, "pull", usual.pull()),
          number(fit, "ridge", usual.ridge()),
          number(choose, "information", usual.informationMin()),
          number(choose, "correlation", usual.correlationMax()),
          number(choose, "chance", usual.chanceMax()),
          number(choose, "inflation", usual.inflationMax()),
          choose
              .flatMap(c -> c.find("steps"))
              .map(word -> Stepwise.Way.valueOf(word.text().toUpperCase(Locale.ROOT)))
              .orElse(usual.way()),
          choose.flatMap(c -> c.find("signs")).map(Branch::yes).orElse(usual.signs()),
          new Scale(
              number(points, "pdo", CardSettings.SCALE.pdo()),
              number(points, "at", CardSettings.SCALE.points()),
              number(points, "odds", CardSettings.SCALE.odds())),
          (int) number(points, "decimals", usual.decimals()),
          points
              .flatMap(p -> p.find("cutoff"))
              .map(c -> OptionalDouble.of(c.number()))
              .orElse(OptionalDouble.empty()),
          fit.flatMap(f -> f.find("stumps"))
              .map(
                  stumps ->
                      new CardSettings.Additive(
                          (int) number(Optional.of(stumps), "trees", 400),
                          number(Optional.of(stumps), "rate", 0.1),
                          (int) number(Optional.of(stumps), "rows", 20),
                          number(Optional.of(stumps), "inputs", 1),
                          number(Optional.of(stumps), "ridge", 1))));
    }

    private Protocol protocol() {
      Optional<Branch> validate = top.find("validate");
      return new Protocol(
          (int) number(validate, "folds", 5),
          (int) number(validate, "repeats", 1),
          validate.flatMap(v -> v.find("time")).map(Branch::text));
    }

    private Challenger.Plan challenger() {
      Optional<Branch> trees = top.find("challenger");
      return new Challenger.Plan(
          (int) number(trees, "trees", 300),
          number(trees, "rate", 0.05),
          (int) number(trees, "leaves", 6),
          (int) number(trees, "rows", 20),
          number(trees, "rowShare", 0.8),
          number(trees, "inputs", 0.5),
          number(trees, "ridge", 5),
          (int) number(trees, "seeds", 1));
    }

    private Optional<RejectInference.Plan> rejects() {
      return top.find("rejects")
          .map(
              rejects ->
                  new RejectInference.Plan(
                      Set.copyOf(rejects.texts("words")),
                      RejectInference.How.valueOf(rejects.text("how").toUpperCase(Locale.ROOT)),
                      number(Optional.of(rejects), "worse", 1)));
    }

    private OptionalDouble optional(String name) {
      return top.find(name)
          .map(branch -> OptionalDouble.of(branch.number()))
          .orElse(OptionalDouble.empty());
    }

    private static double number(Optional<Branch> branch, String name, double usual) {
      return branch.flatMap(b -> b.find(name)).map(Branch::number).orElse(usual);
    }
  }
}
