/**
 * What a pack would have done on history: the same decider over the same events, counted. A
 * backtest never touches live state, and its decisions are those of a live run, bit for bit.
 */
@NullMarked
package dev.hufu.policy.backtest;

import org.jspecify.annotations.NullMarked;
