package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.feature.FeatureSpec;
import dev.hufu.learn.boost.BoostPlan;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.FeatureRow;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.yaml.Branch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recipe over a stream of payments, as {@code recipes/handbook.yaml} shows it.
 *
 * @param pack whose feature plan gives the numbers
 * @param type the kind of event that is scored
 * @param files a pattern of the names of files of data
 * @param label the field that says what an event turned out to be
 * @param delayDays after which a label is known
 * @param card the field that names whose payment it is
 * @param goods share of the good rows that is trained on, drawn by their ids
 * @param inputs lists of inputs by name
 * @param model the variant that is trained and scored
 */
record FraudRecipe(
    Recipe recipe,
    Pack pack,
    EventPolicy policy,
    String type,
    String files,
    Branch mapping,
    String label,
    int delayDays,
    String card,
    double goods,
    Map<String, List<String>> inputs,
    List<Variant> variants,
    String model,
    List<DelayedFold> folds,
    int cards) {

  private static final double HESSIAN_IN_LEAF = 1e-3;

  /**
   * One way to learn.
   *
   * @param inputs the name of a list of inputs
   * @param historyDays of labelled days, at most
   * @param goods share of the good rows that it sees; that of the recipe, or 1
   * @param seeds models with different seeds that are averaged
   * @param cardDay what each earlier payment of a card's day adds at most, see {@link CardDay}
   */
  record Variant(
      String name,
      boolean trees,
      String inputs,
      int historyDays,
      double goods,
      int seeds,
      double cardDay,
      BoostPlan plan,
      Map<String, OptionalDouble> published,
      Map<String, OptionalDouble> goals) {}

  /**
   * Reads the part of a recipe that this task knows; its shape was checked when it was read.
   *
   * @param packs where packs are found by their id
   */
  static Outcome<FraudRecipe> of(Recipe recipe, FraudPacks packs) {
    if (recipe.body().find("events").isEmpty()) {
      return Outcome.refused(Recipe.refusal(recipe.body(), "events | graph"));
    }
    Branch events = recipe.body().get("events");
    return packs
        .find(events.text("pack"))
        .then(
            pack ->
                pack.events()
                    .map(policy -> of(recipe, pack, policy))
                    .orElseGet(
                        () ->
                            Outcome.refused(
                                Recipe.refusal(events.get("pack"), "a pack over events"))));
  }

  private static Outcome<FraudRecipe> of(Recipe recipe, Pack pack, EventPolicy policy) {
    Branch body = recipe.body();
    Branch events = body.get("events");
    Branch label = body.get("label");
    Branch protocol = body.get("protocol");
    Map<String, List<String>> inputs = new TreeMap<>();
    body.get("inputs").names().forEach(name -> inputs.put(name, body.get("inputs").texts(name)));
    int delay = label.get("delayDays").count();
    List<DelayedFold> folds =
        protocol.texts("starts").stream()
            .map(
                start ->
                    DelayedFold.from(
                        LocalDate.parse(start),
                        protocol.get("trainDays").count(),
                        delay,
                        protocol.get("testDays").count()))
            .toList();
    FraudRecipe read =
        new FraudRecipe(
            recipe,
            pack,
            policy,
            events.get("mapping").text("type"),
            events.text("files"),
            events.get("mapping"),
            label.text("field"),
            delay,
            events.text("card"),
            body.get("goods").number(),
            inputs,
            body.list("variants").stream()
                .map(v -> variant(recipe.seed(), body.get("goods").number(), v))
                .toList(),
            body.text("model"),
            folds,
            protocol.get("cards").count());
    Optional<Refusal> wrong = read.wrong();
    return wrong.isPresent() ? Outcome.refused(wrong.get()) : Outcome.of(read);
  }

  private static Variant variant(long seed, double goods, Branch branch) {
    return new Variant(
        branch.text("name"),
        branch.text("kind").equals("trees"),
        branch.text("inputs"),
        branch.get("historyDays").count(),
        branch.find("allGoods").map(Branch::yes).orElse(false) ? 1 : goods,
        branch.find("seeds").map(Branch::count).orElse(1),
        branch.find("cardDay").map(Branch::number).orElse(0.0),
        branch.find("boost").map(boost -> plan(seed, boost)).orElse(BoostPlan.standard(seed)),
        figures(branch.find("published")),
        figures(branch.find("goals")));
  }

  static BoostPlan plan(long seed, Branch boost) {
    return BoostPlan.standard(seed)
        .withTrees(boost.get("trees").count(), boost.get("rate").number())
        .withShape(
            boost.get("leaves").count(),
            boost.get("depth").count(),
            boost.get("rowsInLeaf").count())
        .withShares(boost.get("rowShare").number(), boost.get("inputShare").number())
        .withRidge(
            boost.get("ridge").number(),
            boost.find("hessianInLeaf").map(Branch::number).orElse(HESSIAN_IN_LEAF));
  }

  static Map<String, OptionalDouble> figures(Optional<Branch> branch) {
    Map<String, OptionalDouble> figures = new TreeMap<>();
    branch.ifPresent(
        all ->
            all.names()
                .forEach(name -> figures.put(name, OptionalDouble.of(all.get(name).number()))));
    return figures;
  }

  Variant variant(String name) {
    return variants.stream()
        .filter(variant -> variant.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The names of all inputs of any variant. */
  List<String> allInputs() {
    return inputs.values().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /** The mapping as its reader takes it; without the label where a file does not have it. */
  byte[] mapping(boolean labelled) {
    ObjectNode mapping = (ObjectNode) this.mapping.json().deepCopy();
    if (!labelled) {
      ((ObjectNode) mapping.get("fields")).remove(label);
    }
    return mapping.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The column of the label in the files. */
  String labelColumn() {
    Branch field = mapping.get("fields").get(label);
    return field.find("column").map(Branch::text).orElseGet(field::text);
  }

  /** The column of the ids in the files. */
  String idColumn() {
    return mapping.text("id");
  }

  private Optional<Refusal> wrong() {
    Branch body = recipe.body();
    if (policy.types().find(type).isEmpty()) {
      return Optional.of(Recipe.refusal(body.get("events").get("mapping"), type));
    }
    for (String list : inputs.keySet()) {
      for (Branch input : body.get("inputs").list(list)) {
        Optional<Refusal> wrong = wrongInput(input);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    List<String> names = variants.stream().map(Variant::name).collect(Collectors.toList());
    if (!names.contains(model)) {
      return Optional.of(Recipe.refusal(body.get("model"), model + " ∉ " + names));
    }
    for (Branch variant : body.list("variants")) {
      if (!inputs.containsKey(variant.text("inputs"))) {
        return Optional.of(Recipe.refusal(variant.get("inputs"), variant.text("inputs")));
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> wrongInput(Branch input) {
    var columns = EventPolicy.columns(policy.features(), policy.types().find(type).orElseThrow());
    if (FeatureRow.missing(columns, List.of(input.text())).isPresent()) {
      return Optional.of(Recipe.refusal(input, input.text()));
    }
    return early(input.text())
        ? Optional.of(Refusal.of(Code.LABEL_TOO_EARLY, input.text()).at(input.position()))
        : Optional.empty();
  }

  /** Whether an input would know a label before anybody does. */
  private boolean early(String input) {
    List<String> open = new ArrayList<>(List.of(input));
    while (!open.isEmpty()) {
      String name = open.removeLast();
      if (name.equals(type + "." + label)) {
        return true;
      }
      for (FeatureSpec spec : policy.features().specs()) {
        if (spec.name().equals(name)) {
          boolean reads =
              spec.value().filter(label::equals).isPresent()
                  || spec.whereText().contains(type + "." + label);
          if (reads && spec.delay().compareTo(Duration.ofDays(delayDays)) < 0) {
            return true;
          }
          open.addAll(spec.parts());
        }
      }
    }
    return false;
  }
}
