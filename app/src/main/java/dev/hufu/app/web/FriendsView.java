package dev.hufu.app.web;

import dev.hufu.app.request.FriendDesk;
import dev.hufu.kernel.limit.Limits;
import java.util.List;
import java.util.Optional;

/**
 * The owner's page of links for friends.
 *
 * @param made the link just made; it is shown this once
 * @param asker what was typed, kept when refused
 */
public record FriendsView(
    String matterId,
    String decisionId,
    List<FriendDesk.Link> links,
    Optional<OutLink> made,
    String asker,
    String claimed,
    List<Problem> problems) {

  public FriendsView {
    links = List.copyOf(links);
    problems = List.copyOf(problems);
  }

  /** Whether one more friend may be asked. */
  public boolean room() {
    return links.size() < Limits.FRIEND_LINKS_MAX;
  }

  public boolean wrong(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }
}
