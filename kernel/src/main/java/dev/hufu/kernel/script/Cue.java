package dev.hufu.kernel.script;

import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Map;

/**
 * One thing people say that means something: a move in a conversation.
 *
 * <p>Example: cue {@code urgent-need}, move "说急", phrases 急用钱, 急事儿, "need it urgently"; it sets
 * {@code chat.urgency = true}.
 *
 * @param id kebab case
 * @param move what this does to the reader, as shown beside the phrase
 * @param phrases plain phrases; a detector may allow for typos and variants
 * @param patterns regular expressions over folded text (linear-time subset: no look-around, no back
 *     references)
 * @param sets facts that follow when the cue is seen: name to written value
 */
public record Cue(
    String id,
    Wording move,
    List<String> phrases,
    List<String> patterns,
    Map<String, String> sets) {

  public Cue {
    phrases = List.copyOf(phrases);
    patterns = List.copyOf(patterns);
    sets = Map.copyOf(sets);
  }
}
