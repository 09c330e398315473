package dev.hufu.kernel.bill;

import dev.hufu.kernel.text.Wording;
import java.util.Locale;

/** How much a finding weighs; the order is that of the list. */
public enum Strength {
  STRONG("强", "strong"),
  MEDIUM("中", "medium"),
  WEAK("弱", "weak");

  private final Wording title;

  Strength(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The name JSON and packs use: {@code strong}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
