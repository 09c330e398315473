package dev.hufu.tlog.tile;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of an entry bundle: each entry after its length in two bytes, big end first.
 *
 * <p>Example: the entries {@code "a"} and {@code ""} are {@code 00 01 61 00 00}. An entry of more
 * than 65,535 bytes, or more than 256 of them, is an {@link IllegalArgumentException} on writing;
 * on reading, what does not fit its width is {@link Reason#BAD_TILE}. Source: C2SP tlog-tiles,
 * section Log entries.
 */
public final class EntryBundle {

  private EntryBundle() {}

  public static byte[] encode(List<byte[]> entries) {
    if (entries.size() > TlogLimits.TILE_WIDTH) {
      throw new IllegalArgumentException(entries.size() + " entries in a bundle");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > TlogLimits.LEAF_BYTES_MAX) {
        throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /** The entries of a bundle that must hold exactly {@code width} of them and nothing more. */
  public static Checked<List<byte[]>> decode(byte[] bundle, int width) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < bundle.length) {
      String where = "entry " + (entries.size() + 1);
      if (entries.size() == width || bundle.length - at < 2) {
        return Checked.flawed(Reason.BAD_TILE, where);
      }
      int length = (bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF;
      at += 2;
      if (bundle.length - at < length) {
        return Checked.flawed(Reason.BAD_TILE, where);
      }
      byte[] entry = new byte[length];
      System.arraycopy(bundle, at, entry, 0, length);
      entries.add(entry);
      at += length;
    }
    return entries.size() == width
        ? Checked.sound(List.copyOf(entries))
        : Checked.flawed(Reason.BAD_TILE, "entry " + (entries.size() + 1));
  }
}
