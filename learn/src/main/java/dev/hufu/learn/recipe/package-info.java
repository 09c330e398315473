/** The file that says what is learned, from which data, and how it is held to account. */
@NullMarked
package dev.hufu.learn.recipe;

import org.jspecify.annotations.NullMarked;
