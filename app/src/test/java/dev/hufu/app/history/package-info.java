/** Runs over files of events, without the command line. */
@NullMarked
package dev.hufu.app.history;

import org.jspecify.annotations.NullMarked;
