package dev.hufu.tlog.tile;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.text.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a tiled log serves besides its checkpoint: tiles of hashes and bundles of entries, each by a
 * path below the log's prefix.
 *
 * <pre>{@code
 * tile/0/x001/x234/067         the full tile 1234067 of level 0
 * tile/1/000.p/17              a partial tile of level 1, 17 hashes wide
 * tile/entries/x001/x234/067   the entries below the first
 * }</pre>
 *
 * <p>Errors: {@link Reason#BAD_TILE_PATH}. A path has exactly one spelling, and a tile that no tree
 * of fewer than 2^63 leaves can have is no tile. Source: C2SP tlog-tiles, sections Merkle Tree and
 * Log entries.
 */
public sealed interface TilePath permits TileId, BundleId {

  /** The index within the level, from 0. */
  long index();

  /** Hashes or entries in it: 256, or fewer if partial. */
  int width();

  /** The path below the log's prefix, without a slash before it. */
  String path();

  default boolean full() {
    return width() == TlogLimits.TILE_WIDTH;
  }

  /** Reads a path as it follows the log's prefix. */
  static Checked<TilePath> parse(String path) {
    if (path.length() > Syntax.PATH_CHARS_MAX || !path.startsWith(Syntax.PREFIX)) {
      return Syntax.bad("path");
    }
    int slash = path.indexOf('/', Syntax.PREFIX.length());
    if (slash < 0) {
      return Syntax.bad("level");
    }
    String level = path.substring(Syntax.PREFIX.length(), slash);
    String rest = path.substring(slash + 1);
    int partial = rest.indexOf(Syntax.PARTIAL);
    if (partial < 0) {
      return Syntax.read(level, rest, TlogLimits.TILE_WIDTH);
    }
    String wide = rest.substring(partial + Syntax.PARTIAL.length());
    return Decimal.parse(wide, "width") instanceof Checked.Sound<Long>(var width)
            && width >= 1
            && width < TlogLimits.TILE_WIDTH
        ? Syntax.read(level, rest.substring(0, partial), width.intValue())
        : Syntax.bad("width");
  }

  /** How the paths are spelt. */
  final class Syntax {
    static final String PREFIX = "tile/";
    static final String ENTRIES = "entries";
    static final String PARTIAL = ".p/";
    static final int PATH_CHARS_MAX = 64;

    /** At most six groups: an index has no more than 17 digits. */
    static final Pattern INDEX = Pattern.compile("(x[0-9]{3}/){0,5}[0-9]{3}");

    private static final int GROUP = 1000;

    private Syntax() {}

    static String indexText(long index) {
      List<String> groups = new ArrayList<>();
      groups.add("%03d".formatted(index % GROUP));
      for (long left = index / GROUP; left > 0; left /= GROUP) {
        groups.addFirst("x%03d".formatted(left % GROUP));
      }
      return String.join("/", groups);
    }

    static Checked<TilePath> read(String level, String groups, int width) {
      if (!INDEX.matcher(groups).matches()) {
        return bad("index");
      }
      long index = Long.parseLong(groups.replace("/", "").replace("x", ""));
      if (!indexText(index).equals(groups)) {
        return bad("index");
      }
      if (level.equals(ENTRIES)) {
        return TileId.possible(0, index, width)
            ? Checked.sound(new BundleId(index, width))
            : bad("index");
      }
      return Decimal.parse(level, "level") instanceof Checked.Sound<Long>(var number)
              && number <= TileId.LEVEL_MAX
              && TileId.possible(number.intValue(), index, width)
          ? Checked.sound(new TileId(number.intValue(), index, width))
          : bad("level");
    }

    static String suffix(int width) {
      return width == TlogLimits.TILE_WIDTH ? "" : PARTIAL + width;
    }

    static Checked<TilePath> bad(String where) {
      return Checked.flawed(Reason.BAD_TILE_PATH, where);
    }
  }
}
