/** Repayments as people write them, and files of dated sums: strict, and with positions. */
@NullMarked
package dev.hufu.intake.price;

import org.jspecify.annotations.NullMarked;
