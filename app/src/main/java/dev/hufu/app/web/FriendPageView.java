package dev.hufu.app.web;

import dev.hufu.app.web.words.PeopleWords;
import dev.hufu.kernel.text.Wording;
import java.time.Instant;

/** What a friend sees: two names, no chat, no sum. */
public record FriendPageView(String token, String asker, String claimed, Instant expiresAt) {

  /** The one question, with both names filled in. */
  public Wording question() {
    return PeopleWords.F_Q.map(text -> text.replace("{0}", asker).replace("{1}", claimed));
  }

  /** Token and names stay out of logs. */
  @Override
  public String toString() {
    return "FriendPageView[until " + expiresAt + "]";
  }
}
