/** What is said of a model, as data: figures, tables and curves. Somebody else draws them. */
@NullMarked
package dev.hufu.learn.report;

import org.jspecify.annotations.NullMarked;
