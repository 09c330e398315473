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

  public ScriptHit {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score lies in 0..1: " + score);
    }
    cues = List.copyOf(cues);
  }
}
