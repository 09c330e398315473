package dev.hufu.kernel.bill;

import dev.hufu.kernel.text.Wording;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the person says about a row. */
public enum Mark {
  MINE("是我", "mine"),
  NOT_MINE("不是我", "not mine"),
  UNSURE("不确定", "unsure");

  private final Wording title;

  Mark(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The name forms and JSON use: {@code not-mine}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The mark of that {@link #id()}. */
  public static Optional<Mark> find(String id) {
    return Arrays.stream(values()).filter(mark -> mark.id().equals(id)).findFirst();
  }
}
