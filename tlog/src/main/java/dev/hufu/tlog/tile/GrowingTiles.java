package dev.hufu.tlog.tile;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.merkle.Frontier;
import dev.hufu.tlog.merkle.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree that grows by batches and says after each which tiles to write: what a sequencer holds.
 *
 * <pre>{@code
 * GrowingTiles tree = GrowingTiles.at(size, tiles).orThrow();
 * for (byte[] entry : batch) {
 *   tree.append(hasher.leaf(entry));
 * }
 * GrowingTiles.Growth growth = tree.cut();   // size, root, tiles to write in one transaction
 * }</pre>
 *
 * <p>Holds at most one unfinished tile a level (64 KiB in all) besides what was appended since the
 * last {@link #cut}. Not for several threads. Errors of {@link #at}: {@link Reason#MISSING_NODE}.
 */
public final class GrowingTiles {

  /**
   * What a batch has changed.
   *
   * @param tiles those that became full and those now partial, lowest level first within each kind
   */
  public record Growth(long size, Hash root, List<Tile> tiles) {}

  /** The unfinished tile of one level. */
  private static final class Edge {
    final byte[] hashes = new byte[TlogLimits.TILE_WIDTH * Hash.BYTES];
    long index;
    int width;
    boolean changed;
  }

  private final Frontier frontier;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Tile> finished = new ArrayList<>();

  /** A tree of no leaves. */
  public GrowingTiles() {
    this(new Frontier());
  }

  private GrowingTiles(Frontier frontier) {
    this.frontier = frontier;
  }

  /** The tree as its tiles say it was at a size. The root should be held against the checkpoint. */
  public static Checked<GrowingTiles> at(long size, TileReader tiles) {
    List<Hash> roots = new ArrayList<>();
    TileNodes nodes = new TileNodes(size, tiles);
    long from = 0;
    for (int level = Long.SIZE - 2; level >= 0; level--) {
      if ((size >> level & 1) == 1) {
        Optional<Hash> node = nodes.node(level, from >> level);
        if (node.isEmpty()) {
          return Checked.flawed(Reason.MISSING_NODE, "level " + level);
        }
        roots.add(node.get());
        from += 1L << level;
      }
    }
    GrowingTiles tree = new GrowingTiles(new Frontier(size, roots));
    for (int level = 0; level <= TileId.LEVEL_MAX; level++) {
      long hashes = size >> (level * TileId.HEIGHT);
      if (hashes > 0) {
        tree.edge(level).index = hashes / TlogLimits.TILE_WIDTH;
      }
    }
    for (TileId id : TileSpan.partial(size)) {
      Edge edge = tree.edge(id.level());
      for (; edge.width < id.width(); edge.width++) {
        long at = id.index() * TlogLimits.TILE_WIDTH + edge.width;
        Optional<Hash> node = nodes.node(id.level() * TileId.HEIGHT, at);
        if (node.isEmpty()) {
          return Checked.flawed(Reason.MISSING_NODE, id.path());
        }
        node.get().put(edge.hashes, edge.width * Hash.BYTES);
      }
    }
    return Checked.sound(tree);
  }

  public long size() {
    return frontier.size();
  }

  public Hash root() {
    return frontier.root();
  }

  public void append(Hash leaf) {
    frontier.append(leaf, this::completed);
  }

  /** What has changed since the last cut. */
  public Growth cut() {
    List<Tile> tiles = new ArrayList<>(finished);
    finished.clear();
    for (int level = 0; level < edges.size(); level++) {
      Edge edge = edges.get(level);
      if (edge.changed && edge.width > 0) {
        tiles.add(tile(level, edge));
      }
      edge.changed = false;
    }
    return new Growth(size(), root(), List.copyOf(tiles));
  }

  private void completed(int nodeLevel, long index, Hash hash) {
    if (nodeLevel % TileId.HEIGHT != 0) {
      return;
    }
    int level = nodeLevel / TileId.HEIGHT;
    Edge edge = edge(level);
    hash.put(edge.hashes, edge.width * Hash.BYTES);
    edge.width++;
    edge.changed = true;
    if (edge.width == TlogLimits.TILE_WIDTH) {
      finished.add(tile(level, edge));
      edge.index++;
      edge.width = 0;
      edge.changed = false;
    }
  }

  private static Tile tile(int level, Edge edge) {
    byte[] bytes = new byte[edge.width * Hash.BYTES];
    System.arraycopy(edge.hashes, 0, bytes, 0, bytes.length);
    return new Tile(new TileId(level, edge.index, edge.width), bytes);
  }

  private Edge edge(int level) {
    while (edges.size() <= level) {
      edges.add(new Edge());
    }
    return edges.get(level);
  }
}
