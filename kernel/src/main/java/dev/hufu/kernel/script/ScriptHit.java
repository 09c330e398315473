package dev.hufu.kernel.script;

import java.util.List;

/**
 * A script that a text resembles.
 *
 * @param script its id
 * @param score 0..1, higher is more alike; four decimals
 * @param cues what was seen, in the order of the text
 */
public record ScriptHit(String script, double score, List<CueHit> cues) {

  /** From this score on a script counts as seen, for rules and on the pages alike. */
  public static final double SEEN_FROM = 0.5;

  public ScriptHit {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score lies in 0..1: " + score);
    }
    cues = List.copyOf(cues);
  }

  public boolean seen() {
    return score >= SEEN_FROM;
  }
}
