package dev.hufu.kernel.consent;

import dev.hufu.kernel.text.Wording;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A class of personal data, as a person agrees to it or refuses it.
 *
 * <p>Example: {@code WALLET_FLOW} is the bill of one's own wallet; who allows it has not allowed
 * {@code CONTACTS}. Whether a class may be asked for at all is said by the pack of the place.
 */
public enum DataClass {
  IDENTITY("身份信息", "identity"),
  WALLET_FLOW("钱包流水", "wallet flow"),
  BANK_FLOW("银行流水", "bank flow"),
  MERCHANT_REVENUE("经营流水", "merchant revenue"),
  REPAYMENT_HISTORY("还款记录", "repayment history"),
  DECLARED_INCOME("自报收入", "declared income"),
  DEVICE("设备信息", "device"),
  LOCATION("位置", "location"),
  CONTACTS("通讯录", "contacts"),
  CHAT_CONTENT("聊天内容", "chat content"),
  SOCIAL_GRAPH("社交关系", "social graph"),
  MOMENTS("朋友圈", "moments");

  private final Wording title;

  DataClass(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The class of that name, however it is spelled: {@code wallet-flow}, {@code WALLET_FLOW}. */
  public static Optional<DataClass> find(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(one -> one.name().equals(wanted)).findFirst();
  }
}
