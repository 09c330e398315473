/** Bills told as one story: overlaps, pairs, totals. */
@NullMarked
package dev.hufu.kernel.bill;

import org.jspecify.annotations.NullMarked;
