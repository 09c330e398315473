package dev.hufu.tlog.tile;

import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.merkle.Hash;
import dev.hufu.tlog.merkle.NodeReader;
import dev.hufu.tlog.merkle.TreeHasher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes of a tree of one size, read from its tiles. Asks for the tiles that size demands; where
 * a partial tile is gone, takes the full one, which begins with the same hashes.
 *
 * <pre>{@code
 * new ProofBuilder(new TileNodes(size, tiles)).inclusion(index, size)
 * }</pre>
 *
 * <p>A tile of a wrong length counts as missing. The hashes themselves are not checked here: a
 * proof or a root made from them must be held against a signed root. Remembers the last tiles, so
 * take a new one for each task; not for several threads. Source: C2SP tlog-tiles.
 */
public final class TileNodes implements NodeReader {

  private static final int REMEMBERED = 64;

  private final long size;
  private final TileReader tiles;
  private final TreeHasher hasher = new TreeHasher();
  private final Map<TileId, byte[]> remembered =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TileId, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  public TileNodes(long size, TileReader tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  @Override
  public Optional<Hash> node(int level, long index) {
    int tileLevel = level / TileId.HEIGHT;
    int below = level % TileId.HEIGHT;
    long first = index << below;
    long tileIndex = first / TlogLimits.TILE_WIDTH;
    int offset = (int) (first % TlogLimits.TILE_WIDTH);
    int count = 1 << below;
    int width = TileSpan.width(tileLevel, tileIndex, size);
    if (index < 0 || width < offset + count) {
      return Optional.empty();
    }
    return bytes(new TileId(tileLevel, tileIndex, width)).map(tile -> fold(tile, offset, count));
  }

  private Optional<byte[]> bytes(TileId id) {
    byte[] known = remembered.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> read = tiles.read(id).filter(bytes -> fits(bytes, id.width()));
    if (read.isEmpty() && !id.full()) {
      read = tiles.read(id.whole()).filter(bytes -> fits(bytes, TlogLimits.TILE_WIDTH));
    }
    read.ifPresent(bytes -> remembered.put(id, bytes));
    return read;
  }

  private static boolean fits(byte[] bytes, int width) {
    return bytes.length == width * Hash.BYTES;
  }

  private Hash fold(byte[] tile, int offset, int count) {
    if (count == 1) {
      return Hash.at(tile, offset * Hash.BYTES);
    }
    int half = count / 2;
    return hasher.node(fold(tile, offset, half), fold(tile, offset + half, half));
  }
}
