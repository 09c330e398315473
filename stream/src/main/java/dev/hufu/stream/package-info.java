/**
 * The step of {@code hufu decide} inside Apache Flink: a file of events in, the same decisions out,
 * byte for byte, with the profiles in Flink's checkpoints. There is no rule and no window in here.
 */
@NullMarked
package dev.hufu.stream;

import org.jspecify.annotations.NullMarked;
