/** The Flink job against the plain decider, undisturbed and with a failure in its middle. */
@NullMarked
package dev.hufu.stream;

import org.jspecify.annotations.NullMarked;
