package dev.hufu.store;

/**
 * Sealed bytes that their own key does not open: changed on disk, or moved to another row. Never
 * expected, so it is an exception; it names the row and nothing of its content.
 */
public final class SealBrokenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SealBrokenException(String place, Throwable cause) {
    super("the seal of " + place + " is broken", cause);
  }
}
