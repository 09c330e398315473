/** Prices against published figures, and laws over random loans. */
@NullMarked
package dev.hufu.kernel.loan.price;

import org.jspecify.annotations.NullMarked;
