package dev.hufu.tlog.key;

import java.io.Serial;
import java.security.SecureRandom;

/**
 * Hands a key generator the seed it would otherwise draw. Both generators of the JDK ask once, for
 * exactly these 32 bytes, and derive everything else as RFC 8032 and FIPS 204 say; a second call or
 * another length would mean that this has changed, and stops.
 */
final class SeedBytes extends SecureRandom {

  @Serial private static final long serialVersionUID = 1;

  private final byte[] seed;
  private boolean taken;

  SeedBytes(byte[] seed) {
    this.seed = seed.clone();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    if (taken || bytes.length != seed.length) {
      throw new IllegalStateException("the generator asks for more than its seed");
    }
    taken = true;
    System.arraycopy(seed, 0, bytes, 0, seed.length);
  }
}
