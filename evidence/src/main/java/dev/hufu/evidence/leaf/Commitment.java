package dev.hufu.evidence.leaf;

import dev.hufu.kernel.decision.Digest;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Two digests over the same secret salt and payload. With the salt, anybody can check that this
 * payload was meant; without it, nobody can guess at the payload, however few values it could have.
 *
 * <p>Example: {@code Commitment.to(salt, payload)} is SHA-256(salt ‖ payload) and SM3(salt ‖
 * payload). The salt has {@value #SALT_BYTES} bytes and is kept where the payload is kept, under
 * the same key: destroying that key destroys both.
 *
 * @param sha256 by FIPS 180-4
 * @param sm3 by GB/T 32905, 64 hexadecimal digits
 */
public record Commitment(Digest sha256, String sm3) {

  /** As long as the digests, so that salt cannot be guessed more cheaply than they are broken. */
  public static final int SALT_BYTES = 32;

  public Commitment {
    if (!Digest.isHex(sm3)) {
      throw new IllegalArgumentException("not an SM3 digest: " + sm3);
    }
  }

  /** The commitment to a payload under a salt. */
  public static Commitment to(byte[] salt, byte[] payload) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt of 32 bytes, not " + salt.length);
    }
    byte[] both = ByteBuffer.allocate(salt.length + payload.length).put(salt).put(payload).array();
    return new Commitment(Digest.of(both), sm3(both));
  }

  static String sm3(byte[] message) {
    SM3Digest digest = new SM3Digest();
    digest.update(message, 0, message.length);
    byte[] sum = new byte[digest.getDigestSize()];
    digest.doFinal(sum, 0);
    return HexFormat.of().formatHex(sum);
  }
}
