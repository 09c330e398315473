package dev.hufu.intake.event;

/**
 * How many lines a reader has seen and what became of them: {@code read = accepted + refused}.
 *
 * @param read lines that were not empty, and the place where a file ended too early, if it did
 */
public record EventTotals(long read, long accepted, long refused) {

  public EventTotals {
    if (accepted < 0 || refused < 0 || read != accepted + refused) {
      throw new IllegalArgumentException(read + " != " + accepted + " + " + refused);
    }
  }
}
