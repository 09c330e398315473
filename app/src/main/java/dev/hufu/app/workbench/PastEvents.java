package dev.hufu.app.workbench;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.policy.pack.Pack;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * What a version would have done with events that have happened already. A bean of this type serves
 * packs that decide events; the page of a version then offers both questions. Packs that decide
 * matters have none: what people brought is sealed, and a check of rules is no reason to open it.
 */
public interface PastEvents {

  /** Whether this one knows the events that the pack decides. */
  boolean serves(Pack pack);

  /** Asked before publishing: which events kept here, up to a moment, it would decide otherwise. */
  Outcome<Effect> matching(Pack live, Pack candidate, Instant until);

  /** The same on a history that somebody uploads; NDJSON, read as a stream. */
  Outcome<Effect> backtest(Pack live, Pack candidate, InputStream history);

  /**
   * What would have been different.
   *
   * @param read events looked at
   * @param refused lines that were no event
   * @param examples at most as many as a page can show
   */
  record Effect(long read, long refused, long different, List<Example> examples) {

    public Effect {
      examples = List.copyOf(examples);
    }
  }

  /** One event that would have been decided otherwise, by its id. */
  record Example(String event, Instant at, Verdict live, Verdict candidate) {}
}
