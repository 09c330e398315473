package dev.hufu.app.web;

/**
 * The page behind the one-time sign-in link.
 *
 * @param secret of the link, or empty where somebody came without one
 */
public record EnterView(String secret) {

  /** The secret signs in, so it is never printed. */
  @Override
  public String toString() {
    return "EnterView[…]";
  }
}
