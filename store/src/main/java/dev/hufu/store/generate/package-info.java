/** Runs in the build only: turns the migrations into the generated tables of this room. */
@NullMarked
package dev.hufu.store.generate;

import org.jspecify.annotations.NullMarked;
