package dev.hufu.kernel.script;

import java.util.List;

/**
 * What a detector says of one text.
 *
 * @param score 0..1, higher is more likely a scam of any kind; four decimals
 * @param scripts those that scored above zero, best first, ties by id
 * @param cues every cue seen, in the order of the text
 */
public record Detection(double score, List<ScriptHit> scripts, List<CueHit> cues) {

  public static final Detection NOTHING = new Detection(0, List.of(), List.of());

  public Detection {
    scripts = List.copyOf(scripts);
    cues = List.copyOf(cues);
  }
}
