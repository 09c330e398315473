package dev.hufu.app.bill;

import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.code.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person said of rows of bills in a matter: kept with the matter's other entries, sealed,
 * and gone with it. The bills themselves are not kept. Rows are known by {@link RowKey}.
 */
public interface BillNotes {

  /** What was said so far, or MATTER_UNKNOWN where the matter is not this person's. */
  Outcome<Map<String, Mark>> said(String owner, String matter, Instant now);

  /**
   * Keeps what was said of some rows.
   *
   * @param mark empty where it is taken back
   */
  Outcome<String> keep(
      String owner, String matter, List<String> rows, Optional<Mark> mark, Instant now);
}
