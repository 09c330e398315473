package dev.hufu.app.ops;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;

/**
 * Carries a {@link Refusal} out of a controller to the one place that answers refusals, as a page
 * for people or as problem+json for programs.
 *
 * <p>Example: {@code throw new Refused(Refusal.of(Code.MATTER_UNKNOWN, ""))}. Thrown at the web
 * edge only; rooms further in hand refusals back as values.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public Refused(Refusal refusal) {
    super(refusal.code().id(), null, false, false);
    this.refusal = refusal;
  }

  public Refused(Code code) {
    this(Refusal.of(code, ""));
  }

  public Refusal refusal() {
    return refusal;
  }
}
