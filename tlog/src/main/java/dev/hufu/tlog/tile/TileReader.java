package dev.hufu.tlog.tile;

import java.util.Optional;

/**
 * Where the bytes of tiles are read from: a table, a folder, HTTP. Empty means: not there. Example:
 * {@code id -> Optional.ofNullable(map.get(id))}.
 */
@FunctionalInterface
public interface TileReader {

  Optional<byte[]> read(TileId id);
}
