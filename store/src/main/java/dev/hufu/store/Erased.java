package dev.hufu.store;

import java.time.Instant;

/** What became of a matter whose erasing was asked for and not refused. */
public sealed interface Erased {

  /** Its key is destroyed; nobody can read it any more. */
  record Gone(Instant at) implements Erased {}

  /**
   * A statutory term runs: stored, and readable to nobody, until it erases itself.
   *
   * @param rule id of the entry of law that bids it
   */
  record Sealed(Instant until, String rule) implements Erased {}
}
