package dev.hufu.app.history;

import dev.hufu.policy.backtest.BacktestReport;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A backtest that ended: what was counted, how the run went, and how days are to be read.
 *
 * @param zone of the pack
 * @param asOf the day on which the pack's rules were last looked over
 */
public record BacktestRun(BacktestReport report, RunTotals totals, ZoneId zone, LocalDate asOf) {}
