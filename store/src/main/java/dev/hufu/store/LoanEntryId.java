package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;

/**
 * The public name of an entry of a loan.
 *
 * <p>Example: {@code L-7Q4K2M9F}. Forty random bits in Crockford's alphabet: short enough to read
 * out, and nobody meets another's by counting. It is no secret and opens nothing by itself.
 */
public record LoanEntryId(String text) {

  public LoanEntryId {
    if (!PublicId.fits('L', text)) {
      throw new IllegalArgumentException("not an id like L-7Q4K2M9F: " + text);
    }
  }

  /** Reads an id from outside; a text that cannot be one is simply unknown. */
  public static Outcome<LoanEntryId> parse(String text) {
    return PublicId.fits('L', text)
        ? Outcome.of(new LoanEntryId(text))
        : Outcome.refused(Code.LOAN_ENTRY_UNKNOWN, "");
  }

  static LoanEntryId next() {
    return new LoanEntryId(PublicId.next('L'));
  }

  @Override
  public String toString() {
    return text;
  }
}
