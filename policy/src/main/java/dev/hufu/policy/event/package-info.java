/**
 * Decisions upon events: a pack compiled for a stream, state kept over it, and each event decided
 * in three levels, rule, typology, verdict.
 *
 * <p>Start at {@link dev.hufu.policy.event.EventDecider}. The server, the command line, a backtest
 * and a stream job step the same decider; a record of a decision is enough to make it again.
 */
@NullMarked
package dev.hufu.policy.event;

import org.jspecify.annotations.NullMarked;
