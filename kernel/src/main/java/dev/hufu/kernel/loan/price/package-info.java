/**
 * What a loan costs: the rate that dated sums of money imply, the annual rates that laws ask for,
 * and the lines it is held against.
 *
 * <p>A rate is found or told not to be; it is never guessed, and no result depends on the order in
 * which sums are given. Rates are doubles inside {@link Rate} and {@link Growth}, which hold finite
 * numbers only; sums stay exact in fen. No number of law stands here.
 */
@NullMarked
package dev.hufu.kernel.loan.price;

import org.jspecify.annotations.NullMarked;
