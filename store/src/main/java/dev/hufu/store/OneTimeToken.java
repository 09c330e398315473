package dev.hufu.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret part of a link: 256 random bits, 43 characters fit for a URL. It is told once, when it
 * is made; the database keeps its SHA-256 only.
 *
 * <p>Example: {@code "/f/" + link.token().plain()}.
 */
public record OneTimeToken(String plain) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static OneTimeToken next() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  @Override
  public String toString() {
    return "OneTimeToken[***]";
  }
}
