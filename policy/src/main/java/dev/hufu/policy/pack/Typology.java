package dev.hufu.policy.pack;

import dev.hufu.kernel.text.Wording;
import java.util.List;

/**
 * A pattern that several rules make up together: the second of three levels, rule, typology,
 * verdict.
 *
 * <p>Example: {@code probe-then-large} of the rules that see a probe, a first payee, a night; its
 * score is {@code 1 − Π(1 − weight)} over those that fired.
 *
 * @param rules ids of the rules whose weights it joins
 * @param amber the score from which somebody should ask, 0..1
 * @param red the score from which it should stop, 0..1
 * @param next what to do when it leads
 */
public record Typology(
    String id, Wording title, List<String> rules, double amber, double red, Wording next) {

  public Typology {
    rules = List.copyOf(rules);
  }
}
