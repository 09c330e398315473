/**
 * Every limit of the system in one class, so that nobody has to look for one twice. What comes in
 * beyond a limit is to be refused with a code, not cut in silence.
 */
@NullMarked
package dev.hufu.kernel.limit;

import org.jspecify.annotations.NullMarked;
