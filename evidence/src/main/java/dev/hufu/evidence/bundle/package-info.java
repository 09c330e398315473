/**
 * Writes the evidence of a matter as a bag that anybody can check: numbered list, originals,
 * proofs, and how to check them. Its verifier is {@code dev.hufu.tlog.bundle}, which needs nothing
 * of this.
 */
@NullMarked
package dev.hufu.evidence.bundle;

import org.jspecify.annotations.NullMarked;
