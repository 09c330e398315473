package dev.hufu.app.identity;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.MatterBook;
import dev.hufu.store.OneTimeToken;
import dev.hufu.store.PersonId;
import dev.hufu.store.SignInBook;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The links as the store keeps them: a hash, a person, an end. */
@Component
final class OwnerLinks implements SignInLinks {

  private final SignInBook book;
  private final MatterBook matters;

  OwnerLinks(SignInBook book, MatterBook matters) {
    this.book = book;
    this.matters = matters;
  }

  @Override
  public String issue(Instant now) {
    return book.create(book.getOwner(now), now).token().plain();
  }

  @Override
  public Outcome<String> use(String secret, Instant now) {
    return secret.isBlank()
        ? Outcome.refused(Code.LINK_UNKNOWN, "")
        : book.consume(new OneTimeToken(secret), now).map(PersonId::text);
  }

  @Override
  public void adopt(Visitor before, String owner, Instant now) {
    if (!before.signedIn()) {
      matters.handOver(new PersonId(before.owner()), new PersonId(owner), now);
    }
  }
}
