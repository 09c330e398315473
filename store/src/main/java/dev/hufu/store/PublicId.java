package dev.hufu.store;

import java.security.SecureRandom;

/** How public ids are made: a letter, a dash, eight characters without I, L, O and U. */
final class PublicId {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PublicId() {}

  static String next(char letter) {
    StringBuilder id = new StringBuilder().append(letter).append('-');
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  static boolean fits(char letter, String text) {
    return text.length() == LENGTH + 2
        && text.charAt(0) == letter
        && text.charAt(1) == '-'
        && text.chars().skip(2).allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }
}
