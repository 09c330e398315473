package dev.hufu.app.identity;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.OneTimeToken;
import dev.hufu.store.PersonId;
import dev.hufu.store.SignInBook;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The links as the store keeps them: a hash, a person, an end. */
@Component
final class OwnerLinks implements SignInLinks {

  private final SignInBook book;

  OwnerLinks(SignInBook book) {
    this.book = book;
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
}
