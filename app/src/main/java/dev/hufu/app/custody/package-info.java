/**
 * The evidence log at work: its keys, the loop that gives committed rows their place, what is
 * published of it over HTTP, and the checks that keep a restored database from telling a second
 * story.
 *
 * <p>Start at {@link dev.hufu.app.custody.LogKeeper}. The arithmetic is in {@code dev.hufu.tlog}, the
 * rows are in {@code dev.hufu.store.Sequencer}; here are the clock, the files and the threads.
 */
@NullMarked
package dev.hufu.app.custody;

import org.jspecify.annotations.NullMarked;
