/**
 * Watches a model at work: what came in where it was trained is kept beside it as counts, and what
 * comes in now is counted the same way, in memory that does not grow with the stream. A shift is
 * shown with what chance alone would give; thresholds are conventions and labelled so.
 */
@NullMarked
package dev.hufu.learn.watch;

import org.jspecify.annotations.NullMarked;
