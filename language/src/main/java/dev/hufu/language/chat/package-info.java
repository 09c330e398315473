/**
 * Reads a whole pasted chat: turns, then cues of the other side, then the facts that follow from
 * them, such as the sum asked for.
 */
@NullMarked
package dev.hufu.language.chat;

import org.jspecify.annotations.NullMarked;
