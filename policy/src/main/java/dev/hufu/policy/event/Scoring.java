package dev.hufu.policy.event;

import dev.hufu.kernel.decision.Finding.Effect;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.policy.pack.EventRule;
import dev.hufu.policy.pack.Typology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * From rules that fired to typologies to the verdict. Weights join as {@code 1 − Π(1 − weight)} in
 * the order of the rules, rounded to ten-thousandths, so that every machine gets the same figure.
 */
final class Scoring {

  /** Also where it is none. */
  private static final int SEVERAL = -1;

  private final int words;
  private final double[] safe;
  private final long[] weighing;
  private final long[] stopping;
  private final long[] clearing;
  private final long[][] cleared;

  /** The typology that a rule counts in, or {@link #SEVERAL}: most count in one. */
  private final int[] typologyOf;

  private final int[][] typologiesOf;
  private final int[] amber;
  private final int[] red;

  Scoring(List<EventRule> rules, List<Typology> typologies) {
    words = (rules.size() + 63) >>> 6;
    safe = new double[rules.size()];
    weighing = new long[words];
    stopping = new long[words];
    clearing = new long[words];
    cleared = new long[rules.size()][];
    typologyOf = new int[rules.size()];
    typologiesOf = new int[rules.size()][];
    Map<String, List<Integer>> named = new HashMap<>();
    for (int t = 0; t < typologies.size(); t++) {
      for (String rule : new LinkedHashSet<>(typologies.get(t).rules())) {
        named.computeIfAbsent(rule, id -> new ArrayList<>()).add(t);
      }
    }
    for (int place = 0; place < rules.size(); place++) {
      EventRule rule = rules.get(place);
      safe[place] = 1 - rule.weight();
      typologiesOf[place] =
          named.getOrDefault(rule.id(), List.of()).stream().mapToInt(Integer::intValue).toArray();
      typologyOf[place] = typologiesOf[place].length == 1 ? typologiesOf[place][0] : SEVERAL;
      if (rule.effect() == Effect.WEIGHT) {
        set(weighing, place);
      } else if (rule.effect() == Effect.STOP) {
        set(stopping, place);
      } else if (rule.effect() == Effect.CLEAR) {
        set(clearing, place);
        cleared[place] = mask(rules, rule.clears());
      }
    }
    amber = typologies.stream().mapToInt(typology -> points(typology.amber())).toArray();
    red = typologies.stream().mapToInt(typology -> points(typology.red())).toArray();
  }

  private long[] mask(List<EventRule> rules, List<String> ids) {
    long[] mask = new long[words];
    for (int place = 0; place < rules.size(); place++) {
      if (ids.contains(rules.get(place).id())) {
        set(mask, place);
      }
    }
    return mask;
  }

  /** A share in ten-thousandths. */
  static int points(double share) {
    return (int) Math.round(share * Ruling.WHOLE);
  }

  /** Reads the fired bits of the ruling and fills in the rest. */
  void score(Ruling ruling) {
    long[] fired = ruling.fired;
    boolean stops = false;
    boolean clears = false;
    for (int word = 0; word < words; word++) {
      stops |= (fired[word] & stopping[word]) != 0;
      clears |= (fired[word] & clearing[word]) != 0;
    }
    double[] safely = ruling.safely;
    Arrays.fill(safely, 1);
    for (int word = 0; word < words; word++) {
      long bits = fired[word] & weighing[word];
      if (bits != 0 && clears) {
        bits &= ~clearedBits(fired, word);
      }
      for (; bits != 0; bits &= bits - 1) {
        int place = (word << 6) + Long.numberOfTrailingZeros(bits);
        int only = typologyOf[place];
        if (only == SEVERAL) {
          for (int typology : typologiesOf[place]) {
            safely[typology] *= safe[place];
          }
        } else {
          safely[only] *= safe[place];
        }
      }
    }
    judge(ruling, stops);
  }

  private void judge(Ruling ruling, boolean stops) {
    ruling.risk = 0;
    ruling.leading = -1;
    Verdict verdict = Verdict.GREEN;
    for (int t = 0; t < amber.length; t++) {
      int score = ruling.safely[t] == 1 ? 0 : points(1 - ruling.safely[t]);
      ruling.scores[t] = score;
      if (score > ruling.risk) {
        ruling.risk = score;
        ruling.leading = t;
      }
      if (score > 0 && score >= red[t]) {
        verdict = Verdict.RED;
      } else if (score > 0 && score >= amber[t] && verdict == Verdict.GREEN) {
        verdict = Verdict.AMBER;
      }
    }
    ruling.verdict = stops ? Verdict.RED : verdict;
  }

  private long clearedBits(long[] fired, int word) {
    long gone = 0;
    for (int w = 0; w < words; w++) {
      for (long bits = fired[w] & clearing[w]; bits != 0; bits &= bits - 1) {
        gone |= cleared[(w << 6) + Long.numberOfTrailingZeros(bits)][word];
      }
    }
    return gone;
  }

  private static void set(long[] bits, int place) {
    bits[place >>> 6] |= 1L << place;
  }
}
