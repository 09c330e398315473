package dev.hufu.kernel.bill;

import dev.hufu.kernel.money.Fen;
import java.util.Optional;

/**
 * One row of a bill, in the same form whoever issued it.
 *
 * <p>Example: on 2026-11-21 at 20:00:00 +08:00, 1,000.00 yuan out by transfer to 张三, paid from 零钱,
 * received; row 18 of {@code wechat.csv}.
 *
 * @param place where it stands in which file
 * @param account whose bill it is: nickname, sign-in or card, as far as the file tells
 * @param amount never negative; the direction says which way
 * @param counterparty the name of the other side; empty where the bill has none
 * @param counterpartyAccount the other side's account as it is shown, often masked
 */
public record BillRow(
    BillPlace place,
    Platform platform,
    String account,
    BillTime time,
    Fen amount,
    Direction direction,
    RowKind kind,
    RowStatus status,
    String counterparty,
    String counterpartyAccount,
    BillWords words,
    BillIds ids,
    BillSums sums) {

  public BillRow {
    if (amount.fen() < 0) {
      throw new IllegalArgumentException("the direction has the sign: " + amount);
    }
  }

  /** What the bill calls it. */
  public String type() {
    return words.type();
  }

  public String item() {
    return words.item();
  }

  public String method() {
    return words.method();
  }

  public String note() {
    return words.note();
  }

  /** What was lost by it at most: the amount without what the row says came back. */
  public Fen standingAmount() {
    if (!status.standing()) {
      return Fen.ZERO;
    }
    return sums.refunded().map(amount::minus).filter(left -> left.fen() >= 0).orElse(amount);
  }

  /** Money that left the person, not only its pocket. */
  public boolean spending() {
    return direction == Direction.OUT && !kind.ownMoney() && status.standing();
  }

  /** The balance afterwards, if the bill tells. */
  public Optional<Fen> balance() {
    return sums.balance();
  }
}
