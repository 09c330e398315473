package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;
import dev.hufu.store.Iou;
import dev.hufu.store.IouRole;

/** The form of an IOU, its state, and the page on which people sign. */
public final class IouWords {

  public static final Wording WRITE_T =
      new Wording("要借的话，先写一张借条", "If you lend, write an IOU first");
  public static final Wording WRITE_D =
      new Wording(
          "多少钱、几时还、利息多少，写清楚，两边各在自己手机上签。签好再转钱。",
          "Sum, day and interest in plain words; both sign, each on their own phone. Pay after"
              + " that.");
  public static final Wording LATER_T =
      new Wording("确定是本人，再写借条", "Once you know it is them, write an IOU");
  public static final Wording LATER_D =
      new Wording(
          "借条证明不了他是谁。先把「现在只做一件事」做完。签好再转钱。",
          "An IOU does not show who they are. Do the one thing above first. Pay after both"
              + " signed.");
  public static final Wording WRITE = new Wording("写一张借条", "Write an IOU");
  public static final Wording TITLE = new Wording("写一张借条", "Write an IOU");
  public static final Wording LEAD =
      new Wording(
          "先填，看一遍，再请人签。空着的地方可以先空着。",
          "Fill in, read it, then have it signed. Some fields may wait.");
  public static final Wording BACK = new Wording("回到结果", "Back to the result");
  public static final Wording SUM = new Wording("借多少", "How much");
  public static final Wording YUAN = new Wording("元", "yuan");
  public static final Wording USE = new Wording("用来做什么", "What for");
  public static final Wording DUE = new Wording("哪天还清", "To be repaid by");
  public static final Wording DAY_HELP = new Wording("例如：2027-03-31", "For example: 2027-03-31");
  public static final Wording PLAN = new Wording("分几次还", "Plan of repayment");
  public static final Wording PLAN_END = new Wording("到期一次还清", "All of it on that day");
  public static final Wording PLAN_PRINCIPAL =
      new Wording("按月还，每月本金一样多", "Monthly, the same principal each");
  public static final Wording PLAN_PAYMENT =
      new Wording("按月还，每月还的钱一样多", "Monthly, the same payment each");
  public static final Wording PLAN_PARTS = new Wording("分几次还，自己写", "In parts, as written below");
  public static final Wording PLAN_MORE =
      new Wording("分期还（按月，或者自己写哪天还多少）", "In instalments (monthly, or as you write them)");
  public static final Wording PLAN_COUNT = new Wording("分几期", "How many instalments");
  public static final Wording PLAN_FIRST = new Wording("第一期哪天还", "Day of the first");
  public static final Wording PLAN_LINES = new Wording("哪天还多少本金", "Day and principal of each part");
  public static final Wording PLAN_LINES_D =
      new Wording(
          "一行一次，日子空一格再写金额：2027-01-31 5000。加起来等于借的数。",
          "One a line, day, blank, sum: 2027-01-31 5000. Together they are the sum lent.");
  public static final Wording COUNT_WRONG =
      new Wording("写一个期数，1 到 360", "Write a number from 1 to 360");
  public static final Wording PARTS_WRONG =
      new Wording("每行写成 2027-01-31 5000 这样", "Write each line like 2027-01-31 5000");
  public static final Wording IN_PARTS = new Wording("分 {0} 期，最后一期", "in {0} parts, the last");
  public static final Wording ATTACH = new Wording("附件（已经存下的材料）", "Attachments (files kept)");
  public static final Wording ATTACH_D =
      new Wording(
          "勾上的写进借条：名称和文件指纹。签了以后，这些文件改一个字都看得出来。",
          "Those ticked are named in the IOU with their digests; once it is signed, any change to"
              + " them shows.");
  public static final Wording RATE = new Wording("年利率", "Interest a year");
  public static final Wording RATE_HELP = new Wording("不写就是没有利息。", "Left empty, there is none.");
  public static final Wording LENDER = new Wording("出借人的全名（你）", "Full name of the lender (you)");
  public static final Wording BORROWER = new Wording("借款人的全名", "Full name of the borrower");
  public static final Wording NAME_HELP = new Wording("和身份证上一样", "As on the identity card");
  public static final Wording LENDER_ID = new Wording("你的身份证号", "Your ID number");
  public static final Wording BORROWER_ID = new Wording("借款人的身份证号", "The borrower's ID number");
  public static final Wording MAY_WAIT =
      new Wording("可以空着，纸上会留一条线。", "May be left open; the paper keeps a line.");
  public static final Wording REPAYMENT = new Wording("怎么还", "How it is repaid");
  public static final Wording REPAYMENT_USUAL =
      new Wording("微信转账至出借人本人账户", "by WeChat transfer to the lender's own account");
  public static final Wording MORE =
      new Wording("还可以写（逾期、地点、见证人、保证人）", "More (delay, place, witness, guarantor)");
  public static final Wording DEFAULT_RATE = new Wording("逾期的年利率", "Interest a year when overdue");
  public static final Wording PLACE = new Wording("在哪里履行", "Place of performance");
  public static final Wording WITNESS = new Wording("见证人的全名", "Full name of the witness");
  public static final Wording GUARANTOR = new Wording("保证人的全名", "Full name of the guarantor");
  public static final Wording GUARANTEE = new Wording("怎么保证", "Kind of guarantee");
  public static final Wording GENERAL =
      new Wording("一般保证：先找借款人，执行不到再找他", "General: the borrower first");
  public static final Wording JOINT = new Wording("连带责任保证：可以直接找他", "Joint and several: at once");
  public static final Wording UNTIL = new Wording("保证到哪天", "Guarantee until");
  public static final Wording CHECK = new Wording("看一遍", "Read it through");
  public static final Wording PREVIEW = new Wording("借条是这样写的", "This is what it says");
  public static final Wording FINDINGS = new Wording("要留意的", "What to note");
  public static final Wording STILL = new Wording("可以照写，也可以改。", "You may keep it or change it.");
  public static final Wording READY = new Wording("就这样，请人签", "Good; have it signed");
  public static final Wording READY_D =
      new Wording(
          "定下来以后才能签。还没人签的时候，随时可以再改。",
          "It can be signed after this. Until someone signs, you may still change it.");
  public static final Wording CHANGE = new Wording("再改", "Change it");
  public static final Wording CHANGE_SIGNED =
      new Wording(
          "已经有人签过。再改就是新的一张，大家要重新签。",
          "Somebody has signed. A change makes a new one, to be signed again.");
  public static final Wording FILE = new Wording("下载借条（PDF）", "Download the IOU (PDF)");
  public static final Wording SENT = new Wording("借条写好了，等人签", "The IOU is ready to be signed");
  public static final Wording COUNT = new Wording("签了 {0} 人，一共 {1} 人", "{0} of {1} have signed");
  public static final Wording COMPLETE = new Wording("都签好了，可以转钱了", "All have signed; you can pay");
  public static final Wording COMPLETE_D =
      new Wording(
          "转的时候写上备注，转完请他在聊天里回一句。",
          "Write the note when you pay, then ask for one line in the chat.");
  public static final Wording WAS_WITHDRAWN = new Wording("这张借条收回了", "This IOU was taken back");
  public static final Wording WAS_REFUSED =
      new Wording("有人说不对，请改一改", "Someone says it is not right; please change it");
  public static final Wording THEY_SAID = new Wording("他说：", "They say: ");
  public static final Wording SIGNERS = new Wording("谁来签", "Who signs");
  public static final Wording SIGNED_AT = new Wording("{0} 签好", "signed {0}");
  public static final Wording LINK_NONE = new Wording("还没发链接", "no link yet");
  public static final Wording LINK_WAITING = new Wording("链接已生成，{0} 失效", "link made, until {0}");
  public static final Wording LINK_OPENED = new Wording("打开看了，还没签", "opened, not signed");
  public static final Wording LINK_EXPIRED = new Wording("链接过期了", "link expired");
  public static final Wording MAKE_LINK = new Wording("生成签名链接", "Make the signing link");
  public static final Wording REMAKE_LINK = new Wording("重发链接", "Make a new link");
  public static final Wording REVOKE = new Wording("收回链接", "Withdraw the link");
  public static final Wording SIGN_HERE = new Wording("我来签", "I sign now");
  public static final Wording LINK_READY =
      new Wording("链接好了，发给要签的人", "The link is ready; send it to the one who signs");
  public static final Wording LINK_TEXT = new Wording("请你看一遍，再签：", "Please read it, then sign:");
  public static final Wording WITHDRAW = new Wording("收回这张借条", "Take this IOU back");
  public static final Wording WITHDRAW_D =
      new Wording("收回以后谁也不能再签；签过的文件还留着。", "Nobody can sign it then; what was signed is kept.");
  public static final Wording NUMBERS = new Wording("按规则算", "By the rules");
  public static final Wording INTEREST = new Wording("利息", "Interest");
  public static final Wording INTEREST_D = new Wording("年利率 {0}，{1} 天", "{0} a year, {1} days");
  public static final Wording NO_INTEREST = new Wording("没有约定", "none agreed");
  public static final Wording CAP = new Wording("利率上限", "Cap on interest");
  public static final Wording CAP_IF =
      new Wording(
          "一年期 LPR 还是 {0} 的话；表知道到 {1}", "if one-year LPR is still {0}; table known through {1}");
  public static final Wording LIMITATION = new Wording("诉讼时效到", "Limitation runs to");
  public static final Wording LIMITATION_D =
      new Wording("用文字催一次，重新算", "a written demand restarts it");
  public static final Wording NOTE_T = new Wording("转账备注（复制）", "Note for the transfer (copy)");
  public static final Wording REPLY_T =
      new Wording("请他在聊天里回这一句", "Ask them to answer this in the chat");
  public static final Wording KEEP_T = new Wording("还要留好这些", "Keep these too");
  public static final Wording IN_LOG =
      new Wording(
          "文件的指纹已写进公开日志，谁都能核对有没有改过。", "Its digest is in the public log; anybody can check it.");
  public static final Wording TIMES_IN =
      new Wording("每个签名里都有时间戳。", "Every signature carries a timestamp.");
  public static final Wording TIMES_PENDING =
      new Wording(
          "{0} 个签名里还没有外面的时间戳，时间待定；公开日志里有存入的时间。",
          "{0} signatures carry no timestamp from outside: time pending. The public log has when"
              + " they were kept.");
  public static final Wording LOOK_UP = new Wording("去核对", "Check it");
  public static final Wording DIGEST = new Wording("文件指纹（SHA-256）", "Digest of the file (SHA-256)");
  // refused fields
  public static final Wording SUM_WRONG =
      new Wording("写一个金额，例如 10000", "Write a sum, such as 10000");
  public static final Wording RATE_WRONG =
      new Wording("写一个百分数，例如 6", "Write a percentage, such as 6");
  public static final Wording DAY_WRONG =
      new Wording("日子写成 2027-03-31 这样", "Write the day like 2027-03-31");
  public static final Wording LINE_LONG = new Wording("这一行太长了", "This line is too long");
  public static final Wording NAME_MISSING =
      new Wording("请人签以前，要写上全名", "The full name is needed before it is signed");
  public static final Wording NAMES_SAME = new Wording("同一个名字写了两次", "The same name stands twice");
  public static final Wording DUE_PAST = new Wording("还款日要在今天以后", "The day must lie after today");
  // the signer's pages; their title is what a messenger previews, so it names nobody
  public static final Wording S_TITLE = new Wording("请你看一遍，再签", "Please read, then sign");
  public static final Wording S_LAND = new Wording("有人请你看一张借条", "Someone asks you to read an IOU");
  public static final Wording S_LAND_D =
      new Wording(
          "点开以后，这条链接就只能在这台手机上用。先看，不对就别签。",
          "Once opened, this link works on this phone only. Read first; if it is not right, do not"
              + " sign.");
  public static final Wording S_OPEN = new Wording("打开看", "Open it");
  public static final Wording S_H1 = new Wording("{0}请你签一张借条", "{0} asks you to sign an IOU");
  public static final Wording S_OWN = new Wording("请你签这张借条", "Sign this IOU");
  public static final Wording S_THREE =
      new Wording(
          "看清三样：多少钱，几时还，利息多少。不对就别签。",
          "Look at three things: the sum, the day, the interest. If one is wrong, do not sign.");
  public static final Wording S_LENT = new Wording("借", "Borrowed");
  public static final Wording S_DUE = new Wording("到期还", "Repaid by");
  public static final Wording S_DEMAND = new Wording("随时", "on demand");
  public static final Wording S_AS = new Wording("你以「{0}」的身份签。", "You sign as the {0}.");
  public static final Wording S_WHOLE =
      new Wording("看要签的文件（PDF）", "See the file to be signed (PDF)");
  public static final Wording S_YOU = new Wording("等你签", "you are to sign");
  public static final Wording S_NOT_YET = new Wording("还没签", "not signed yet");
  public static final Wording S_NAME = new Wording("写上你的全名", "Type your full name");
  public static final Wording S_DRAW = new Wording("在框里签名", "Sign in the box");
  public static final Wording S_PAD = new Wording("用手指写在这里", "Write here with your finger");
  public static final Wording S_CLEAR = new Wording("擦掉重写", "Clear");
  public static final Wording S_SIGN = new Wording("同意并签名", "Agree and sign");
  public static final Wording S_WORKING = new Wording("正在签，请稍等……", "Signing, one moment…");
  public static final Wording S_AGAIN =
      new Wording("另一位刚刚也签了，正在接在后面签……", "Someone else signed just now; signing behind them…");
  public static final Wording S_LOST =
      new Wording("没连上。什么都没丢，请再点一次。", "No connection. Nothing is lost; press again.");
  public static final Wording S_RELOAD = new Wording("重新看一遍", "Read it again");
  public static final Wording S_BACK =
      new Wording("有地方不对，退回去改", "Something is wrong; send it back");
  public static final Wording S_BACK_D =
      new Wording("哪里不对？写一句，对方就能看到。", "What is wrong? One line; the other side will see it.");
  public static final Wording S_BACK_GO = new Wording("退回去", "Send it back");
  public static final Wording S_COPY =
      new Wording(
          "签完你们各拿一份，内容一样。以后改一个字，核对时都会显示「对不上」。",
          "Each of you gets the same copy. If a letter is changed later, a check will show it.");
  public static final Wording S_CANNOT_T = new Wording("这台手机在这里签不了", "This phone cannot sign here");
  public static final Wording S_CANNOT =
      new Wording(
          "签名要用的钥匙只能在你自己的浏览器里做出来，这个浏览器做不了：脚本关着，或者网址不是 https。换手机自带的浏览器试试；也可以打印出来，用笔签。",
          "The signing key must be made in your own browser, and this one cannot: scripts are off,"
              + " or the address is not https. Try the phone's own browser, or print it and sign by"
              + " hand.");
  public static final Wording S_PRINT = new Wording("打印出来用笔签", "Print it, to sign by hand");
  public static final Wording S_DONE = new Wording("你签好了", "You have signed");
  public static final Wording S_DONE_D =
      new Wording(
          "把文件存下来，好好留着。别人签了以后，再打开这一页，可以下载最新的一份。",
          "Save the file and keep it. When others have signed, open this page again for the newest"
              + " copy.");
  public static final Wording S_DONE_ALL =
      new Wording(
          "所有人都签好了。这就是最后的一份，请存下来。",
          "Everybody has signed. This is the final copy; please save it.");
  public static final Wording S_SENT_BACK = new Wording("退回去了", "Sent back");
  public static final Wording S_SENT_BACK_D =
      new Wording(
          "你没有签任何东西。等对方改好，会再请你看。",
          "You signed nothing. Once it is changed, you will be asked again.");
  public static final Wording S_CLOSED = new Wording("这里签不了", "This cannot be signed here");

  private IouWords() {}

  /** What to write into a field of a plan. */
  public static Wording planWrong(String field) {
    return switch (field) {
      case "count" -> COUNT_WRONG;
      case "parts" -> PARTS_WRONG;
      default -> DAY_WRONG;
    };
  }

  public static Wording role(IouRole role) {
    return switch (role) {
      case LENDER -> new Wording("出借人", "lender");
      case BORROWER -> new Wording("借款人", "borrower");
      case WITNESS -> new Wording("见证人", "witness");
      case GUARANTOR -> new Wording("保证人", "guarantor");
    };
  }

  /** What the one who signs agrees to. */
  public static Wording agree(IouRole role) {
    return switch (role) {
      case LENDER -> new Wording("我看过全文，是我本人借出这笔钱", "I have read it all; I lend this money myself");
      case BORROWER ->
          new Wording("我看过全文，是我本人要借这笔钱", "I have read it all; I borrow this money myself");
      case WITNESS ->
          new Wording("我看过全文，我只作见证，不作担保", "I have read it all; I witness only, without guarantee");
      case GUARANTOR ->
          new Wording("我看过全文，是我本人愿意作保证人", "I have read it all; I am willing to be the guarantor");
    };
  }

  public static Wording title(Iou.State state) {
    return switch (state) {
      case DRAFT -> TITLE;
      case SENT -> SENT;
      case COMPLETE -> COMPLETE;
      case WITHDRAWN -> WAS_WITHDRAWN;
      case REFUSED -> WAS_REFUSED;
    };
  }
}
