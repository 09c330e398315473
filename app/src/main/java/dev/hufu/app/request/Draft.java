package dev.hufu.app.request;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person hands in to be decided.
 *
 * @param matterId the matter to decide again, or empty for a new one
 * @param chat as pasted or as read from screenshots and corrected; may be empty if there are
 *     answers
 * @param answers fact name to written value with its unit: {@code 0 d}, {@code 1000 yuan}, {@code
 *     passed}
 */
public record Draft(Optional<String> matterId, String chat, SortedMap<String, String> answers) {

  public Draft {
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /** Counts only: chat and answers are personal. */
  @Override
  public String toString() {
    return "Draft[" + chat.length() + " chars, " + answers.keySet() + "]";
  }
}
