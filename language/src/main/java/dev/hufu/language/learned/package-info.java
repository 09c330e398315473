/**
 * The detector that learned from texts instead of being told: short runs of characters and words,
 * each with a weight, beside the cues of a pack.
 */
@NullMarked
package dev.hufu.language.learned;

import org.jspecify.annotations.NullMarked;
