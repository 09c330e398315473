package dev.hufu.app.web.words;

import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.text.Wording;

/** The page of bills: files in, what they say, what to check, pictures, what a lender would see. */
public final class BillWordings {

  public static final Wording TITLE =
      new Wording("把账单放进来，看钱去哪了", "Bring your bills, see where the money went");
  public static final Wording LEAD =
      new Wording(
          "微信、支付宝、京东、美团、银行的账单都行，可以一次放几个。只在这台机器的内存里看，半小时没人看就忘掉；不写硬盘，不联网。",
          "Bills of WeChat, Alipay, JD, Meituan and banks, several at once. They are looked at in"
              + " this machine's memory alone and forgotten after half an hour; nothing is written"
              + " or sent.");
  public static final Wording BACK = new Wording("钱不见了", "My money is gone");
  public static final Wording FILES = new Wording("账单文件", "Bills");
  public static final Wording FILES_D =
      new Wording(
          "CSV、XLSX、XLS，或者带密码的 ZIP；一共不超过 40 MB。",
          "CSV, XLSX, XLS, or a ZIP with a password; 40 MB in all.");
  public static final Wording PASSWORD =
      new Wording("压缩包的密码（没有就空着）", "Password of the archive, if any");
  public static final Wording PASSWORD_D =
      new Wording(
          "微信发来的是六位数字，在「微信支付」的消息里。",
          "WeChat's has six digits; it is in the message of WeChat Pay.");
  public static final Wording READ = new Wording("看看账单", "Read the bills");
  public static final Wording HOW = new Wording("账单怎么导出", "How to get your bills");
  public static final Wording HOW_WECHAT =
      new Wording(
          "微信：我 - 服务 - 钱包 - 账单 - 常见问题 - 下载账单 - 用于个人对账，发到邮箱。",
          "WeChat: Me - Services - Wallet - Transactions - FAQ - Download, for personal use, by"
              + " mail.");
  public static final Wording HOW_ALIPAY =
      new Wording(
          "支付宝：我的 - 账单 - 右上角 - 开具交易流水证明 - 用于个人对账，发到邮箱。",
          "Alipay: Me - Bills - top right - Issue a statement, for personal use, by mail.");
  public static final Wording HOW_BANK =
      new Wording(
          "银行：手机银行的明细里导出，或者网上银行下载。", "Banks: export from the app's list, or from online banking.");
  public static final Wording GONE = new Wording("已经忘掉了，什么都没留。", "Forgotten. Nothing is left.");
  public static final Wording GONE_OLD =
      new Wording(
          "这份账单已经不在内存里了（半小时没看，或者程序重启过）。再放一次就行。",
          "These bills are no longer in memory (half an hour passed, or the program began anew)."
              + " Bring them again.");

  public static final Wording SEEN = new Wording("读到的账单", "The bills as read");
  public static final Wording SEEN_D =
      new Wording(
          "{0} 笔，{1} 到 {2}。记到 {3}，没人看就忘掉。",
          "{0} rows, {1} to {2}. Held until {3} unless looked at.");
  public static final Wording FORGET = new Wording("现在就忘掉", "Forget them now");
  public static final Wording OTHER = new Wording("换别的账单", "Other bills");
  public static final Wording CHECKS = new Wording("先对一遍：写的和读到的", "First: declared and found");
  public static final Wording DECLARED = new Wording("文件写的", "declared");
  public static final Wording FOUND = new Wording("读到的", "found");
  public static final Wording ROWS = new Wording("行", "rows");
  public static final Wording AGREE = new Wording("对得上", "agree");
  public static final Wording DIFFER = new Wording("对不上", "differ");
  public static final Wording DIFFERS = new Wording("对不上：{0}", "differ: {0}");
  public static final Wording NOT_DECLARED = new Wording("文件没写合计", "no totals declared");
  public static final Wording READ_OF =
      new Wording("读到 {0} 行，读不了 {1} 行，共 {2} 行", "{0} rows read, {1} refused, {2} in the file");
  public static final Wording REFUSED = new Wording("读不了的 {0} 行", "{0} rows that cannot be read");
  public static final Wording NOTES = new Wording("还要知道的", "Also");
  public static final Wording REMOVED =
      new Wording("两份账单里都有的 {0} 笔，只算了一次。", "{0} rows stand in two files and count once.");
  public static final Wording MORE =
      new Wording("还有 {0} 行，下载的表里有全部。", "{0} more; the downloads have all.");

  public static final Wording MONTH_T =
      new Wording("每月三步：最近 30 天", "Three steps a month: the last 30 days");
  public static final Wording MONTH_MONEY = new Wording("钱", "The money");
  public static final Wording MONTH_NOW =
      new Wording("进来 {0} 元，出去 {1} 元，剩 {2} 元。", "{0} came in, {1} went out, {2} left.");
  public static final Wording MONTH_BEFORE =
      new Wording("再前 30 天剩 {0} 元。", "In the 30 days before, {0} were left.");
  public static final Wording MONTH_NEW = new Wording("没来往过的人和店", "Parties never seen before");
  public static final Wording MONTH_NEW_D =
      new Wording("一共 {0} 个，钱多的在前。认得吗？", "{0} in all, the largest first. Do you know them?");
  public static final Wording MONTH_NOBODY = new Wording("没有。", "None.");
  public static final Wording MONTH_LIMITS = new Wording("限额", "Limits");
  public static final Wording MONTH_NO_LIMITS =
      new Wording(
          "账单里没看到调过限额后就付出去的钱；限额本身要在微信、支付宝里看。",
          "The bill shows no money spent after a limit was raised; the limits themselves are seen"
              + " in WeChat and Alipay.");
  public static final Wording MONTH_SOME_LIMITS =
      new Wording("看到动过限额，见上面「值得核对的」。", "A limit was changed; see the things to check above.");

  public static final Wording LOANS_T = new Wording("有进有出的来往", "Money that came in and went back");
  public static final Wording LOANS_D =
      new Wording(
          "是不是借款只有你知道。是的话，可以直接算它到底多贵。",
          "Only you know whether it was a loan. If it was, its price is one press away.");
  public static final Wording LOAN =
      new Wording(
          "{0} 起到手 {1} 元，还了 {2} 笔共 {3} 元", "from {0}: {1} received, {2} payments back, {3} in all");
  public static final Wording PRICE_IT = new Wording("算真实价钱", "Show its price");

  public static final Wording FOUND_T = new Wording("值得核对的 {0} 处", "{0} things to check");
  public static final Wording FOUND_D =
      new Wording(
          "不是结论。先排除平常的原因，再选一个，点最下面的按钮。",
          "No verdicts. Rule out the ordinary reason, answer, then press the button below.");
  public static final Wording FOUND_NONE =
      new Wording("读到的行里，没有看到需要单独核对的地方。", "Nothing stands out among the rows that were read.");
  public static final Wording ASK = new Wording("这几笔是你付的吗？", "Was this you?");
  public static final Wording UPDATE = new Wording("按我选的再看", "Look again with my answers");
  public static final Wording SETTLED = new Wording("你说是自己的", "You said these are yours");
  public static final Wording UNDO = new Wording("收回", "Take back");
  public static final Wording TO_PLAN = new Wording("有不是你付的，先打电话", "Some were not you: call first");
  public static final Wording TO_PLAN_D =
      new Wording(
          "点了会带着最大的一笔去做计划，从这时候起才保存；其余的在计划里可以接着加。",
          "The plan begins with the largest of these; only then is something kept. Add the others"
              + " there.");
  public static final Wording BEGIN = new Wording("带这一笔去做计划", "Begin a plan with this one");
  public static final Wording STOLEN = new Wording("别人花的", "Somebody else spent it");
  public static final Wording TALKED = new Wording("被人说动转的", "I was talked into it");

  public static final Wording PICTURE = new Wording("钱怎么进出", "How money came and went");
  public static final Wording PICTURE_D = new Wording("点一行看细一点。", "Tap a line to look closer.");
  public static final Wording ALL = new Wording("全部月份", "All months");
  public static final Wording UP = new Wording("往上一层", "One level up");
  public static final Wording WHEN = new Wording("时间", "When");
  public static final Wording IN = new Wording("收入", "In");
  public static final Wording OUT = new Wording("支出", "Out");
  public static final Wording WHO = new Wording("和谁", "With");
  public static final Wording SUM = new Wording("金额（元）", "Sum (yuan)");
  public static final Wording WHERE = new Wording("在哪一行", "Where");
  public static final Wording EMPTY_DAY = new Wording("这一天没有。", "Nothing on this day.");

  public static final Wording PICTURES = new Wording("画出来看", "As pictures");
  public static final Wording TIMELINE = new Wording("收支时间线", "In and out over time");
  public static final Wording IN_UP = new Wording("收入（向上）", "in (up)");
  public static final Wording OUT_DOWN =
      new Wording("支出（向下）；每一格的数在上面的表里", "out (down); the table above has every figure");
  public static final Wording HOURS = new Wording("几点付钱", "At which hours you pay");
  public static final Wording HOURS_D =
      new Wording("每格是付钱的笔数，颜色越重越多。", "Each cell is the number of payments; stronger is more.");
  public static final Wording FLOWS = new Wording("钱从哪里付到哪里", "Which pocket paid for what");
  public static final Wording PARTIES = new Wording("来往的人和商户", "With whom");

  public static final Wording BACK_PLAN = new Wording("回到计划", "Back to the plan");
  public static final Wording WITH_MATTER =
      new Wording(
          "你对每一处的回答会加密存进这件事里，下次放同一份账单还在；账单本身不存。删掉这件事，回答也一起没了。",
          "Your answers are kept with this matter, sealed, and are there when you bring the bill"
              + " again; the bill itself is not kept. Erase the matter and they are gone.");
  public static final Wording ANSWERS_MEMORY =
      new Wording(
          "回答只记在内存里；要留住，从一个计划里打开账单。",
          "Answers stay in memory alone; to keep them, open your bills from a plan.");
  public static final Wording ANSWERS_KEPT =
      new Wording("回答加密存进这件事里。", "Answers are kept with this matter, sealed.");
  public static final Wording INTO_PLAN = new Wording("加进这个计划", "Add it to the plan");

  public static final Wording LENDER = new Wording("放贷的人会看到什么", "What a lender would see");
  public static final Wording LENDER_D =
      new Wording(
          "只是按同样的办法算给你看，没有给任何人。看不出来的写「—」，不当作零。",
          "Reckoned for you the same way, given to nobody. What the bill cannot tell is missing,"
              + " never zero.");
  public static final Wording COVERED =
      new Wording(
          "账单完整覆盖 {0} 个月（从 {1} 往回数）。", "The bills cover {0} whole months, counted back from {1}.");
  public static final Wording MEANS = new Wording("怎么算的", "How it is reckoned");
  public static final Wording FIGURE = new Wording("数字", "Figure");
  public static final Wording VALUE = new Wording("多少", "Value");
  public static final Wording FROM = new Wording("来自 {0} 行", "from {0} rows");
  public static final Wording LEFT = new Wording("没有算进去的", "Left out");
  public static final Wording LEFT_ROWS = new Wording("{0} 行：{1}", "{0} rows: {1}");
  public static final Wording REGULAR = new Wording("每月差不多的", "About the same each month");
  public static final Wording CSV = new Wording("下载 CSV", "Download CSV");
  public static final Wording XLSX = new Wording("下载带批注的表格", "Download the annotated workbook");
  public static final Wording LINK = new Wording("把账单放进来看", "Look through your bills");

  private BillWordings() {}

  /** What of the totals differs. */
  public static Wording part(BillTotals.Part part) {
    return switch (part) {
      case ROWS -> new Wording("行数", "rows");
      case IN -> new Wording("收入", "in");
      case OUT -> new Wording("支出", "out");
      case NEUTRAL -> new Wording("不计收支", "neutral");
    };
  }
}
