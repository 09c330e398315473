package dev.hufu.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256-GCM key. What it seals is bound to its place (table and id), so sealed bytes copied to
 * another row do not open. Layout: version 1, twelve bytes of nonce, cipher text with its tag (NIST
 * SP 800-38D). Random nonces are sound here: a key seals one matter, far below 2^32 messages.
 */
final class SealKey {

  static final int BYTES = 32;
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  SealKey(byte[] bits) {
    if (bits.length != BYTES) {
      throw new IllegalArgumentException("a key has 32 bytes: " + bits.length);
    }
    this.key = new SecretKeySpec(bits, "AES");
  }

  static byte[] randomBytes(int count) {
    byte[] bits = new byte[count];
    RANDOM.nextBytes(bits);
    return bits;
  }

  byte[] seal(byte[] plain, String place) {
    byte[] nonce = randomBytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has AES-GCM", missing);
    }
  }

  /** Throws {@link SealBrokenException} if the key, the place or a single bit is another. */
  byte[] open(byte[] sealed, String place) {
    if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
      throw new SealBrokenException(place, new AEADBadTagException("unknown layout"));
    }
    byte[] nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(sealed, 1, NONCE_BYTES).get(nonce);
    int start = 1 + NONCE_BYTES;
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, place)
          .doFinal(sealed, start, sealed.length - start);
    } catch (AEADBadTagException broken) {
      throw new SealBrokenException(place, broken);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has AES-GCM", missing);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public String toString() {
    return "SealKey[***]";
  }
}
