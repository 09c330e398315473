package dev.hufu.kernel.bill;

import dev.hufu.kernel.text.Wording;
import java.util.Locale;

/** Which way the money went, as the bill says it. */
public enum Direction {
  IN("收入", "in"),
  OUT("支出", "out"),
  /** Counted neither way: top-ups, withdrawals, own accounts, what was closed or refunded. */
  NEUTRAL("不计收支", "neutral");

  private final Wording title;

  Direction(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The name JSON uses: {@code out}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
