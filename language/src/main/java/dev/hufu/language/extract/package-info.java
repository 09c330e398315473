/**
 * Sums, days, accounts and banks out of free text, each with the place where it stands. What cannot
 * be read exactly (几千块) is left alone rather than guessed.
 */
@NullMarked
package dev.hufu.language.extract;

import org.jspecify.annotations.NullMarked;
