package dev.hufu.kernel.decision;

import dev.hufu.kernel.text.Wording;

/**
 * A sentence ready to send.
 *
 * @param strategy refuse, ask, or lend on conditions
 * @param text what to send, at most 40 Chinese characters
 * @param note when to use it: "说得软一点"
 */
public record Reply(String id, Strategy strategy, Wording text, Wording note) {

  /** The three ways to answer. */
  public enum Strategy {
    REFUSE,
    ASK,
    LEND
  }
}
