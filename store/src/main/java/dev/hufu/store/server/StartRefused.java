package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;

/**
 * Carries a refusal through the I/O of a start up to {@link EmbeddedPostgres#start}, where it
 * becomes an Outcome. It never leaves this package.
 */
final class StartRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  StartRefused(Code code, String subject) {
    super(code.id() + " " + subject);
    this.refusal = Refusal.of(code, subject);
  }

  Refusal refusal() {
    return refusal;
  }
}
