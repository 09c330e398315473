package dev.hufu.kernel.bill;

import java.util.Locale;

/** What became of a payment, as far as its own row tells. */
public enum RowStatus {
  DONE,
  /** Under way: not yet received, not yet confirmed. */
  PENDING,
  /** Closed before any money moved. */
  CLOSED,
  FAILED,
  REFUNDED,
  PART_REFUNDED,
  /** Given back by the other side or by time, such as a red packet nobody opened. */
  RETURNED,
  /** The bill uses words that are not known here, or none. */
  UNKNOWN;

  /** The name JSON uses: {@code part-refunded}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether money left and did not come back by this row alone. */
  public boolean standing() {
    return switch (this) {
      case DONE, PENDING, PART_REFUNDED, UNKNOWN -> true;
      case CLOSED, FAILED, REFUNDED, RETURNED -> false;
    };
  }
}
