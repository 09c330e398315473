/**
 * What a court can check without us: documents that each side signs, timestamps of authorities, and
 * the bundle that holds both with the proofs of the log.
 *
 * <p>Sees the kernel and {@code dev.hufu.tlog}; only here are Bouncy Castle and PDF libraries
 * known.
 */
@NullMarked
package dev.hufu.evidence;

import org.jspecify.annotations.NullMarked;
