package dev.hufu.app.request;

import dev.hufu.kernel.text.Wording;

/** The title of a matter in the store: the verdict's words in both languages, nothing personal. */
final class Headline {

  private static final char BETWEEN = '\n';

  private Headline() {}

  static String write(Wording headline) {
    return headline.zh() + BETWEEN + headline.en();
  }

  static Wording read(String title) {
    int at = title.indexOf(BETWEEN);
    return at < 0
        ? new Wording(title, title)
        : new Wording(title.substring(0, at), title.substring(at + 1));
  }
}
