package dev.hufu.app.history;

/**
 * What became of the lines of a run: {@code read = decided + fed + refused}, always.
 *
 * @param fed counted into features, and not of a kind that is decided upon
 * @param refused by the reader or by the engine
 * @param stopped whether the run ended at a refusal, as it was told to
 * @param seconds from the first line to the last
 */
public record RunTotals(
    long read, long decided, long fed, long refused, boolean stopped, double seconds) {

  public RunTotals {
    if (read != decided + fed + refused) {
      throw new IllegalArgumentException(read + " != " + decided + " + " + fed + " + " + refused);
    }
  }

  /** Lines a second. */
  public long rate() {
    return Math.round(read / Math.max(seconds, 1e-9));
  }
}
