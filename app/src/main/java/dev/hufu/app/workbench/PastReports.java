package dev.hufu.app.workbench;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.PackVersionId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The reports of the latest histories that were uploaded, so that one can be read again, shown to
 * the second person and carried away. They live in memory: counts, rule ids and a few event ids,
 * until {@link Limits#PAST_REPORTS_MAX} newer ones have come or the program ends.
 */
public final class PastReports {

  private final Deque<Kept> latest = new ArrayDeque<>();

  /** A report under the name by which its page is asked for. */
  public record Kept(String name, PackVersionId version, Instant at, PastEvents past) {}

  synchronized Kept keep(PackVersionId version, PastEvents past, Instant now) {
    Kept kept = new Kept(UUID.randomUUID().toString(), version, now, past);
    latest.addFirst(kept);
    if (latest.size() > Limits.PAST_REPORTS_MAX) {
      latest.removeLast();
    }
    return kept;
  }

  synchronized Optional<Kept> find(PackVersionId version, String name) {
    return latest.stream()
        .filter(kept -> kept.version().equals(version) && kept.name().equals(name))
        .findFirst();
  }

  /** Those of a version, the newest first. */
  synchronized List<Kept> list(PackVersionId version) {
    return latest.stream().filter(kept -> kept.version().equals(version)).toList();
  }
}
