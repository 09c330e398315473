/**
 * Scam scripts: cues, how they add up, and what a detector says of a text.
 *
 * <p>The two interfaces, {@link dev.hufu.kernel.script.ScriptDetector} and {@link
 * dev.hufu.kernel.script.ChatReader}, are the seam behind which a learned detector can stand beside
 * the one that knows cues.
 */
@NullMarked
package dev.hufu.kernel.script;

import org.jspecify.annotations.NullMarked;
