/**
 * Text as people write it: folded, cut into turns, searched for sums, days and known scripts. What
 * is found always points back into the text as it was given.
 */
@NullMarked
package dev.hufu.language;

import org.jspecify.annotations.NullMarked;
