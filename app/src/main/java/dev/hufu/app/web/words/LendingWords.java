package dev.hufu.app.web.words;

import dev.hufu.app.loan.ProofSheet;
import dev.hufu.kernel.text.Wording;
import dev.hufu.store.LoanEntry;

/** After lending: what is owed, what proves it, what happened, the letters, the register. */
public final class LendingWords {

  public static final Wording LINK =
      new Wording("借出以后：账、证据、催要", "After lending: account, evidence, demands");
  public static final Wording ALREADY =
      new Wording("钱已经借出去了，记下来", "The money is lent; write it down");
  public static final Wording BACK = new Wording("借出登记", "All loans");
  public static final Wording BACK_MATTER = new Wording("回到这件事", "Back to the matter");
  public static final Wording BACK_LOAN = new Wording("回到这笔借款", "Back to the loan");
  public static final Wording TITLE = new Wording("借给「{0}」的 {1} 元", "{1} yuan lent to {0}");
  public static final Wording SOMEBODY = new Wording("对方", "the other");
  public static final Wording PAID = new Wording("还清了", "repaid");
  public static final Wording OVERDUE = new Wording("过了期，还没还清", "overdue");
  public static final Wording RUNNING = new Wording("还没到期", "not due yet");
  public static final Wording DEMANDED = new Wording("随时可以要回", "to be repaid on demand");
  public static final Wording NOT_GIVEN = new Wording("钱还没记上", "no money entered yet");
  public static final Wording AS_OF = new Wording("事项 {0}，算到 {1}", "Matter {0}, reckoned to {1}");
  public static final Wording NO_IOU =
      new Wording("没有签过的借条，按你写下的算。", "No IOU was signed; reckoned as you wrote it down.");
  public static final Wording DRAFT_IOU =
      new Wording("借条还没签完，这里先按它算。", "The IOU is not signed by all yet; reckoned by it so far.");
  public static final Wording TO_IOU = new Wording("看借条", "See the IOU");
  public static final Wording CHANGE_TERMS = new Wording("改写下的约定", "Change what you wrote down");

  public static final Wording OWED_T = new Wording("按规则算，还欠多少", "What is owed by the rules");
  public static final Wording LINE_DAYS =
      new Wording("{0} 元，{1} 天，年 {2}", "{0} yuan, {1} days, {2} a year");
  public static final Wording LINE_DUE = new Wording("{0} 到期", "due {0}");
  public static final Wording DUE_NOW = new Wording("现在可以要的", "To be asked for now");
  public static final Wording NOT_DUE = new Wording("没到期的也算上", "With what is not due yet");
  public static final Wording PART_NO = new Wording("（第 {0} 期）", " ({0})");
  public static final Wording OTHER_YEAR =
      new Wording(
          "一年按 {0} 天算，逾期利息是 {1}，合计 {2} 元。",
          "On {0} days a year default interest is {1}, in all {2} yuan.");
  public static final Wording THIS_YEAR =
      new Wording("一年按 {0} 天算，不复利。", "{0} days a year, simple interest.");
  public static final Wording BY_YEAR = new Wording("改按 {0} 天看", "See it on {0} days");
  public static final Wording LEFT_OVER =
      new Wording("多还了 {0} 元，还没抵掉", "{0} yuan paid beyond what is owed");
  public static final Wording AT = new Wording("算到哪天", "Reckon to");
  public static final Wording AT_GO = new Wording("算", "Reckon");
  public static final Wording AND = new Wording("、", ", ");

  public static final Wording CHAIN_T = new Wording("证据链", "Chain of evidence");
  public static final Wording CHAIN_COMPLETE = new Wording("五环都扣上了", "Every link is closed");
  public static final Wording CHAIN_PARTIAL = new Wording("不全", "Partial");
  public static final Wording CHAIN_NONE = new Wording("还没有", "None yet");
  public static final Wording CHAIN_POINTS = new Wording("{0} / {1} 分", "{0} of {1} points");
  public static final Wording GAP = new Wording("最大的缺口：{0}", "The largest gap: {0}");
  public static final Wording FULL = new Wording("有了", "There");
  public static final Wording PART = new Wording("一半", "Half");
  public static final Wording MISSING = new Wording("缺", "Missing");
  public static final Wording SAID = new Wording("你说有，还没存进来", "you say so; not kept here yet");
  public static final Wording KEPT = new Wording("已经存下", "kept here");
  public static final Wording UNNAMED_T =
      new Wording(
          "凭证存下了。打开看一眼，把上面收款人的全名填进来，对上借款人才算。",
          "The voucher is kept. Open it and type the payee's full name from it; it counts once it"
              + " is the borrower's.");
  public static final Wording SEVENS =
      new Wording("七个因素，核对过 {0} 项", "Seven factors, {0} looked at and held");
  public static final Wording HELD = new Wording("核对过", "held");
  public static final Wording NOT_HELD = new Wording("还没核对", "not looked at");
  public static final Wording ADD_FILE = new Wording("存一份材料", "Keep a file");
  public static final Wording WHAT_I_HAVE = new Wording("核对手里有的", "Go through what you have");

  public static final Wording PROOF_T = new Wording("手里有什么", "What you have");
  public static final Wording PROOF_D =
      new Wording(
          "存进来的文件已经自动勾上。没存的，真有才勾；能存就存，分量更重。",
          "Kept files are ticked by themselves. Tick others only if you really have them; what is"
              + " kept here weighs more.");
  public static final Wording VOUCHER_NAME =
      new Wording("转账电子凭证上，收款人的全名", "The payee's full name on the transfer voucher");
  public static final Wording VOUCHER_NAME_D =
      new Wording("照凭证抄，一个字不差；要和借款人的全名一样。", "Copy it from the voucher; it must be the borrower's.");
  public static final Wording NAME_DIFFERS =
      new Wording(
          "填的是「{0}」，借款人写的是「{1}」，对不上。收钱的人不是他本人，先弄清楚。",
          "You typed {0}; the borrower is {1}. They differ: find out first who received it.");
  public static final Wording FACTORS_T = new Wording("七个因素，逐项核对", "The seven factors, one by one");
  public static final Wording FACTORS_D =
      new Wording("看过、成立的才勾。", "Tick what you looked at and what holds.");
  public static final Wording ITEMS_T = new Wording("材料", "Items");
  public static final Wording COURT_T = new Wording("去哪个法院", "Which court");
  public static final Wording COURT_AGREED =
      new Wording("书面约定过的法院（没有就空着）", "Court agreed in writing, if any");
  public static final Wording WAGE =
      new Wording("本省上年度就业人员年平均工资", "The province's average yearly wage of the year before");
  public static final Wording WAGE_D =
      new Wording(
          "能不能走小额诉讼要看它。我们没有这个数，不猜；查到再填。",
          "It decides on the small-claims track. We do not have it and do not guess.");
  public static final Wording SAVE = new Wording("记下", "Save");

  public static final Wording TODO_T = new Wording("要做的事", "What to do");
  public static final Wording TODO_NONE = new Wording("眼下没有要做的。", "Nothing for now.");
  public static final Wording ICS = new Wording("放进日历（.ics）", "Into your calendar (.ics)");
  public static final Wording IN_DAYS = new Wording("还有 {0} 天", "in {0} days");
  public static final Wording TODAY = new Wording("今天", "today");
  public static final Wording LIMITATION_T = new Wording("诉讼时效", "Limitation");
  public static final Wording LIMITATION_TO =
      new Wording("到 {0}，从 {1} 起算", "to {0}, counted from {1}");
  public static final Wording LIMITATION_OVER =
      new Wording("到 {0}，已经过了。怎么办请律师看。", "Ended {0}. Have a lawyer look at it.");
  public static final Wording LIMITATION_LEFT = new Wording("还有 {0} 天", "{0} days left");
  public static final Wording LIMITATION_ANEW =
      new Wording("{0} {1}，重新算过", "begun anew on {0}: {1}");
  public static final Wording LIMITATION_LATE =
      new Wording(
          "{0} {1}，在时效以后，算不算要看具体情形",
          "{0} {1} came after the end; a court decides whether it helps");
  public static final Wording LIMITATION_HOW =
      new Wording(
          "催要一次、对方承认、还一部分、起诉，都会重新算；最长到 {0}。",
          "A demand, an acknowledgement, a part payment or a suit begins it anew, up to {0}.");
  public static final Wording NO_CLOCK =
      new Wording("没约定哪天还，时效从你要求还的那天起看。", "No day was agreed; it depends on when you ask.");

  public static final Wording PAYMENTS_T = new Wording("还的钱抵在哪里", "Where payments went");
  public static final Wording PAYMENTS_D =
      new Wording("先抵费用，再抵利息，再抵本金。", "Costs first, then interest, then principal.");
  public static final Wording DAY = new Wording("日子", "Day");
  public static final Wording PAID_SUM = new Wording("还款", "Paid");
  public static final Wording COSTS = new Wording("抵费用", "Costs");
  public static final Wording INTEREST = new Wording("抵利息", "Interest");
  public static final Wording PRINCIPAL = new Wording("抵本金", "Principal");
  public static final Wording LEFT = new Wording("多出", "Left");

  public static final Wording STORY_T = new Wording("经过", "What happened");
  public static final Wording DUE_PART = new Wording("应还 {0} 元", "{0} yuan due");
  public static final Wording DUE_OPEN = new Wording("应还 {0} 元，还差 {1} 元", "{0} yuan due, {1} open");
  public static final Wording LIMITATION_END = new Wording("诉讼时效届满", "Limitation ends");
  public static final Wording TAKE_BACK = new Wording("记错了，撤回", "A mistake; take it back");
  public static final Wording TAKEN_BACK = new Wording("（已撤回）", " (taken back)");

  public static final Wording ENTER_T = new Wording("记一笔", "Enter something");
  public static final Wording ENTER_D =
      new Wording(
          "记下就不能改；错了可以撤回再记。",
          "An entry is never changed; a mistake is taken back and entered anew.");
  public static final Wording WHAT = new Wording("发生了什么", "What happened");
  public static final Wording SUM = new Wording("多少钱", "How much");
  public static final Wording SUM_D = new Wording("和钱有关的才填。", "Only where money is concerned.");
  public static final Wording NOTE = new Wording("怎么回事（一句话）", "In a few words");
  public static final Wording NOTE_D =
      new Wording("例如：微信转账；微信里催的", "For example: WeChat transfer; asked in the chat");
  public static final Wording PARTS_T =
      new Wording("后来认的数，约了分几次还", "The sum both named, to be repaid in parts");
  public static final Wording ENTER = new Wording("记下这一笔", "Enter it");
  public static final Wording DAY_AHEAD = new Wording("日子不能在今天以后", "The day must not lie ahead");
  public static final Wording PARTS_SUM =
      new Wording("每次的数加起来，要等于后来认的数", "The parts must add up to the sum both named");
  public static final Wording IN_CHAT = new Wording("微信聊天", "WeChat chat");

  public static final Wording PAPERS_T = new Wording("写好的文书", "Letters");
  public static final Wording PAPERS_D =
      new Wording("按现在的账拟好，可以改，再打印。", "Drafted from today's account; change them, then print.");
  public static final Wording DEMAND = new Wording("催款函", "Demand letter");
  public static final Wording CLAIM = new Wording("民事起诉状", "Statement of claim");
  public static final Wording EDIT_D =
      new Wording(
          "改成你要的样子。第一行是标题，空行分段；表格一行一行用「 | 」隔开。没填的地方是横线。",
          "Change it as you like. The first line is the title, blank lines part paragraphs, cells"
              + " are parted by \" | \". What is not known is a line.");
  public static final Wording TEXT = new Wording("正文", "Text");
  public static final Wording CHINESE =
      new Wording(
          "这份文书给对方和法院看，用中文写。",
          "The letter itself is in Chinese, for its reader and the court. In English it says:");
  public static final Wording AS_EDITED =
      new Wording("这是你改过的稿子。", "This is the draft as you changed it.");
  public static final Wording AFRESH =
      new Wording("不要改过的，按现在的账重拟", "Drop the changes and draft anew");
  public static final Wording PDF = new Wording("下载 PDF", "Download the PDF");
  public static final Wording AS_TEXT = new Wording("下载文本", "Download the text");
  public static final Wording KEEP_DRAFT = new Wording("存下改动", "Keep the changes");
  public static final Wording NOTES_T = new Wording("交之前看一遍", "Before you send it");
  public static final Wording SENT_T = new Wording("已经发出去了", "It was sent");
  public static final Wording SENT_D =
      new Wording(
          "记下哪天、怎么发的：催要记进账，时效重新算，发出的这份存成证据。",
          "Say when and how: the demand is entered, limitation begins anew, and the letter is kept"
              + " as evidence.");
  public static final Wording SENT_ON = new Wording("哪天发的", "Sent on");
  public static final Wording SENT_HOW = new Wording("怎么发的", "How");
  public static final Wording SENT = new Wording("记下：已发出", "Enter it as sent");

  public static final Wording LOANS_T = new Wording("借出登记", "Loans");
  public static final Wording LOANS_D =
      new Wording("借出去的，一笔一行，算到今天。", "What you lent, one a line, reckoned to today.");
  public static final Wording LOANS_NONE =
      new Wording("还没有记过借出的钱。", "No loan is written down yet.");
  public static final Wording LOANS_LINK = new Wording("借出登记", "Loans given");
  public static final Wording NEW_LOAN = new Wording("记一笔已经借出的钱", "Write down a loan given before");
  public static final Wording TERMS_T = new Wording("写下这笔借款", "Write the loan down");
  public static final Wording TERMS_D =
      new Wording(
          "照实写。不知道的空着；转了几次、还了几次，下一页再记。",
          "As it was. Leave open what you do not know; transfers and payments come on the next"
              + " page.");
  public static final Wording LENT_ON = new Wording("哪天借出的", "Lent on");
  public static final Wording LENDER = new Wording("你的全名", "Your full name");
  public static final Wording BORROWER = new Wording("借款人的全名", "The borrower's full name");
  public static final Wording BORROWER_MISSING = new Wording("写上借款人是谁", "Say who borrowed");
  public static final Wording SUM_LENT = new Wording("一共借出多少", "Lent in all");
  public static final Wording DUE_D = new Wording("没约定就空着。", "Leave open if none was agreed.");
  public static final Wording MORE =
      new Wording("还可以写（身份证号、电话、住址、利率）", "More (ID numbers, telephone, address, rates)");
  public static final Wording YOUR_PHONE = new Wording("你的电话", "Your telephone");
  public static final Wording THEIR_PHONE = new Wording("借款人的电话", "The borrower's telephone");
  public static final Wording YOUR_ADDRESS = new Wording("你的住址", "Your address");
  public static final Wording THEIR_ADDRESS = new Wording("借款人的住址", "The borrower's address");
  public static final Wording YEAR = new Wording("一年按几天算", "Days in a year");
  public static final Wording YEAR_DAYS = new Wording("{0} 天", "{0} days");
  public static final Wording WRITE_DOWN = new Wording("写下来", "Write it down");
  public static final Wording TOTALS = new Wording("合计 {0} 笔", "{0} loans in all");
  public static final Wording T_LENT = new Wording("借出", "Lent");
  public static final Wording T_OPEN = new Wording("没还的本金", "Open principal");
  public static final Wording T_DUE = new Wording("现在可以要的", "To be asked for now");
  public static final Wording CSV = new Wording("下载表格（CSV）", "Download (CSV)");
  public static final Wording XLSX = new Wording("下载表格（XLSX）", "Download (XLSX)");
  public static final Wording C_BORROWER = new Wording("借款人", "Borrower");
  public static final Wording C_LENT_ON = new Wording("借出日", "Lent on");
  public static final Wording C_PRINCIPAL = new Wording("本金", "Principal");
  public static final Wording C_RATE = new Wording("年利率", "Rate");
  public static final Wording C_DUE = new Wording("最后还款日", "Last due day");
  public static final Wording C_PAID = new Wording("已还", "Paid");
  public static final Wording C_LIMITATION = new Wording("时效到", "Limitation");
  public static final Wording C_NEXT = new Wording("下一个日子", "Next day");
  public static final Wording NO_RATE = new Wording("没有", "none");
  public static final Wording ON_DEMAND = new Wording("随时", "on demand");

  private LendingWords() {}

  /** What an entry is about. */
  public static Wording kind(LoanEntry.Kind kind) {
    return switch (kind) {
      case TERMS -> new Wording("写下约定", "Terms written down");
      case MONEY -> new Wording("我转给他钱", "I paid them");
      case PAYMENT -> new Wording("他还了钱", "They paid back");
      case COST -> new Wording("我花了费用（公告、鉴定等）", "I had costs (notices, experts)");
      case CONFIRMED -> new Wording("双方后来认了一个数", "Both named a sum later");
      case DEMAND -> new Wording("我催要了一次", "I asked for it");
      case ACKNOWLEDGEMENT -> new Wording("他承认还欠", "They acknowledged it");
      case SUIT -> new Wording("我起诉了", "I sued");
      case PROOF -> new Wording("核对了手里的材料", "Items gone through");
      case COURT -> new Wording("记下法院的事", "Court noted");
      case PAPER -> new Wording("改了文书", "Letter changed");
      case TAKEN_BACK -> new Wording("撤回一笔", "Entry taken back");
    };
  }

  /** How an item of evidence is there. */
  public static Wording how(ProofSheet.How how) {
    return switch (how) {
      case KEPT -> KEPT;
      case SAID -> SAID;
      case UNNAMED -> new Wording("存下了，名字还没对", "kept, name not compared");
      case MISSING -> MISSING;
    };
  }

  public static Wording state(String state) {
    return switch (state) {
      case "complete" -> CHAIN_COMPLETE;
      case "partial" -> CHAIN_PARTIAL;
      default -> CHAIN_NONE;
    };
  }
}
