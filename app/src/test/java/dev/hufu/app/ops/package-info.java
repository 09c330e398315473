/** Limits, notes and registers of the ops room. */
@NullMarked
package dev.hufu.app.ops;

import org.jspecify.annotations.NullMarked;
