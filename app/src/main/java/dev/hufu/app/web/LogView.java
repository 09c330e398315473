package dev.hufu.app.web;

import dev.hufu.app.custody.LogDesk;
import dev.hufu.kernel.code.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page of the public log.
 *
 * @param found what a check came to, if it found something
 * @param problem why not, if it was asked
 * @param digest as typed, to be shown again
 */
public record LogView(
    LogDesk.State state, Optional<LogDesk.Found> found, Optional<Refusal> problem, String digest) {

  private static final Pattern EIGHT = Pattern.compile("(.{8})(?=.)");

  /** A hash in groups of eight, to be read aloud and compared. */
  public static String grouped(Object hash) {
    return EIGHT.matcher(hash.toString()).replaceAll("$1 ");
  }

  /** The two ends of a hash. */
  public static String ends(Object hash) {
    String text = hash.toString();
    return text.substring(0, 4) + "…" + text.substring(text.length() - 4);
  }

  /** 48,213: entries are counted from 1 by people and from 0 by the log. */
  public static String counted(long number) {
    return "%,d".formatted(number);
  }
}
