package dev.hufu.app.identity;

import dev.hufu.store.PersonId;
import java.util.Optional;

/**
 * One of the team that works on packs, as a controller sees it: {@code String page(Member member)}.
 * Naming it as an argument is the lock: a guest, and a colleague who was removed, is refused with
 * SIGN_IN_NEEDED before the method runs.
 *
 * @param name empty while the owner has given none
 */
public record Member(PersonId id, Optional<String> name, boolean owner) {

  @Override
  public String toString() {
    return "Member[" + id + "]";
  }
}
