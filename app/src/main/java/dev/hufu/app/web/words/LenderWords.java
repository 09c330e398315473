package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** Words of the page that looks a lender over, and of the licence lists. */
public final class LenderWords {

  public static final Wording TITLE =
      new Wording("网贷让我加微信，能信吗？", "A lender wants me on WeChat. Can I trust it?");
  public static final Wording LEAD =
      new Wording(
          "知道多少填多少，不用填满。填的东西不保存。", "Fill in what you know, no more. Nothing you type is kept.");
  public static final Wording PRICE =
      new Wording("只想知道真实利率：三个数算价", "Only the real price: three numbers");
  public static final Wording LISTS = new Wording("查持牌名单", "Look up the licence lists");
  public static final Wording FIRST_STOP =
      new Wording(
          "放款之前要你先交钱的，先停下，不交。", "If they want money before they lend, stop and pay nothing.");

  public static final Wording WHO = new Wording("对方是谁", "Who they are");
  public static final Wording NAME = new Wording("它说自己叫什么", "What it calls itself");
  public static final Wording NAME_D =
      new Wording("全名，和合同、牌照上一样。", "The full name, as in contract and licence.");
  public static final Wording CODE = new Wording("它报的统一社会信用代码", "The credit code it gives");
  public static final Wording CLAIMS = new Wording("它说自己有牌照", "It says it has a licence");
  public static final Wording PAYER = new Wording("钱是谁打来的", "Who sent the money");
  public static final Wording PARTY = new Wording("合同上的出借人是谁", "The lender in the contract");

  public static final Wording MONEY = new Wording("这笔钱", "The loan");
  public static final Wording RECEIVED = new Wording("到手多少", "What arrived");
  public static final Wording PAYMENTS = new Wording("每期还多少", "Each payment");
  public static final Wording PAYMENTS_D =
      new Wording("14×4928，或者一行一笔，一月一期。", "14x4928, or one a line, one a month.");
  public static final Wording PROMISED = new Wording("合同写的借款额", "The sum in the contract");
  public static final Wording RATE = new Wording("合同写的年利率", "The yearly rate in the contract");
  public static final Wording SIGNED = new Wording("合同哪天签的", "When it was signed");
  public static final Wording DRAWN = new Wording("钱哪天到的", "When the money came");
  public static final Wording DAY_D = new Wording("例如 2024-11-08", "For example 2024-11-08");
  public static final Wording DEMANDED = new Wording("现在还在要多少", "What is demanded beyond");
  public static final Wording YUAN = new Wording("元", "yuan");
  public static final Wording PERCENT = new Wording("%", "%");

  public static final Wording FEES = new Wording("放款之前要的钱", "Money asked for before the loan");
  public static final Wording FEES_D =
      new Wording(
          "手续费、保险费、会员费、验资、解冻费，一行一笔。", "Handling, insurance, membership, unfreezing: one a row.");
  public static final Wording FEE = new Wording("叫什么", "What it is called");
  public static final Wording FEE_SUM = new Wording("多少", "How much");
  public static final Wording FEE_PAID = new Wording("交了没有", "Paid or not");
  public static final Wording FEE_ASKED = new Wording("还没交", "not paid");
  public static final Wording FEE_DONE = new Wording("已经交了", "paid");
  public static final Wording FEE_TO = new Wording("收款的是", "The payee");
  public static final Wording FEE_TO_NONE = new Wording("不清楚", "not known");
  public static final Wording FEE_TO_PERSON = new Wording("个人账户", "a person");
  public static final Wording FEE_TO_FIRM = new Wording("公司账户", "a company");
  public static final Wording ROW = new Wording("第 {0} 笔", "No. {0}");

  public static final Wording CHARGES =
      new Wording("收了哪些费用，明示表上怎么写", "Charges taken, and what the cost table says");
  public static final Wording CHARGES_D =
      new Wording(
          "明示表是签合同前给的那张费用表，2026 年 8 月 1 日起签的应当有。",
          "The cost table comes before signing, for contracts from 2026-08-01.");
  public static final Wording HAS_TABLE = new Wording("我有一张明示表", "I have a cost table");
  public static final Wording TABLE_RATE = new Wording("表上的年化成本", "The yearly cost on the table");
  public static final Wording WHAT = new Wording("什么费用", "Which charge");
  public static final Wording NONE = new Wording("没有", "none");
  public static final Wording TOOK = new Wording("实际收了", "Really taken");
  public static final Wording BY = new Wording("谁收的", "Taken by");
  public static final Wording HOW = new Wording("怎么收的", "How");
  public static final Wording ON = new Wording("表上写多少", "On the table");
  public static final Wording ON_BY = new Wording("表上写谁收", "Collector on the table");
  public static final Wording PROOF = new Wording("看哪里", "Seen in");

  public static final Wording DATA = new Wording("要了你什么", "What it asks of you");
  public static final Wording ASKED = new Wording("它要的", "It asks for");
  public static final Wording GIVEN = new Wording("已经给了的", "Already given");
  public static final Wording EMERGENCY = new Wording("要几个紧急联系人", "How many emergency contacts");
  public static final Wording RETENTION =
      new Wording("说要留你的资料多少天", "For how many days it keeps your data");
  public static final Wording PERMISSIONS = new Wording("它的软件要的权限", "Permissions its app asks for");
  public static final Wording PERMISSIONS_D =
      new Wording(
          "从手机设置的权限页抄，一行一个：通讯录、短信、位置……",
          "From the phone's settings, one a line: contacts, messages …");
  public static final Wording APK = new Wording("或者放它的安装包（.apk）", "Or its app package (.apk)");
  public static final Wording APK_D =
      new Wording(
          "只读里面的权限清单，不运行，不保存。", "Only its permissions are read; it is neither run nor kept.");

  public static final Wording COLLECT = new Wording("催收", "Collection");
  public static final Wording COLLECT_D =
      new Wording(
          "一行一次：2026-11-20 22:30，谁打的，本人（或单位、家人），说了什么",
          "One contact a line: 2026-11-20 22:30, who, me (or family, work), what was said");
  public static final Wording CHAT = new Wording("它说的话", "What it wrote");
  public static final Wording CHAT_D = new Wording("从微信复制过来。", "Copied from the chat.");
  public static final Wording GO = new Wording("核对", "Look it over");
  public static final Wording CHANGE = new Wording("改一改再核对", "Change it and look again");
  public static final Wording LEAVE = new Wording("不填", "leave it");

  public static final Wording PRICE_T = new Wording("真实价格", "What it really costs");
  public static final Wording NOMINAL = new Wording("年化（单利）", "Nominal a year");
  public static final Wording EFFECTIVE = new Wording("年化（复利）", "Effective a year");
  public static final Wording TOTAL = new Wording("一共还", "Paid in all");
  public static final Wording TOTAL_D = new Wording("到手 {0}，多还 {1}", "{0} arrived, {1} more");
  public static final Wording PER_THOUSAND =
      new Wording("每到手 1,000 元，一个月", "A month for each 1,000 received");
  public static final Wording TABLE_T = new Wording("费用对照表", "Charges compared");
  public static final Wording COMPARED = new Wording("对照", "compared");
  public static final Wording FOUND = new Wording("查到的", "Found");
  public static final Wording TOLD = new Wording("顺便知道", "Good to know");
  public static final Wording STEPS = new Wording("现在做", "What to do now");
  public static final Wording GIVEN_T = new Wording("给出去的资料，一样一样做", "For the data that was given");
  public static final Wording AUTHORITIES =
      new Wording("找谁，什么时候该答复", "Whom to turn to, and by when");
  public static final Wording DUE =
      new Wording("今天交上去：{0} {1}（{2} 天）", "Handed in today: {0} {1} ({2} days)");
  public static final Wording DRAFTS = new Wording("写好的稿子", "Drafts");
  public static final Wording DRAFTS_D =
      new Wording("数已经填好，名字和账号自己补上。", "The figures are in; add names and accounts yourself.");
  public static final Wording PRINT = new Wording("打印", "Print");
  public static final Wording SEEN = new Wording("凭据：{0}", "Seen in: {0}");
  public static final Wording CONFIDENCE = new Wording("{0}（可信度 {1}）", "{0} (confidence {1})");
  public static final Wording LIST_USED =
      new Wording("对照的名单：{0}，来源 {1}，{2}", "Compared with: {0}, source {1}, {2}");
  public static final Wording RULES = new Wording("规则 {0}，截至 {1}", "Rules {0}, as of {1}");
  public static final Wording SAYS_NOT =
      new Wording(
          "这里只说看到了什么、哪条规则讲到它；怎么定，由有权的机关说。",
          "This says what was seen and which rule speaks of it; authorities decide what it is.");

  public static final Wording LISTS_T = new Wording("持牌名单", "Licence lists");
  public static final Wording LISTS_D =
      new Wording(
          "监管部门公布的名单，写明出处和日期。之后的变化看不到；不在名单里，不等于骗人。",
          "Published by supervisors, with source and day. Later changes are not in them; not being"
              + " listed proves no fraud.");
  public static final Wording LISTS_NONE =
      new Wording(
          "这台机器上还没有名单。管理的人用 ./hufu lender import 名单.csv 导入。",
          "No list was imported here yet. The operator imports one with ./hufu lender import"
              + " LIST.csv.");
  public static final Wording SEARCH = new Wording("名称、信用代码或地区", "Name, code or region");
  public static final Wording FIND = new Wording("查", "Search");
  public static final Wording LIST_ABOUT =
      new Wording("来源：{0}。日期：{1}。共 {2} 家。", "Source: {0}. Day: {1}. {2} entries.");
  public static final Wording FOUND_NONE = new Wording("这份名单里没有。", "Not in this list.");
  public static final Wording FOUND_MORE =
      new Wording("只显示前 {0} 家。", "Only the first {0} are shown.");
  public static final Wording ENDED = new Wording("已过期", "ended");
  public static final Wording COL_NAME = new Wording("名称", "Name");
  public static final Wording COL_CODE = new Wording("信用代码、许可证", "Code, licence");
  public static final Wording COL_KIND = new Wording("类别、地区", "Kind, region");
  public static final Wording COL_UNTIL = new Wording("到期", "Until");
  public static final Wording BACK = new Wording("核对一个出借方", "Look a lender over");

  private LenderWords() {}
}
