/** Every limit of the system in one class. */
@NullMarked
package dev.hufu.kernel.limit;

import org.jspecify.annotations.NullMarked;
