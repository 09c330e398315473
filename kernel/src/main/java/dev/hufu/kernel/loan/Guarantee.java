package dev.hufu.kernel.loan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who stands in for the borrower. The role is written out beside the signature: a
 * signature without it is no guarantee.
 *
 * @param until the last day, if one is agreed
 */
public record Guarantee(Party guarantor, Kind kind, Optional<LocalDate> until) {

  /** How far it goes. */
  public enum Kind {
    /** After the borrower's own means. */
    GENERAL,
    /** Beside the borrower, at once. */
    JOINT,
    /** Not said, or not clearly. */
    UNSTATED
  }
}
