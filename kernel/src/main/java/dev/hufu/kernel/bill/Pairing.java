package dev.hufu.kernel.bill;

import dev.hufu.kernel.money.Fen;
import java.util.Locale;

/**
 * Two rows of a timeline that belong together.
 *
 * @param first the index of the payment in {@link Timeline#rows()}
 * @param second the index of what came back, or of the same payment in another bill
 * @param amount what came back, or what both rows say
 */
public record Pairing(int first, int second, How how, Fen amount) {

  /** Why two rows belong together. */
  public enum How {
    FULL_REFUND,
    PART_REFUND,
    RED_PACKET_RETURNED,
    /** Refused by the other side, or not taken within its time. */
    TRANSFER_RETURNED,
    WITHDRAWAL_RETURNED,
    /** Seen by the wallet and by the bank that paid: one payment, not two. */
    SAME_PAYMENT;

    /** The name JSON uses: {@code part-refund}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
