/** Features held against an oracle that recomputes each from the list of all events. */
@NullMarked
package dev.hufu.kernel.feature;

import org.jspecify.annotations.NullMarked;
