/**
 * Scorecards from data: bins that are provably the best under their constraints, points a person
 * can check, and everything that must be known before such a card decides about anybody.
 */
@NullMarked
package dev.hufu.learn.card;

import org.jspecify.annotations.NullMarked;
