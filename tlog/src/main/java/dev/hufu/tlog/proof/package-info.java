/** The proof that goes with an entry and needs nobody's server: {@code .tlog-proof}. */
@NullMarked
package dev.hufu.tlog.proof;

import org.jspecify.annotations.NullMarked;
