package dev.hufu.app.identity;

import dev.hufu.kernel.code.Outcome;
import java.time.Instant;

/**
 * The one-time links that sign in the owner of this installation. Kept in PostgreSQL, as a digest
 * only; each opens once and lives {@link dev.hufu.kernel.limit.Limits#SIGN_IN_LINK_LIFE}.
 */
public interface SignInLinks {

  /** A new secret for a link, unguessable, shown once and never stored. */
  String issue(Instant now);

  /**
   * Uses up a secret and gives back the owner's id; else LINK_UNKNOWN, LINK_EXPIRED or LINK_USED.
   * Of two browsers that press at once one gets in.
   */
  Outcome<String> use(String secret, Instant now);

  /** What this browser checked before it signed in becomes the owner's. */
  void adopt(Visitor before, String owner, Instant now);
}
