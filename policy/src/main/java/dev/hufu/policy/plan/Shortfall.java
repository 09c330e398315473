package dev.hufu.policy.plan;

import dev.hufu.kernel.feature.Column;

/**
 * By how much a comparison of a number with constants fails: what the number is and the nearest one
 * with which it would hold.
 *
 * <p>Example: {@code transfer.amount >= yuan(100)} at 88.00 yuan is {@code actual 8800, wanted
 * 10000}, 1200 fen too little. Numbers are in the column's smallest unit; those of a {@code REAL}
 * are the bits of a double.
 *
 * @param source the comparison as its author wrote it
 */
public record Shortfall(Column column, long actual, long wanted, String source) {}
