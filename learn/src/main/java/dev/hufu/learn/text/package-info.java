/**
 * The detector of scam texts: written texts to learn from, the head that is trained on them, and
 * how far it carries over to collections it has not seen.
 */
@NullMarked
package dev.hufu.learn.text;

import org.jspecify.annotations.NullMarked;
