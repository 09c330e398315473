package dev.hufu.evidence.document;

import dev.hufu.kernel.decision.Digest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes that nobody changes: a file, a certificate, a token, a digest.
 *
 * <p>Example: {@code Octets.of(pdf).digest().hex()}. Equal if every byte is; prints its length and
 * the first digits of its digest, never its content.
 */
public final class Octets {

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these bytes. */
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /** The bytes two hexadecimal digits stand for each; throws if these are none. */
  public static Octets ofHex(String hex) {
    return new Octets(HexFormat.of().parseHex(hex));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  /** The bytes from one place up to another, the end left out. */
  public Octets slice(int from, int to) {
    return new Octets(Arrays.copyOfRange(bytes, from, to));
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** The SHA-256 digest. */
  public Digest digest() {
    return Digest.of(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes " + digest().brief();
  }
}
