package dev.hufu.app.request;

import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.matter.Facts;
import java.util.SortedMap;

/**
 * Told of each decision after it was made and kept. It must return at once and never throw: the
 * person waits for the answer, not for the watch.
 */
@FunctionalInterface
public interface DecisionWatch {

  void decided(Made made);

  /**
   * A decision and what led to it, held in memory only.
   *
   * @param pack the pack that decided
   * @param matter id of the matter
   * @param id id of the kept decision
   * @param confirmed what other people confirmed
   */
  record Made(
      ReadyPack pack,
      String matter,
      String id,
      String chat,
      SortedMap<String, String> answers,
      Facts confirmed,
      Decision decision) {

    /** The chat and the answers are a person's. */
    @Override
    public String toString() {
      return "Made[" + id + "]";
    }
  }
}
