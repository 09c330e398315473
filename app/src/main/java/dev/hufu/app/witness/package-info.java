/**
 * A witness for the logs of others: it cosigns what continues the log it has seen before, and
 * nothing else. Start at {@link dev.hufu.app.witness.WitnessServer}; the judgement itself is in
 * {@code dev.hufu.tlog.witness}, here are its memory, its keys and HTTP. Needs no database.
 */
@NullMarked
package dev.hufu.app.witness;

import org.jspecify.annotations.NullMarked;
