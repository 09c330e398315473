/** Tests of watching models at work. */
@NullMarked
package dev.hufu.learn.watch;

import org.jspecify.annotations.NullMarked;
