package dev.hufu.kernel.decision;

import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.text.Wording;
import java.util.List;

/**
 * A smallest set of facts that would change the verdict, found by deciding again with them.
 *
 * @param to the verdict it would become
 * @param facts the facts as they would have to be
 * @param words the same in words
 */
public record WouldChange(Verdict to, List<Fact> facts, Wording words) {

  public WouldChange {
    facts = List.copyOf(facts);
  }
}
