package dev.hufu.tlog.tile;

import dev.hufu.tlog.TlogLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tiles and bundles a tree has, and which are new when it grows.
 *
 * <p>Example: a tree of 70,000 leaves ends in the partial tiles of width 112 at level 0, 17 at
 * level 1 and 1 at level 2. Sizes below 0 or out of order are an {@link IllegalArgumentException}.
 * Source: C2SP tlog-tiles, section Partial Tiles.
 */
public final class TileSpan {

  private TileSpan() {}

  /** The width of a tile in a tree of this size: 256, less if partial, 0 if it is not there. */
  public static int width(int level, long index, long size) {
    if (level > TileId.LEVEL_MAX) {
      return 0;
    }
    long hashes = size >> (level * TileId.HEIGHT);
    long left = hashes - index * TlogLimits.TILE_WIDTH;
    return (int) Math.clamp(left, 0, TlogLimits.TILE_WIDTH);
  }

  /** The partial tiles of a size, lowest level first. */
  public static List<TileId> partial(long size) {
    List<TileId> tiles = new ArrayList<>();
    for (int level = 0; level <= TileId.LEVEL_MAX; level++) {
      long hashes = size >> (level * TileId.HEIGHT);
      int width = (int) (hashes % TlogLimits.TILE_WIDTH);
      if (width > 0) {
        tiles.add(new TileId(level, hashes / TlogLimits.TILE_WIDTH, width));
      }
    }
    return tiles;
  }

  /** The tiles to write when a tree grows: those that became full, and the new size's partial. */
  public static List<TileId> grown(long from, long to) {
    inOrder(from, to);
    List<TileId> tiles = new ArrayList<>();
    for (int level = 0; level <= TileId.LEVEL_MAX; level++) {
      int shift = level * TileId.HEIGHT;
      if (from >> shift == to >> shift) {
        break;
      }
      long end = to >> shift;
      for (long index = (from >> shift) / TlogLimits.TILE_WIDTH;
          index * TlogLimits.TILE_WIDTH < end;
          index++) {
        tiles.add(new TileId(level, index, width(level, index, to)));
      }
    }
    return tiles;
  }

  /** The bundles to write when a log grows. */
  public static List<BundleId> grownBundles(long from, long to) {
    inOrder(from, to);
    List<BundleId> bundles = new ArrayList<>();
    for (long index = from / TlogLimits.TILE_WIDTH;
        from < to && index * TlogLimits.TILE_WIDTH < to;
        index++) {
      bundles.add(new BundleId(index, width(0, index, to)));
    }
    return bundles;
  }

  private static void inOrder(long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("a tree does not grow from " + from + " to " + to);
    }
  }
}
