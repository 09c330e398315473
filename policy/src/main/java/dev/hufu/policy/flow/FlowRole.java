package dev.hufu.policy.flow;

import dev.hufu.kernel.text.Wording;
import java.util.Locale;

/** What a row counts as for somebody who asks about income and commitments. */
public enum FlowRole {
  INCOME("别人付进来", "paid in by others"),
  GIVEN_BACK("退给别人", "given back to others"),
  BORROWED("借来的", "borrowed"),
  SPENT("支出", "spent"),
  REPAID("还借款", "loan repaid"),
  CARD_REPAID("还信用卡", "card repaid");

  private final Wording title;

  FlowRole(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The name JSON uses: {@code given-back}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
