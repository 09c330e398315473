package dev.hufu.app.workbench;

import dev.hufu.app.identity.Member;
import dev.hufu.app.web.OutLink;
import dev.hufu.app.web.Problem;
import dev.hufu.store.TeamBook;
import java.util.List;
import java.util.Optional;

/**
 * The team.
 *
 * @param link an invitation just made, shown once
 * @param invited whom it is for
 */
public record TeamView(
    Member me,
    List<TeamBook.Person> people,
    Optional<OutLink> link,
    String invited,
    String typed,
    List<Problem> problems) {

  public TeamView {
    people = List.copyOf(people);
    problems = List.copyOf(problems);
  }
}
