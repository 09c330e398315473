package dev.hufu.kernel.bill;

import dev.hufu.kernel.text.Wording;
import java.util.Locale;

/**
 * What a row is about, the same word for every platform. What the bill itself wrote stays in {@link
 * BillWords#type()}.
 */
public enum RowKind {
  PURCHASE("消费", "purchase"),
  /** Paid or received over a QR code: a shop or a person. */
  CODE_PAYMENT("扫码", "QR payment"),
  TRANSFER("转账", "transfer"),
  RED_PACKET("红包", "red packet"),
  GROUP_COLLECTION("群收款", "group collection"),
  /** Somebody of the family spent over this account's card. */
  FAMILY_CARD("亲属卡", "family card"),
  DONATION("捐赠", "donation"),
  REFUND("退款", "refund"),
  TOP_UP("充值", "top-up"),
  WITHDRAWAL("提现", "withdrawal"),
  /** Between two pockets of the same person, such as balance and money fund. */
  OWN_MOVE("自己账户之间", "between own accounts"),
  INVESTMENT("理财", "investment"),
  CARD_REPAYMENT("还信用卡", "card repayment"),
  LOAN_IN("借入", "loan received"),
  LOAN_REPAYMENT("还借款", "loan repayment"),
  WAGE("工资", "wage"),
  INTEREST("利息收益", "interest"),
  FEE("手续费", "fee"),
  CASH("取现存现", "cash"),
  OTHER("其他", "other");

  private final Wording title;

  RowKind(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The name JSON and packs use: {@code red-packet}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the money only changed its pocket: no spending, whatever its size. */
  public boolean ownMoney() {
    return switch (this) {
      case TOP_UP, WITHDRAWAL, OWN_MOVE, INVESTMENT, CARD_REPAYMENT, CASH -> true;
      case PURCHASE,
          CODE_PAYMENT,
          TRANSFER,
          RED_PACKET,
          GROUP_COLLECTION,
          FAMILY_CARD,
          DONATION,
          REFUND,
          LOAN_IN,
          LOAN_REPAYMENT,
          WAGE,
          INTEREST,
          FEE,
          OTHER ->
          false;
    };
  }

  /** Whether it goes to or comes from a person rather than a shop. */
  public boolean betweenPeople() {
    return this == TRANSFER || this == RED_PACKET || this == GROUP_COLLECTION;
  }
}
