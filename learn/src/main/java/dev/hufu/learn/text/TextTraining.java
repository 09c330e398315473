package dev.hufu.learn.text;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.hufu.intake.LabelledTexts.Kind;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.language.learned.TextHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Trains the linear head: logistic regression with a quadratic penalty (liblinear, dual), over the
 * runs of every text at the weight that {@link TextHead} gives them. Chance is seeded: same texts
 * in the same order, same head.
 */
final class TextTraining {

  private static final int ROUNDS_MAX = 60;
  private static final double TOLERANCE = 0.05;

  private final TextPlan plan;

  TextTraining(TextPlan plan) {
    this.plan = plan;
  }

  /** A text as the head sees it. */
  static final class Seen {
    private final TextSample sample;
    private final int[] places;

    private Seen(TextSample sample, int[] places) {
      this.sample = sample;
      this.places = places;
    }

    TextSample sample() {
      return sample;
    }

    int[] places() {
      return places;
    }
  }

  Seen see(TextSample sample) {
    return new Seen(sample, TextHead.places(sample.text(), plan.bits()));
  }

  /** The samples, some of them a second time and disturbed; what is neither is left out. */
  List<Seen> see(List<TextSample> samples) {
    SplittableRandom chance = new SplittableRandom(plan.seed());
    Disturbance[] ways = Disturbance.values();
    List<Seen> seen = new ArrayList<>();
    for (TextSample sample : samples) {
      if (sample.kind() == Kind.OTHER) {
        continue;
      }
      seen.add(see(sample));
      if (chance.nextDouble() < plan.disturbed()) {
        String text = ways[chance.nextInt(ways.length)].of(sample.text(), chance);
        seen.add(see(new TextSample(sample.corpus(), sample.label(), sample.kind(), text)));
      }
    }
    return seen;
  }

  /** The head; refused with {@link Code#LEARN_ONE_CLASS} where all texts are of one kind. */
  Outcome<TextHead> train(List<Seen> seen) {
    long scams = seen.stream().filter(text -> text.sample().scam()).count();
    if (scams == 0 || scams == seen.size()) {
      return Outcome.refused(Code.LEARN_ONE_CLASS, Integer.toString(seen.size()));
    }
    int table = 1 << plan.bits();
    Problem problem = new Problem();
    problem.l = seen.size();
    problem.n = table + 1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = features(seen.get(i).places(), table);
      problem.y[i] = seen.get(i).sample().scam() ? 1 : -1;
    }
    Parameter how = new Parameter(SolverType.L2R_LR_DUAL, plan.cost(), TOLERANCE, ROUNDS_MAX, 0.1);
    how.setRandom(new Random(plan.seed()));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, how);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = model.getFeatureWeights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= sign;
    }
    return Outcome.of(
        TextHead.pack(
            plan.bits(),
            weights,
            weights[table],
            new TextHead.Shape(plan.damping(), plan.line(), plan.slope(), plan.cues())));
  }

  private Feature[] features(int[] places, int table) {
    double value = 1 / Math.sqrt(places.length + plan.damping());
    Feature[] features = new Feature[places.length + 1];
    for (int i = 0; i < places.length; i++) {
      features[i] = new FeatureNode(places[i] + 1, value);
    }
    features[places.length] = new FeatureNode(table + 1, 1);
    return features;
  }
}
