package dev.hufu.app.web;

import dev.hufu.app.request.FriendDesk;
import dev.hufu.app.web.words.PeopleWords;
import dev.hufu.kernel.decision.MethodCheck;
import dev.hufu.kernel.text.Wording;

/** How a friend's answer and a check stand, as a picture of two halves and as a word. */
public final class FriendWords {

  private FriendWords() {}

  /** {@code ok}, {@code open} or {@code no}. */
  public static String tally(FriendDesk.Link link) {
    return link.answer()
        .map(
            answer ->
                switch (answer) {
                  case YES -> "ok";
                  case NO -> "no";
                  case UNSURE -> "open";
                })
        .orElse("open");
  }

  /** {@code ok}, {@code open} or {@code no}. */
  public static String tally(MethodCheck.State state) {
    return switch (state) {
      case MATCHED -> "ok";
      case OPEN, NO_ANSWER -> "open";
      case MISMATCH -> "no";
    };
  }

  public static Wording state(FriendDesk.Link link) {
    return switch (link.state()) {
      case WAITING -> PeopleWords.WAITING;
      case EXPIRED -> PeopleWords.EXPIRED;
      case WITHDRAWN -> PeopleWords.WITHDRAWN;
      case ANSWERED ->
          link.answer()
              .map(
                  answer ->
                      switch (answer) {
                        case YES -> PeopleWords.SAID_YES;
                        case NO -> PeopleWords.SAID_NO;
                        case UNSURE -> PeopleWords.SAID_UNSURE;
                      })
              .orElse(PeopleWords.SAID_UNSURE);
    };
  }
}
