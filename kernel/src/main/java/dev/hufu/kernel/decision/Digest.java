package dev.hufu.kernel.decision;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest, printed as 64 hexadecimal digits.
 *
 * <p>Example: {@code Digest.of(bytes).hex()}.
 */
public record Digest(String hex) {

  private static final int HEX_CHARS = 64;

  public Digest {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
    }
  }

  /**
   * 64 hexadecimal digits in small letters; made for every entry of a log, so without a pattern.
   */
  public static boolean isHex(String text) {
    if (text.length() != HEX_CHARS) {
      return false;
    }
    for (int at = 0; at < HEX_CHARS; at++) {
      char c = text.charAt(at);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  public static Digest of(byte[] bytes) {
    try {
      return new Digest(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** The first twelve digits, for people to compare by eye. */
  public String brief() {
    return hex.substring(0, 12);
  }

  @Override
  public String toString() {
    return hex;
  }
}
