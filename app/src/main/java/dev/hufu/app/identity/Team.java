package dev.hufu.app.identity;

import dev.hufu.store.PersonId;
import dev.hufu.store.TeamBook;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who of those that ask belongs to the team. The book is asked each time, so that a colleague who
 * was removed is out with the next page.
 */
@Component
public final class Team {

  private final TeamBook book;

  Team(TeamBook book) {
    this.book = book;
  }

  /** The member behind a request; empty for guests. */
  public Optional<Member> find(HttpServletRequest request) {
    return Visitors.find(request)
        .filter(Visitor::signedIn)
        .flatMap(visitor -> book.find(new PersonId(visitor.owner())))
        .map(person -> new Member(person.id(), person.name(), person.owner()));
  }
}
