/** Money as whole fen in a type; it refuses to round and refuses to wrap. */
@NullMarked
package dev.hufu.kernel.money;

import org.jspecify.annotations.NullMarked;
