package dev.hufu.learn.text;

import dev.hufu.learn.recipe.Recipe;
import dev.hufu.policy.yaml.Branch;
import java.util.List;

/**
 * What a recipe for texts says.
 *
 * @param own how many texts of our own are made
 * @param collections whose texts are learned from, by their names in {@code LabelledTexts}
 * @param disturbed part of the texts that are learned a second time, disturbed
 * @param bits of a place in the table of weights
 * @param damping see {@code TextHead}
 * @param cost of a text on the wrong side, C of the logistic regression
 * @param line margin from which a text counts as a scam
 * @param slope from margin to score
 * @param cues what a full hit of a script adds to the margin
 */
record TextPlan(
    int own,
    List<String> collections,
    double disturbed,
    int bits,
    double damping,
    double cost,
    double line,
    double slope,
    double cues,
    long seed) {

  /** The plan of a recipe; what it leaves out is as in the shipped one, of our own texts alone. */
  static TextPlan of(Recipe recipe) {
    Branch body = recipe.body();
    return new TextPlan(
        body.find("own").map(Branch::count).orElse(40_000),
        body.find("collections").isPresent() ? body.texts("collections") : List.of(),
        number(body, "disturbed", 0.25),
        body.find("bits").map(Branch::count).orElse(18),
        number(body, "damping", 60),
        number(body, "cost", 1),
        number(body, "line", 0.2),
        number(body, "slope", 1),
        number(body, "cues", 1),
        recipe.seed());
  }

  private static double number(Branch body, String name, double otherwise) {
    return body.find(name).map(Branch::number).orElse(otherwise);
  }
}
