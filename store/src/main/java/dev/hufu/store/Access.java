package dev.hufu.store;

import java.time.Instant;

/**
 * One opening of sealed content: why, by whom, when.
 *
 * <p>Example: {@code new Access(Purpose.SHOW_TO_OWNER, owner.text(), now)}.
 *
 * @param actor who opens, as the audit names them: a {@link PersonId}, {@code friend}, {@code cli};
 *     never a person's name
 */
public record Access(Purpose purpose, String actor, Instant at) {

  public Access {
    AuditBook.checkActor(actor);
  }
}
