/** What every kind of learning can do, and what comes of it. */
@NullMarked
package dev.hufu.learn.task;

import org.jspecify.annotations.NullMarked;
