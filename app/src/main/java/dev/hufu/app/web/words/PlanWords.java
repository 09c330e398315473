package dev.hufu.app.web.words;

import dev.hufu.kernel.casework.ClockKind;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.casework.Running;

/** The first screen after money is gone, the plan, its papers, checks and prevention. */
public final class PlanWords {

  public static final Wording TITLE = new Wording("先打电话，照着念", "Call first and read this");
  public static final Wording BANK = new Wording("银行客服", "Your bank");
  public static final Wording BANK_D =
      new Wording("请旁边的人同时打：卡背面的号码", "Let someone beside you call the number on the card");
  public static final Wording READ = new Wording("念这段", "Read this out");
  public static final Wording NOT =
      new Wording(
          "「转账处理中」的截图说明不了什么，不用等它。不要再回对方任何话。",
          "A screenshot of \"transfer in progress\" proves nothing; do not wait for it. Do not"
              + " answer the other side any more.");
  public static final Wording HOW = new Wording("钱是怎么走的？点一个", "How did it leave? Tap one");
  public static final Wording HOW_D =
      new Wording("点了就有一步一步的计划、时限和文书。", "You get the steps, the clocks and the papers.");
  public static final Wording KNOWN =
      new Wording("知道的先填上，念的话里就有了", "Fill in what you know; the words above take it");
  public static final Wording KNOWN_D =
      new Wording("都可以空着，以后再补。", "All of it may stay empty and be added later.");
  public static final Wording MINE = new Wording("接着做", "Go on");
  public static final Wording NEXT = new Wording("下一个时间", "Next");
  public static final Wording SUM = new Wording("转走多少（元）", "How much (yuan)");
  public static final Wording AT = new Wording("几月几日几点几分", "Day, hour and minute");
  public static final Wording FROM = new Wording("从哪里转的", "Sent from");
  public static final Wording FROM_H =
      new Wording("比如：招商银行手机银行、微信", "Such as: China Merchants Bank app, WeChat");
  public static final Wording PAYEE = new Wording("收款人姓名", "Payee");
  public static final Wording ACCOUNT = new Wording("收款账号", "Payee's account");
  public static final Wording PAYEE_BANK = new Wording("收款的银行", "Payee's bank");
  public static final Wording ME = new Wording("我的姓名", "My name");
  public static final Wording PHONE = new Wording("我的电话", "My phone");
  public static final Wording ID_NUMBER =
      new Wording("我的身份证号（报案要）", "My ID number (for the police)");
  public static final Wording STORY = new Wording("经过：谁、怎么说、怎么转的", "What happened, in your words");
  public static final Wording OTHER = new Wording("对方的号", "Their account or number");
  public static final Wording PLACE = new Wording("现在在哪里", "Where");
  public static final Wording RECEIPT = new Wording("受案回执号", "Number of the police receipt");
  public static final Wording STATION = new Wording("哪个派出所", "Which station");
  public static final Wording OWN_ACCOUNT = new Wording("我的账户或账号", "My account");
  public static final Wording LENDER = new Wording("放款的机构", "The lender");
  public static final Wording INSURER = new Wording("保险公司", "The insurer");
  public static final Wording DATA =
      new Wording("给过对方的资料（姓名、身份证、银行卡……）", "Data they have (name, ID, card …)");
  public static final Wording PREVENT = new Wording("平时怎么守", "How to keep it from happening");

  public static final Wording BACK = new Wording("换一种情况", "Another kind");
  public static final Wording NOW = new Wording("现在是", "It is now");
  public static final Wording STEPS = new Wording("接着一件一件做", "Then one by one");
  public static final Wording DONE = new Wording("做完了", "Done");
  public static final Wording UNDO = new Wording("还没做完", "Not done");
  public static final Wording DONE_AT = new Wording("做完", "done");
  public static final Wording SECOND =
      new Wording("旁边的人同时做", "Someone beside you, at the same time");
  public static final Wording HELPER = new Wording("陪的人做", "Whoever helps");
  public static final Wording FIRST_DO = new Wording("先做：", "First: ");
  public static final Wording SAY = new Wording("可以这么说", "You can say");
  public static final Wording WRITE = new Wording("写好的文书", "The paper for it");
  public static final Wording CHECK = new Wording("一项一项检查", "Check item by item");
  public static final Wording EVENT = new Wording("填时间：", "Enter: ");
  public static final Wording NOTE_DOWN = new Wording("记下", "Note it down");
  public static final Wording TAKE_BACK = new Wording("填错了，撤回", "Entered wrongly: take back");
  public static final Wording CLOCKS = new Wording("时间", "Clocks");
  public static final Wording NO_CLOCKS =
      new Wording("还没有开始算的时间。哪件事办上了，在那一步里填时间。", "None yet. Enter the time in the step.");
  public static final Wording REMIND = new Wording("提醒", "reminder");
  public static final Wording STILL = new Wording("还有", "left:");
  public static final Wording PAST = new Wording("已经过了", "over");
  public static final Wording MAYBE = new Wording("续了才有", "only if renewed");
  public static final Wording THIRD =
      new Wording("续的次数用完了，没有下一次", "All renewals are used; there is no further one");
  public static final Wording ONE_MORE =
      new Wording("还可以续 {0} 次", "may be renewed {0} more time(s)");
  public static final Wording UNKNOWN =
      new Wording("这天的规则或日历我们没有，不猜", "We have no rule or calendar for that day and do not guess");
  public static final Wording MISSED = new Wording("过了时间，现在这样做", "A clock has ended: do this now");
  public static final Wording SOON_T = new Wording("到提醒的时间了", "A reminder is due");
  public static final Wording HAPPENED = new Wording("已经填的事", "Entered so far");
  public static final Wording CALENDAR = new Wording("放进手机日历（.ics）", "Into your calendar (.ics)");
  public static final Wording MONEY = new Wording("转走的钱", "Money that left");
  public static final Wording TOTAL = new Wording("一共", "In all");
  public static final Wording ADD_PAYMENT = new Wording("再加一笔", "Add a payment");
  public static final Wording EDIT_FACTS = new Wording("补充姓名、经过、回执号", "Add name, story, receipt");
  public static final Wording SAVE = new Wording("存下", "Save");
  public static final Wording LAW_T = new Wording("法律上的路", "The legal road");
  public static final Wording CRIMINAL =
      new Wording(
          "报案不看数额，几百元也要收，要给受案回执。",
          "Every report must be accepted whatever the sum, with a receipt.");
  public static final Wording SMALL_T = new Wording("自己起诉：小额诉讼", "Your own suit: small claims");
  public static final Wording WAGE =
      new Wording("省里上年度就业人员年平均工资（元）", "Your province's average annual wage (yuan)");
  public static final Wording WORK_OUT = new Wording("算一下", "Work it out");
  public static final Wording KEEP = new Wording("原件别动", "Keep the originals");
  public static final Wording NEXT_MOVES = new Wording("他接下来可能会说", "What they may say next");
  public static final Wording BEWARE = new Wording("小心第二次被骗", "Beware of the second fraud");
  public static final Wording PAPERS = new Wording("文书", "Papers");
  public static final Wording CHECKS = new Wording("账号和手机检查", "Checks of accounts and phones");
  public static final Wording ANSWERED = new Wording("已看 {0}/{1}", "{0} of {1} seen");
  public static final Wording PRINT = new Wording("打印（一张纸）", "Print (one sheet)");
  public static final Wording READ_ALOUD = new Wording("念出来", "Read aloud");
  public static final Wording RULES_AS_OF = new Wording("规则截至", "Rules as of");
  public static final Wording PRINTED = new Wording("打印于", "Printed on");

  public static final Wording PAPER_D =
      new Wording(
          "空着的地方画了线，可以直接在框里改；改好再打印或复制。改过的字加密存进这件事里，随时能回到没改过的。",
          "Lines stand where something is not known. Edit in the box, then print or copy. Edits are"
              + " kept with this matter, sealed; you can always go back to the drafted text.");
  public static final Wording PAPER_KEPT =
      new Wording("下面是你改过的，已经存好。", "Below is your edited text; it is kept.");
  public static final Wording KEEP_EDIT = new Wording("先存着", "Keep it for now");
  public static final Wording DRAFTED = new Wording("没改过的现在是这样", "The drafted text as it is now");
  public static final Wording TO_PLAN = new Wording("回到计划", "Back to the plan");
  public static final Wording PAPER_TEXT = new Wording("正文", "Text");
  public static final Wording AS_PDF = new Wording("出 PDF", "As PDF");
  public static final Wording AS_TEXT = new Wording("存成文字", "As plain text");
  public static final Wording BILLS_OF_MATTER =
      new Wording("拿账单对一对，回答存进这件事", "Check your bills; answers stay with this matter");
  public static final Wording ORIGINAL = new Wording("回到没改过的", "Back to the unedited text");
  public static final Wording IN_ENGLISH = new Wording("英文的", "In English");
  public static final Wording IN_CHINESE = new Wording("中文的", "In Chinese");
  public static final Wording FILL_GAPS = new Wording("先把空的补上", "Fill in the gaps first");

  public static final Wording CHECK_D =
      new Wording(
          "看一项，点一项。不正常的，下面有怎么修。", "Look, then tap. Where it is not normal, the fix is below.");
  public static final Wording MENUS =
      new Wording("菜单截至 {0}，版本不同会有出入", "Menus as of {0}; versions differ");
  public static final Wording WHERE = new Wording("在哪里", "Where");
  public static final Wording NORMAL_IS = new Wording("正常是", "Normal is");
  public static final Wording FIX = new Wording("怎么修", "How to fix it");
  public static final Wording NORMAL = new Wording("正常", "Normal");
  public static final Wording NOT_NORMAL = new Wording("不正常", "Not normal");
  public static final Wording DONT_KNOW = new Wording("不知道", "Don't know");
  public static final Wording STATE =
      new Wording("还没看 {0} 项，不正常 {1} 项", "{0} not seen, {1} not normal");

  public static final Wording PREVENT_LEAD =
      new Wording("骗法会变，这些做法不大会变。", "Tricks change; these hardly do.");
  public static final Wording LIMITS = new Wording("额度", "Limits");
  public static final Wording SUBSCRIBE =
      new Wording("订到日历里（每月、每季提醒）", "Subscribe in your calendar (monthly, quarterly)");

  public static final Wording RULES_T = new Wording("依据的规定", "The rules behind it");
  public static final Wording RULES_D =
      new Wording(
          "每条都写了在哪里读到、有多可靠（V1 看过原文，V2 看过转述，V3 和 M 不作判断用）。",
          "Each says where it was read and how sure we are (V1 the text itself, V2 a restatement;"
              + " V3 and M never decide).");
  public static final Wording RULE_SINCE = new Wording("从 {0} 起，{1}。", "Since {0}, {1}.");
  public static final Wording RULE_REVIEW = new Wording("{0} 前再核对。", "To be checked by {0}.");

  private PlanWords() {}

  /** How much weight a clock has. */
  public static Wording kind(ClockKind kind) {
    return switch (kind) {
      case STATUTORY -> new Wording("规定", "rule");
      case CONTRACT -> new Wording("约定", "terms");
      case PRACTICE -> new Wording("经验，不是规定", "practice, not a rule");
    };
  }

  /** How a clock stands. */
  public static Wording state(Running.State state) {
    return switch (state) {
      case WAITING -> new Wording("还没开始", "not begun");
      case RUNNING -> new Wording("在走", "running");
      case SOON -> new Wording("快到了", "soon");
      case OVER -> new Wording("过了", "over");
      case MET -> new Wording("办到了", "met");
      case UNKNOWN -> new Wording("不知道", "not known");
    };
  }
}
