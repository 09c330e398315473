package dev.hufu.app.workbench;

import dev.hufu.app.history.BacktestView;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.store.PackVersion;
import java.util.List;
import java.util.Optional;

/**
 * The page on which a history is uploaded, and what a version would have done with it.
 *
 * @param report the one that is shown; empty before anybody has asked
 * @param shown its figures and pictures, as the report of the command line has them
 * @param refusal why a history was refused
 * @param earlier the reports of this version that are still there
 */
public record PastView(
    PackVersion version,
    Optional<PastReports.Kept> report,
    Optional<BacktestView> shown,
    Optional<Refusal> refusal,
    List<PastReports.Kept> earlier) {

  public PastView {
    earlier = List.copyOf(earlier);
  }
}
