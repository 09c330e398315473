package dev.hufu.tlog.note;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.text.CanonicalBase64;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One signature line of a note: who says to have signed, and the bytes.
 *
 * <p>Example: {@code — example.com/foo Uw2QOkn8srV1...}: em dash, name, base64 of four bytes of key
 * id and the signature. Errors of {@link #parse}: {@link Reason#BAD_LINE}, {@link
 * Reason#BAD_KEY_NAME}, {@link Reason#BAD_BASE64}. Source: C2SP signed-note, section Format.
 */
public final class NoteSignature {

  private static final String DASH = "\u2014 ";

  private final String name;
  private final int keyId;
  private final byte[] bytes;

  public NoteSignature(String name, int keyId, byte[] bytes) {
    if (!KeyName.valid(name) || bytes.length == 0) {
      throw new IllegalArgumentException("not a name and signature");
    }
    this.name = name;
    this.keyId = keyId;
    this.bytes = bytes.clone();
  }

  /** Reads a line without its newline. */
  public static Checked<NoteSignature> parse(String line, String where) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      return Checked.flawed(Reason.BAD_LINE, where);
    }
    String name = line.substring(DASH.length(), space);
    if (!KeyName.valid(name)) {
      return Checked.flawed(Reason.BAD_KEY_NAME, where);
    }
    return CanonicalBase64.decode(line.substring(space + 1), where)
        .then(
            decoded ->
                decoded.length <= Integer.BYTES
                    ? Checked.flawed(Reason.BAD_LINE, where)
                    : Checked.sound(
                        new NoteSignature(
                            name,
                            ByteBuffer.wrap(decoded).getInt(),
                            Arrays.copyOfRange(decoded, Integer.BYTES, decoded.length))));
  }

  public String name() {
    return name;
  }

  public int keyId() {
    return keyId;
  }

  /** What follows the key id: for cosignatures, the time and the signature. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The line with its newline. */
  public String line() {
    byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
    return DASH + name + " " + CanonicalBase64.encode(all) + "\n";
  }

  /** Who signed, for messages. */
  @Override
  public String toString() {
    return name + "+" + HexFormat.of().toHexDigits(keyId);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature signature && signature.line().equals(line());
  }

  @Override
  public int hashCode() {
    return 31 * keyId + Arrays.hashCode(bytes);
  }
}
