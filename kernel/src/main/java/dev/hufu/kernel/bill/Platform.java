package dev.hufu.kernel.bill;

import dev.hufu.kernel.text.Wording;
import java.util.Locale;

/** Who issued a bill. */
public enum Platform {
  WECHAT("微信支付", "WeChat Pay"),
  ALIPAY("支付宝", "Alipay"),
  JD("京东", "JD"),
  MEITUAN("美团", "Meituan"),
  ICBC("工商银行", "ICBC"),
  BOCOM("交通银行", "Bank of Communications"),
  CCB("建设银行", "CCB"),
  /** Read by a mapping file; the form names it. */
  OTHER("其他", "Other");

  private final Wording title;

  Platform(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The name JSON uses: {@code wechat}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a wallet, whose payments may show a second time in the bill of a bank. */
  public boolean wallet() {
    return switch (this) {
      case WECHAT, ALIPAY, JD, MEITUAN -> true;
      case ICBC, BOCOM, CCB, OTHER -> false;
    };
  }
}
