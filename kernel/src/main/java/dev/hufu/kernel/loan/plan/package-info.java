/**
 * How a loan is paid back, row by row, in fen: kinds of plans, day counts, due days, rounding, and
 * what happens when somebody pays early, pays more or the rate changes.
 *
 * <p>Principal always adds up to the principal: the last row takes what rounding left.
 */
@NullMarked
package dev.hufu.kernel.loan.plan;

import org.jspecify.annotations.NullMarked;
