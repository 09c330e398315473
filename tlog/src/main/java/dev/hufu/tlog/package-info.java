/**
 * A transparency log that strangers can check: RFC 6962 trees, C2SP tiles, signed notes,
 * checkpoints, cosignatures and proofs, and the verifier of an evidence bundle.
 *
 * <p>This room sees nothing but the JDK: its jar is the one that is handed to a court, an auditor
 * or the other side, who need no other part of Hufu to run it. It does no I/O except in the
 * verifier and never asks what time it is.
 */
@NullMarked
package dev.hufu.tlog;

import org.jspecify.annotations.NullMarked;
