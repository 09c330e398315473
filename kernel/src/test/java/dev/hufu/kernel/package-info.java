/** Tests of the kernel: laws under random values, and the limits of every written form. */
@NullMarked
package dev.hufu.kernel;

import org.jspecify.annotations.NullMarked;
