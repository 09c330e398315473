/**
 * Runs in the build only: applies the migrations to a throw-away server and turns the tables into
 * the generated classes of this room. Nothing of it is in the jar.
 */
@NullMarked
package dev.hufu.store.generate;

import org.jspecify.annotations.NullMarked;
