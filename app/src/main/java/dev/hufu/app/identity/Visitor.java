package dev.hufu.app.identity;

import java.util.UUID;

/**
 * Who is asking, as a controller sees it: {@code String page(Visitor visitor)}.
 *
 * <p>A matter belongs to {@link #owner()}. Someone who has not signed in gets a random owner that
 * lives as long as the session; the one-time link of the terminal turns the session into the owner
 * of this installation, {@link #INSTALLATION}. So nobody needs an account to check a chat, and
 * nobody sees what another browser checked.
 *
 * @param owner whose matters these are
 * @param signedIn whether this is the owner of the installation
 */
public record Visitor(UUID owner, boolean signedIn) {

  /** The owner of every installation: there is exactly one, so it needs no secret name. */
  public static final UUID INSTALLATION = new UUID(0, 1);

  static Visitor anonymous(UUID owner) {
    return new Visitor(owner, false);
  }

  static Visitor installationOwner() {
    return new Visitor(INSTALLATION, true);
  }
}
