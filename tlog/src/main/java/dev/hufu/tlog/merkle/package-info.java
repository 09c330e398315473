/** The tree of RFC 6962: hashes, growing, roots, and proofs made and verified. */
@NullMarked
package dev.hufu.tlog.merkle;

import org.jspecify.annotations.NullMarked;
