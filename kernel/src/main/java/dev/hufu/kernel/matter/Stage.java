package dev.hufu.kernel.matter;

import dev.hufu.kernel.text.Wording;

/** The three stages of the spine, in order. */
public enum Stage {
  VERIFY("核验", "Verify"),
  ASSESS("评估", "Assess"),
  RETAIN("留存", "Retain");

  private final Wording title;

  Stage(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The name packs and JSON use: {@code verify}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
