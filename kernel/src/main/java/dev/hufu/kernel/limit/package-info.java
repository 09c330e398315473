/**
 * Every limit of the system in one class, so that nobody has to look for one twice. What lies
 * beyond a limit is refused with a code, never cut in silence.
 */
@NullMarked
package dev.hufu.kernel.limit;

import org.jspecify.annotations.NullMarked;
