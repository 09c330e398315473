package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** The other places: doors not built yet, rules, matters, settings, errors. */
public final class PlaceWords {

  public static final Wording LENDER_NOW = new Wording("现在可以先这样", "What you can do now");
  public static final Wording CREDIT_TITLE =
      new Wording("我的评分是怎么来的？", "Where does my score come from?");
  public static final Wording CREDIT_NOT =
      new Wording("看评分这一块还没做好，我们不猜。", "Scores are not built yet, and we do not guess.");
  public static final Wording CREDIT_1 =
      new Wording("可以请放款的机构书面说明拒绝的理由", "Ask the lender for its reasons in writing");
  public static final Wording CREDIT_2 =
      new Wording("可以查自己的人民银行征信报告", "Get your own report from the central bank's credit centre");
  public static final Wording CREDIT_3 =
      new Wording("自称能「修复征信」要先收钱的，先停下", "If someone offers to repair your record for a fee, stop");
  public static final Wording TRY_REQUEST = new Wording("把聊天放进来", "Put the chat in");
  public static final Wording HOW_TITLE = new Wording("怎么判断的", "How it judges");
  public static final Wording HOW_LEAD =
      new Wording(
          "没有分数，也没有模型替你拿主意。每一条规则都写在这里，凭什么也写在这里。",
          "No score decides for you. Every rule is written here, and what it stands on.");
  public static final Wording HOW_VERDICTS = new Wording("四种结论", "Four results");
  public static final Wording HOW_RED =
      new Wording("有一条「停」的规则，或风险过了红线。", "A stop rule fired, or the risk is over the red line.");
  public static final Wording HOW_AMBER =
      new Wording("还缺一样。写明缺哪一样。", "One thing is missing, and it says which.");
  public static final Wording HOW_GREEN =
      new Wording(
          "本人对上了，风险低，该知道的都知道。", "It is them, the risk is low, and what must be known is known.");
  public static final Wording HOW_UNKNOWN =
      new Wording(
          "规则没有覆盖，或者过期了。写明为什么，不猜。",
          "The rules do not cover it or have expired. It says why and does not guess.");
  public static final Wording HOW_1 = new Wording("视频不能单独算数", "Video alone never counts");
  public static final Wording HOW_2 =
      new Wording("多年好友的号，也可能被盗", "An old friend's account can be stolen, too");
  public static final Wording HOW_3 = new Wording("金额小不等于安全", "A small sum is not a safe one");
  public static final Wording HOW_4 =
      new Wording("说法没有出处的，写明「说法」", "What has no source is called a claim");
  public static final Wording HOW_RULES = new Wording("全部规则", "All rules");
  public static final Wording HOW_RULE = new Wording("规则", "Rule");
  public static final Wording HOW_STAGE = new Wording("哪一步", "Stage");
  public static final Wording HOW_SEEN = new Wording("看到什么", "What is seen");
  public static final Wording HOW_EFFECT = new Wording("作用", "Effect");
  public static final Wording HOW_SOURCE = new Wording("凭什么", "Grounds");
  public static final Wording HOW_OVERDUE =
      new Wording("该重新查一遍的条文", "Entries of law to look over again");
  public static final Wording HOW_OVERDUE_MEANS =
      new Wording(
          "说好了最迟在这一天前再查一遍，还没有查。在查之前照旧使用；要紧的事请看原文。",
          "They were to be looked up again by this day and have not been. Until then they are used"
              + " as before; where it matters, read the original.");
  public static final Wording HOW_NO_SOURCE = new Wording("没有写出处", "no source given");
  public static final Wording HOW_CLAIMS = new Wording("常见说法，查过的", "Common claims, looked up");
  public static final Wording HOW_SAYS = new Wording("说法", "Claim");
  public static final Wording HOW_FOUND = new Wording("查到的", "Found");
  public static final Wording HOW_STATUS = new Wording("结果", "Status");
  public static final Wording MATTERS_TITLE = new Wording("我的事项", "My matters");
  public static final Wording MATTERS_NONE = new Wording("还没有存下的事项。", "Nothing kept yet.");
  public static final Wording MATTERS_NEW = new Wording("看一个新的", "Look at a new one");
  public static final Wording MATTERS_D =
      new Wording("只有你看得到。列表里没有名字和金额。", "Only you see this. The list has no names and no sums.");
  public static final Wording MATTERS_PLANS = new Wording("钱不见了：接着做", "My money is gone: go on");
  public static final Wording MATTER_KIND = new Wording("有人找我借钱", "Someone asked me for money");
  public static final Wording SET_TITLE = new Wording("设置", "Settings");
  public static final Wording SET_LANG = new Wording("语言", "Language");
  public static final Wording SET_LETTERS = new Wording("字的大小", "Letters");
  public static final Wording SET_LETTERS_D =
      new Wording("大字：字不小于 18 像素，按钮不小于 60 像素。", "Large: letters from 18 px, buttons from 60 px.");
  public static final Wording SET_GROUND = new Wording("底色", "Ground");
  public static final Wording SET_SYSTEM = new Wording("跟系统", "As the system");
  public static final Wording SET_NOW = new Wording("现在用的", "in use");
  public static final Wording SET_ERASE = new Wording("清除我的东西", "Erase what is mine");
  public static final Wording SET_ERASE_D =
      new Wording(
          "现在存着 {0} 件。聊天、回答、链接和结论都会删掉，找不回来。",
          "{0} matters are kept. Chats, answers, links and results are erased for good.");
  public static final Wording SET_ERASE_GO = new Wording("全部清除", "Erase everything");
  public static final Wording SET_ERASE_SURE = new Wording("真的全部清除？", "Really erase everything?");
  public static final Wording SET_ERASE_YES = new Wording("是，全部清除", "Yes, erase everything");
  public static final Wording SET_ERASE_NO = new Wording("不，先留着", "No, keep it");
  public static final Wording SET_ERASED = new Wording("清除了", "Erased");
  public static final Wording SET_WHERE =
      new Wording(
          "都存在运行虎符的这台机器上，没有传给别人。",
          "Everything is on the machine that runs Hufu and was sent to nobody.");
  public static final Wording ENTER_TITLE = new Wording("进入虎符", "Enter Hufu");
  public static final Wording ENTER_D =
      new Wording(
          "点一下就进入。这个链接只能用一次，没有密码。",
          "One tap and you are in. This link works once; there is no password.");
  public static final Wording ENTER_GO = new Wording("进入", "Enter");
  public static final Wording ENTER_NEED = new Wording("要先登录", "Sign in first");
  public static final Wording ENTER_NEED_D =
      new Wording(
          "打开终端里打印的那个链接。找不到了，就重新运行 ./hufu，会再打印一个。",
          "Open the link printed in the terminal. If it is gone, run ./hufu again and it prints"
              + " another.");
  public static final Wording BLANK_TITLE = new Wording("空白页", "Blank page");
  public static final Wording ERROR_KEPT =
      new Wording(
          "你填的没有丢，按浏览器的返回就能看到。", "What you typed is not lost; go back in the browser to see it.");
  public static final Wording ERROR_AGAIN = new Wording("再按一次，接着走", "Press again to go on");
  public static final Wording ERROR_CODE = new Wording("编号", "Code");

  private PlaceWords() {}
}
