/** Backtests against a plain count. */
@NullMarked
package dev.hufu.policy.backtest;

import org.jspecify.annotations.NullMarked;
