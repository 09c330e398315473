package dev.hufu.app.web;

import dev.hufu.app.request.FriendDesk;
import java.util.List;

/**
 * How the friends' answers stand, asked again while the page is open.
 *
 * @param seen the decision that the page shows
 * @param changed whether an answer has made a newer one
 */
public record LiveView(
    String matterId, String seen, boolean changed, List<FriendDesk.Link> friends) {
  public LiveView {
    friends = List.copyOf(friends);
  }
}
