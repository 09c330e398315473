package dev.hufu.kernel.matter;

import dev.hufu.kernel.text.Wording;

/**
 * Where a fact came from. What was checked elsewhere outweighs what the person says, and that
 * outweighs what a chat shows: the person knows how old an account is, the chat does not.
 */
public enum Provenance {
  /** The person who asks told us. */
  SAID("你的回答", "your answer"),
  /** Read out of the chat or a screenshot. */
  SHOWN("聊天里写的", "read in the chat"),
  /** Checked through another channel, such as a friend's confirmation link. */
  CHECKED("别处核对过", "checked elsewhere"),
  /** Follows from other facts. */
  DERIVED("由别的事实得出", "follows from other facts"),
  /** Nobody said anything; the pack's stated assumption. */
  ASSUMED("没有填，按没做算", "not said; taken as not done");

  private final Wording wording;

  Provenance(String zh, String en) {
    wording = new Wording(zh, en);
  }

  public Wording wording() {
    return wording;
  }
}
