package dev.hufu.app.identity;

import java.security.SecureRandom;

/**
 * Who is asking, as a controller sees it: {@code String page(Visitor visitor)}.
 *
 * <p>A matter belongs to {@link #owner()}. Someone who has not signed in gets a random owner id
 * that lives as long as the session; the one-time link of the terminal turns the session into the
 * owner of this installation. So nobody needs an account to check a chat, and nobody sees what
 * another browser checked.
 *
 * @param owner whose matters these are, such as {@code P-7K2M9QXT}; names nobody
 * @param signedIn whether a link has signed them in: the owner of the installation or a colleague
 */
public record Visitor(String owner, boolean signedIn) {

  /** Crockford's base 32: no letter that can be taken for another. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Visitor anonymous() {
    StringBuilder id = new StringBuilder("P-");
    RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(at -> id.append(LETTERS.charAt(at)));
    return new Visitor(id.toString(), false);
  }
}
