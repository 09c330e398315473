/**
 * Recognises scripts by their cues: phrases (with a slip of the keyboard allowed) and patterns over
 * folded text. The text is read once for all phrases of all cues together.
 */
@NullMarked
package dev.hufu.language.detect;

import org.jspecify.annotations.NullMarked;
