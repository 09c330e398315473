/** Scam scripts: cues, how they add up, and what a detector says of a text. */
@NullMarked
package dev.hufu.kernel.script;

import org.jspecify.annotations.NullMarked;
