package dev.hufu.policy.flow;

import dev.hufu.kernel.text.Wording;
import java.util.Locale;

/** Why a row that was read counts in no figure. */
public enum LeftOut {
  NOT_ALLOWED("这类数据没有被允许看", "its class of data was not allowed"),
  OUTSIDE("不在要看的时间里", "outside the window"),
  PART_MONTH(
      "所在的月，账单没有完整覆盖；按月算的都不算它", "in a month the bill covers in part; no monthly figure counts it"),
  OTHER_MONEY("不是人民币", "other money than yuan"),
  NOT_FINISHED("没有付成，或者还没到账", "failed, closed, or still under way"),
  CAME_BACK("全退回来了", "came back whole"),
  REFUND("退款和退回的钱，不是收入", "a refund or a return; no income"),
  OWN_MONEY("自己账户之间", "between own accounts"),
  SEEN_TWICE("同一笔在另一份账单里已经算过", "the same payment counts in another bill already"),
  NO_WAY("账单没说是进还是出", "the bill does not say which way it went");

  private final Wording title;

  LeftOut(String zh, String en) {
    title = new Wording(zh, en);
  }

  public Wording title() {
    return title;
  }

  /** The name JSON uses: {@code own-money}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
