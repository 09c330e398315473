/** Tables in memory, column by column, read from files of strangers; no line is lost unsaid. */
@NullMarked
package dev.hufu.learn.frame;

import org.jspecify.annotations.NullMarked;
