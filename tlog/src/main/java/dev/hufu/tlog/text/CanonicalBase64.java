package dev.hufu.tlog.text;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import java.util.Base64;

/**
 * Base64 of RFC 4648 section 4, with padding, in its one canonical spelling: what the JDK's decoder
 * lets pass (no padding, bits left over) is refused, so that a text has one form only.
 *
 * <p>Example: {@code decode("QQ==", "line 2")} is one byte; {@code "QQ"} and {@code "QR=="} are
 * {@link Reason#BAD_BASE64}.
 */
public final class CanonicalBase64 {

  private CanonicalBase64() {}

  public static Checked<byte[]> decode(String text, String where) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Checked.flawed(Reason.BAD_BASE64, where);
    }
    return encode(bytes).equals(text)
        ? Checked.sound(bytes)
        : Checked.flawed(Reason.BAD_BASE64, where);
  }

  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
