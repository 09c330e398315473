package dev.hufu.tlog.tile;

import dev.hufu.tlog.TlogLimits;

/**
 * A bundle of entries: those below the tile of level 0 with the same index and width.
 *
 * <p>Example: {@code new BundleId(0, 3).path()} is {@code tile/entries/000.p/3}. A bundle that no
 * tree can have is an {@link IllegalArgumentException}.
 *
 * @param width entries, 1 to 256
 */
public record BundleId(long index, int width) implements TilePath {

  public BundleId {
    if (!TileId.possible(0, index, width)) {
      throw new IllegalArgumentException("no bundle " + index + " of width " + width);
    }
  }

  /** The index of its first entry in the log. */
  public long firstEntry() {
    return index * TlogLimits.TILE_WIDTH;
  }

  @Override
  public String path() {
    return Syntax.PREFIX + Syntax.ENTRIES + "/" + Syntax.indexText(index) + Syntax.suffix(width);
  }
}
