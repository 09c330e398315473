package dev.hufu.tlog.tile;

import dev.hufu.tlog.merkle.Hash;

/**
 * A tile with its bytes: as many hashes as its width, 32 bytes each.
 *
 * <p>Example: what {@link GrowingTiles.Growth#tiles} hands out to be written. Bytes that do not fit
 * the width are an {@link IllegalArgumentException}.
 */
public final class Tile {

  private final TileId id;
  private final byte[] bytes;

  public Tile(TileId id, byte[] bytes) {
    if (bytes.length != id.width() * Hash.BYTES) {
      throw new IllegalArgumentException(bytes.length + " bytes for " + id.path());
    }
    this.id = id;
    this.bytes = bytes.clone();
  }

  public TileId id() {
    return id;
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
