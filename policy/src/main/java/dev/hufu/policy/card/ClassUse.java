package dev.hufu.policy.card;

import dev.hufu.kernel.text.Wording;

/**
 * A kind of personal data a card speaks of, and what the person may say to it.
 *
 * <p>Example: {@code WALLET_FLOW: {use: needed, zh: 钱包流水, en: wallet flow}}.
 */
public record ClassUse(String id, Wording title, Use use) {

  /** What a card may do with the data. Source: 个人信息保护法 13, 16; Directive (EU) 2023/2225. */
  public enum Use {
    /** There is no score without it; whoever keeps it back is looked at by a human. */
    NEEDED,
    /** May be refused; refusing never costs a point. */
    OPTIONAL,
    /** Never scored. */
    BARRED
  }
}
