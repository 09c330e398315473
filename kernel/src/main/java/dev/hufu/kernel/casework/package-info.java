/**
 * What a person does after money is gone: what happened, what is done, and the clocks that run from
 * it. A case is a list of entries that only grows; {@link dev.hufu.kernel.casework.CaseFile} is its
 * sum, and every date is reckoned from that sum and a moment given from outside.
 *
 * <p>No number of law stands here: lengths and counts are arguments that a pack gives.
 */
@NullMarked
package dev.hufu.kernel.casework;

import org.jspecify.annotations.NullMarked;
