/**
 * Loans between people, exact in fen: contract, plan of repayment, interest by days, what is owed
 * on a day with every part payment allocated, and the limitation clock.
 *
 * <p>No number of law stands here: rates, multiples and terms are arguments that a pack gives. A
 * period of interest is rounded once, half up; a period ends where principal or rate changes.
 */
@NullMarked
package dev.hufu.kernel.loan;

import org.jspecify.annotations.NullMarked;
