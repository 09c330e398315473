package dev.hufu.app.history;

import dev.hufu.policy.backtest.BacktestReport;
import java.time.ZoneId;

/**
 * A backtest that ended: what was counted, how the run went, and how days are to be read.
 *
 * @param zone of the pack
 */
public record BacktestRun(BacktestReport report, RunTotals totals, ZoneId zone) {}
