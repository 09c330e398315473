/** Tiles and entry bundles: their paths, their bytes, and which of them a growing tree changes. */
@NullMarked
package dev.hufu.tlog.tile;

import org.jspecify.annotations.NullMarked;
