package dev.hufu.tlog.tile;

import dev.hufu.tlog.TlogLimits;

/**
 * A tile of hashes. At level 0 they are leaf hashes; at level {@code l} each is the root of a full
 * tile of level {@code l - 1}.
 *
 * <p>Example: {@code new TileId(0, 1234067, 256).path()} is {@code tile/0/x001/x234/067}. A tile
 * that no tree can have is an {@link IllegalArgumentException}.
 *
 * @param level 0 to 7: 256^8 leaves are more than 2^63
 * @param width hashes, 1 to 256
 */
public record TileId(int level, long index, int width) implements TilePath {

  static final int LEVEL_MAX = 7;

  /** A tile is a subtree of this many levels. */
  static final int HEIGHT = 8;

  public TileId {
    if (!possible(level, index, width)) {
      throw new IllegalArgumentException(
          "no tile " + index + " of width " + width + " at level " + level);
    }
  }

  /** Whether a tree of fewer than 2^63 leaves can have it. */
  static boolean possible(int level, long index, int width) {
    if (level < 0 || level > LEVEL_MAX || index < 0 || width < 1 || width > TlogLimits.TILE_WIDTH) {
      return false;
    }
    long hashesMax = Long.MAX_VALUE >> (level * HEIGHT);
    return index <= hashesMax / TlogLimits.TILE_WIDTH
        && (width <= hashesMax % TlogLimits.TILE_WIDTH
            || index < hashesMax / TlogLimits.TILE_WIDTH);
  }

  @Override
  public String path() {
    return Syntax.PREFIX + level + "/" + Syntax.indexText(index) + Syntax.suffix(width);
  }

  /** The same tile when all its hashes are there. */
  public TileId whole() {
    return new TileId(level, index, TlogLimits.TILE_WIDTH);
  }
}
