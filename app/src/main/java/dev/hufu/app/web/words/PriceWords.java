package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.price.LenderKind;

/** The page that says what a loan really costs. */
public final class PriceWords {

  public static final Wording TITLE =
      new Wording("三个数，算出真实的价钱", "Three numbers show the real price");
  public static final Wording LEAD =
      new Wording(
          "只看真正到手和真正要还的钱，不看它怎么叫。",
          "Only what arrives and what is paid counts, not what it is called.");
  public static final Wording BACK = new Wording("返回", "Back");
  public static final Wording FACE = new Wording("说好借多少", "How much was promised");
  public static final Wording FACE_HELP =
      new Wording("合同上写的数，可以空着", "As on paper; may be left open");
  public static final Wording RECEIVED = new Wording("到手多少", "How much arrived");
  public static final Wording RECEIVED_HELP = new Wording("先扣掉的不算", "Without what was kept back");
  public static final Wording PAYMENTS = new Wording("怎么还", "How it is paid back");
  public static final Wording PAYMENTS_HELP =
      new Wording(
          "14×4928 就是 14 期、每期 4928；知道日子的，一行一笔，例如 2024-12-01 4928",
          "14x4928 is 14 payments of 4928; with days, one a line, such as 2024-12-01 4928");
  public static final Wording FROM_BILL = new Wording("从账单里挑还款", "Pick the payments from a bill");
  public static final Wording DRAWN = new Wording("哪天到手", "The day it arrived");
  public static final Wording DRAWN_HELP =
      new Wording("还款写了日子才要填，例如 2024-11-01", "Only where payments have days, such as 2024-11-01");
  public static final Wording LAW = new Wording("按哪里的规定对", "Whose rules to hold it against");
  public static final Wording EVERY = new Wording("多久还一次", "How often");
  public static final Wording MONTH = new Wording("每月", "monthly");
  public static final Wording WEEK = new Wording("每周", "weekly");
  public static final Wording TWO_WEEKS = new Wording("每两周", "every two weeks");
  public static final Wording TEN_DAYS = new Wording("每 10 天", "every 10 days");
  public static final Wording DAY = new Wording("每天", "daily");
  public static final Wording GO = new Wording("算一算", "Show the price");
  public static final Wording YUAN = new Wording("元", "yuan");
  public static final Wording PERCENT = new Wording("%", "%");

  public static final Wording FOUR = new Wording("四行看清", "Four lines");
  public static final Wording NOMINAL = new Wording("名义年利率", "Nominal rate a year");
  public static final Wording NOMINAL_D =
      new Wording("一期的利率 × 一年的期数", "rate of a period × periods a year");
  public static final Wording EFFECTIVE = new Wording("实际年利率", "Effective rate a year");
  public static final Wording EFFECTIVE_D = new Wording("利滚利算满一年", "compounded over a year");
  public static final Wording TOTAL = new Wording("一共要还", "Paid in total");
  public static final Wording TOTAL_D =
      new Wording("到手 {0} 元，多付 {1} 元", "{0} received, {1} on top");
  public static final Wording PER_THOUSAND = new Wording("每 1,000 元每月", "Per 1,000 and month");
  public static final Wording PER_THOUSAND_D =
      new Wording("多付的钱，按到手的钱算", "the cost, on what arrived");
  public static final Wording PER_THOUSAND_ALL =
      new Wording("每 1,000 元一共多付", "Per 1,000, all together");
  public static final Wording PER_THOUSAND_ALL_D =
      new Wording("借的时间不到一个月", "the loan is shorter than a month");
  public static final Wording ABOUT = new Wording("约", "about");
  public static final Wording REBASED =
      new Wording(
          "本金按到手的 {0} 元算，先扣的 {1} 元不算本金。",
          "The principal is the {0} that arrived; the {1} kept back is not.");

  public static final Wording WHERE = new Wording("还的钱去了哪里", "Where the money goes");
  public static final Wording W_TOTAL = new Wording("一共还 {0} 元", "{0} paid in total");
  public static final Wording W_RECEIVED = new Wording("到手", "arrived");
  public static final Wording W_KEPT = new Wording("先扣的", "kept back");
  public static final Wording W_INTEREST = new Wording("账面利息和费用", "interest and charges on paper");
  public static final Wording W_MORE = new Wording("多付 {0} 元", "{0} on top");
  public static final Wording LINES =
      new Wording("每期还多少，和几条线比", "Each payment, and at other rates");
  public static final Wording THIS = new Wording("这一笔", "this loan");
  public static final Wording AT = new Wording("按 {0}", "at {0}");
  public static final Wording LINES_NOT =
      new Wording("这几条线只是拿来比一比，不是规定。", "These rates are only to compare with; they are no rules.");

  public static final Wording SEEN = new Wording("对一对", "Held against");
  public static final Wording SEEN_D =
      new Wording(
          "有对不上的，请对方说清楚；要判断对错，请找法院或律师。",
          "Where something does not fit, ask them; for a judgement ask a court or lawyer.");

  public static final Wording MORE =
      new Wording("再对几样：合同利率、放款的是谁、别的报价", "More: the contract's rate, who lends, other offers");
  public static final Wording RATE = new Wording("合同上写的年利率", "Annual rate in the contract");
  public static final Wording REPORTED = new Wording("别人说的年利率", "Annual rate somebody says");
  public static final Wording REPORTED_HELP =
      new Wording("广告、报道、客服说的", "an advertisement, an article, their service");
  public static final Wording CLAIMED = new Wording("另外还要你付多少", "What is demanded besides");
  public static final Wording SIGNED = new Wording("哪天签的", "Day of the contract");
  public static final Wording SIGNED_HELP =
      new Wording("例如 2024-11-01；不写按今天", "For example 2024-11-01; empty means today");
  public static final Wording WHO = new Wording("放款的是谁", "Who lends");
  public static final Wording OFFERS = new Wording("别的报价（比一比）", "Other offers to compare");
  public static final Wording OFFER = new Wording("报价 {0}", "Offer {0}");
  public static final Wording COMPARE = new Wording("放在一起看", "Side by side");
  public static final Wording COST = new Wording("多付", "On top");
  public static final Wording CHEAPEST = new Wording("这几个里多付最少", "the least on top of these");
  public static final Wording DRAFT =
      new Wording("拟一份投诉（数字已填好）", "A draft complaint, with the figures in");
  public static final Wording DRAFT_D =
      new Wording(
          "可以改了再用；发给谁、发不发，由你决定。", "Change it as you like; whether and to whom it goes is yours.");
  public static final Wording PRINT = new Wording("打印", "Print");
  public static final Wording DEEPER = new Wording("查这个出借方", "Look the lender over");
  public static final Wording METHOD =
      new Wording(
          "怎么算的：找一个利率，把每一笔还款折回到手那天，加起来正好等于到手的钱。",
          "How: the rate at which all payments, discounted to the day the money arrived, equal"
              + " it.");

  private PriceWords() {}

  /** Whose law, as a choice. */
  public static Wording law(String jurisdiction) {
    return switch (jurisdiction) {
      case "us" -> new Wording("美国", "United States");
      case "eu" -> new Wording("欧盟", "European Union");
      case "uk" -> new Wording("英国", "United Kingdom");
      case "sg" -> new Wording("新加坡", "Singapore");
      default -> new Wording("中国", "China");
    };
  }

  /** A kind of lender, as a choice. */
  public static Wording lender(LenderKind kind) {
    return switch (kind) {
      case NATURAL -> new Wording("一个人", "A person");
      case UNLICENSED -> new Wording("没有放贷牌照的公司", "A company without a licence to lend");
      case LICENSED -> new Wording("银行、小贷等持牌机构", "A bank or other licensed lender");
      case PLATFORM -> new Wording("银行，通过平台借的", "A bank, through a platform");
      case UNKNOWN -> new Wording("不知道", "I do not know");
    };
  }
}
