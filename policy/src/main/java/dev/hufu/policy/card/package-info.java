/**
 * Scorecards: points by bins, summed in the open. A card is a page a person can check with a
 * pencil: what is asked, what each answer is worth, why a score is low, and what would raise it.
 */
@NullMarked
package dev.hufu.policy.card;

import org.jspecify.annotations.NullMarked;
