package dev.hufu.app.request;

import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Turn;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A matter with its newest decision, as its owner may see it.
 *
 * @param chat as given; {@code turns} and {@code detection} point into it
 * @param answers fact name to written value, as the owner gave them
 * @param history every decision of the matter, newest first, the shown one included
 */
public record MatterView(
    String id,
    Instant openedAt,
    String chat,
    List<Turn> turns,
    Detection detection,
    SortedMap<String, String> answers,
    Decision decision,
    String decisionId,
    List<DecisionSummary> history) {

  public MatterView {
    turns = List.copyOf(turns);
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    history = List.copyOf(history);
  }

  /** Ids only: the rest is personal. */
  @Override
  public String toString() {
    return "MatterView[" + id + ", " + decisionId + "]";
  }
}
