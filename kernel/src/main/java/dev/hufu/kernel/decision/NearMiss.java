package dev.hufu.kernel.decision;

import dev.hufu.kernel.text.Wording;
import java.util.List;

/**
 * A rule that did not fire but would if one condition were otherwise.
 *
 * @param rule its id
 * @param seen what it would have said
 * @param condition the one part that kept it from firing, as the author wrote it
 * @param missing facts that nobody has told yet and that this part reads; empty if it is plainly
 *     false
 */
public record NearMiss(String rule, Wording seen, String condition, List<String> missing) {

  public NearMiss {
    missing = List.copyOf(missing);
  }
}
