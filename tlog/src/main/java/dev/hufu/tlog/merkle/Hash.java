package dev.hufu.tlog.merkle;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.text.CanonicalBase64;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * A SHA-256 hash: 32 bytes as four big-endian longs, so that it is a value and needs no copies.
 *
 * <p>Example: {@code Hash.of(bytes).base64()} is the third line of a checkpoint. Bytes of another
 * length are refused by {@link #parse} and are an {@link IllegalArgumentException} in {@link #of}.
 */
public record Hash(long a, long b, long c, long d) {

  public static final int BYTES = 32;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash is 32 bytes, not " + bytes.length);
    }
    return at(bytes, 0);
  }

  /** The hash that begins at an offset, as in a tile. */
  public static Hash at(byte[] bytes, int offset) {
    return new Hash(
        (long) LONGS.get(bytes, offset),
        (long) LONGS.get(bytes, offset + 8),
        (long) LONGS.get(bytes, offset + 16),
        (long) LONGS.get(bytes, offset + 24));
  }

  /** From base64 as in checkpoints and proofs. */
  public static Checked<Hash> parse(String base64, String where) {
    return CanonicalBase64.decode(base64, where)
        .then(
            bytes ->
                bytes.length == BYTES
                    ? Checked.sound(of(bytes))
                    : Checked.flawed(Reason.BAD_HASH, where));
  }

  public byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    put(bytes, 0);
    return bytes;
  }

  /** Writes the 32 bytes at an offset. */
  public void put(byte[] target, int offset) {
    LONGS.set(target, offset, a);
    LONGS.set(target, offset + 8, b);
    LONGS.set(target, offset + 16, c);
    LONGS.set(target, offset + 24, d);
  }

  public String base64() {
    return CanonicalBase64.encode(bytes());
  }

  /** In hexadecimal, lower case. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes());
  }
}
