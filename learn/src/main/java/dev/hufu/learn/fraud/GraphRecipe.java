package dev.hufu.learn.fraud;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.learn.boost.BoostPlan;
import dev.hufu.learn.recipe.Recipe;
import dev.hufu.policy.yaml.Branch;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A recipe over a graph of payments, as {@code recipes/s-ffsd.yaml} shows it.
 *
 * @param files a pattern of the names of files of data
 * @param id the column that names a payment
 * @param label the column of labels; what is neither {@code bad} nor {@code good} is not known
 * @param never the word for payments that nobody ever looked at
 * @param ends columns whose equal words make neighbours
 * @param groups which of them must be equal, by the name of the group; {@code amount} may stand
 *     among them
 * @param parts into which the labelled rows are cut, so that no row learns from its own label
 * @param testShare of the labelled rows, drawn alike from both kinds
 * @param splits seeds of the draws
 */
record GraphRecipe(
    Recipe recipe,
    String files,
    String id,
    String time,
    String amount,
    String label,
    String bad,
    String good,
    String never,
    List<String> ends,
    Map<String, List<Integer>> groups,
    List<Double> halfLives,
    int parts,
    BoostPlan plan,
    double testShare,
    List<Long> splits,
    Map<String, OptionalDouble> published,
    Map<String, OptionalDouble> goals) {

  /** In a group: the amount must be the same. */
  static final int AMOUNT = -1;

  /** Reads the part of a recipe that this task knows; its shape was checked when it was read. */
  static Outcome<GraphRecipe> of(Recipe recipe) {
    Branch graph = recipe.body().get("graph");
    Branch label = graph.get("label");
    Branch protocol = recipe.body().get("protocol");
    List<String> ends = graph.texts("ends");
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (Branch group : graph.list("groups")) {
      for (Branch end : group.items()) {
        if (!ends.contains(end.text()) && !end.text().equals(graph.text("amount"))) {
          return Outcome.refused(Recipe.refusal(end, end.text() + " ∉ " + ends));
        }
      }
      List<Integer> columns = group.items().stream().map(end -> ends.indexOf(end.text())).toList();
      groups.put(
          columns.isEmpty()
              ? "all"
              : String.join("+", group.items().stream().map(Branch::text).toList()),
          columns);
    }
    return Outcome.of(
        new GraphRecipe(
            recipe,
            graph.text("files"),
            graph.text("id"),
            graph.text("time"),
            graph.text("amount"),
            label.text("column"),
            label.text("bad"),
            label.text("good"),
            label.text("never"),
            ends,
            groups,
            graph.list("halfLives").stream().map(Branch::number).toList(),
            graph.get("parts").count(),
            FraudRecipe.plan(recipe.seed(), recipe.body().get("boost")),
            protocol.get("testShare").number(),
            protocol.list("splits").stream().map(seed -> seed.json().longValue()).toList(),
            FraudRecipe.figures(recipe.body().find("published")),
            FraudRecipe.figures(recipe.body().find("goals"))));
  }

  List<String> groupNames() {
    return List.copyOf(groups.keySet());
  }
}
