/** Hostile bundles; whole ones are written and checked in the room that writes them. */
@NullMarked
package dev.hufu.tlog.bundle;

import org.jspecify.annotations.NullMarked;
