/**
 * Money as whole fen in a type. It refuses to round and refuses to wrap; reading is the inverse of
 * printing.
 */
@NullMarked
package dev.hufu.kernel.money;

import org.jspecify.annotations.NullMarked;
