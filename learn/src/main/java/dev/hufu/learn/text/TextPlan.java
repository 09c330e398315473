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

  static TextPlan of(Recipe recipe) {
    Branch body = recipe.body();
    return new TextPlan(
        body.get("own").count(),
        body.texts("collections"),
        body.get("disturbed").number(),
        body.get("bits").count(),
        body.get("damping").number(),
        body.get("cost").number(),
        body.get("line").number(),
        body.get("slope").number(),
        body.get("cues").number(),
        recipe.seed());
  }
}
