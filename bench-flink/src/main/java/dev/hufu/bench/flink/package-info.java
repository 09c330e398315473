/**
 * Exact sliding windows as Hufu, Flink DataStream and Flink SQL keep them, over the same events,
 * each in a process of its own. A figure counts only where all came to the same checksum.
 */
@NullMarked
package dev.hufu.bench.flink;

import org.jspecify.annotations.NullMarked;
