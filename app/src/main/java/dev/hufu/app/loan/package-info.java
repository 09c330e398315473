/**
 * Loans between people at the edge: packs found, a review written as JSON, and the register of
 * loans as a table for other programs. What a loan is and how it is reckoned lies in kernel and
 * policy.
 */
@NullMarked
package dev.hufu.app.loan;

import org.jspecify.annotations.NullMarked;
