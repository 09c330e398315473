package dev.hufu.app.identity;

import dev.hufu.kernel.code.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * The one-time links that sign in the owner of this installation. Kept in PostgreSQL, as a digest
 * only; each opens once and lives {@link dev.hufu.kernel.limit.Limits#SIGN_IN_LINK_LIFE}.
 */
public interface SignInLinks {

  /** A new secret for a link, unguessable, shown once and never stored. */
  String issue(Instant now);

  /**
   * Uses up a secret. Empty when it was good; else LINK_UNKNOWN, LINK_EXPIRED or LINK_USED. Two
   * browsers that press at once get one success between them.
   */
  Optional<Refusal> use(String secret, Instant now);
}
