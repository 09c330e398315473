package dev.hufu.language.extract;

import dev.hufu.kernel.script.Span;

/**
 * A number one can pay to or dial.
 *
 * @param digits figures only; personal
 * @param passesLuhn for cards whether the check digit fits: one that does not was mistyped or made
 *     up; for telephones always true
 */
public record FoundAccount(Kind kind, String digits, boolean passesLuhn, Span span) {

  /** What kind of number. */
  public enum Kind {
    /** 16 to 19 figures. */
    BANK_CARD,
    /** A mobile number of mainland China, 11 figures. */
    MOBILE
  }

  @Override
  public String toString() {
    return "FoundAccount["
        + kind
        + ", …"
        + digits.substring(Math.max(0, digits.length() - 4))
        + ", "
        + span
        + "]";
  }
}
