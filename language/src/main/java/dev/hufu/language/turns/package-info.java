/**
 * A pasted chat cut into turns. Nothing is lost: each character that is not white space belongs to
 * exactly one turn or header.
 */
@NullMarked
package dev.hufu.language.turns;

import org.jspecify.annotations.NullMarked;
