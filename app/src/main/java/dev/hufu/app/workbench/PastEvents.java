package dev.hufu.app.workbench;

import dev.hufu.app.history.BacktestRun;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.policy.backtest.BacktestReport.RuleLine;
import dev.hufu.store.PackVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a version would have done with a history that somebody uploads, asked before it goes live.
 * Packs that decide matters have none: what people brought is sealed, and a check of rules is no
 * reason to open it.
 *
 * @param told the first lines that did not count
 * @param matches the rules that are new or changed, and the events they match
 * @param shadow what the version in the shadow did beside the live one, where there is one
 */
public record PastEvents(
    BacktestRun run, List<Refusal> told, List<RuleLine> matches, Optional<Beside> shadow) {

  /**
   * The version in the shadow over the same history.
   *
   * @param refusal why it did not decide along; then the counts are 0
   */
  public record Beside(
      PackVersion version, long compared, long different, Optional<Refusal> refusal) {}

  public PastEvents {
    told = List.copyOf(told);
    matches = List.copyOf(matches);
  }
}
