package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** Pages that involve somebody else: friends, family, the shared card. */
public final class PeopleWords {

  public static final Wording FRIENDS_TITLE = new Wording("请共同的朋友认一认", "Ask common friends");
  public static final Wording FRIENDS_LEAD =
      new Wording(
          "朋友不用登录，一分钟就能答。最多请 {0} 位。",
          "A friend needs no account and one minute. At most {0} friends.");
  public static final Wording YOUR_NAME = new Wording("朋友怎么称呼你", "What your friend calls you");
  public static final Wording YOUR_NAME_HELP =
      new Wording("例如：小张。只写在朋友看到的页面上。", "For example: Zhang. Shown only on the friend's page.");
  public static final Wording CLAIMED = new Wording("对方自称是谁", "Who they say they are");
  public static final Wording CLAIMED_HELP = new Wording("例如：小王。", "For example: Wang.");
  public static final Wording NAME_NEEDED =
      new Wording("这里要写一个称呼，最多 {0} 个字。", "Write a name here, at most {0} characters.");
  public static final Wording MAKE_LINK = new Wording("生成链接", "Make the link");
  public static final Wording LINK_READY =
      new Wording("链接好了，发给这位朋友", "The link is ready; send it to this friend");
  public static final Wording LINK_ONCE =
      new Wording(
          "只显示这一次，离开这一页就看不到了；丢了就再做一个。", "It is shown this once; if it is lost, make another.");
  public static final Wording LINK_LOCAL =
      new Wording(
          "这台机器只在本机能打开。要发给朋友，得让虎符运行在朋友够得着的地址上；不然就请朋友用这台机器看。",
          "This address opens only on this machine. To send it, Hufu must run where your friend can"
              + " reach it; or let the friend look here.");
  public static final Wording LINK_TEXT =
      new Wording(
          "帮我认个人：下面的页面问你一句话，点一下就好，不用登录，也不用转钱。",
          "Help me recognise someone: this page asks one question. No account, no money.");
  public static final Wording SCAN = new Wording("当面扫也行", "Or scan it here");
  public static final Wording QR_LABEL = new Wording("这个链接的二维码", "QR code of this link");
  public static final Wording LINKS = new Wording("发出去的链接", "Links sent");
  public static final Wording LINKS_NONE = new Wording("还没有发出去的链接。", "No links yet.");
  public static final Wording FRIEND_N = new Wording("第 {0} 位朋友", "Friend {0}");
  public static final Wording WAITING = new Wording("等回答", "waiting");
  public static final Wording SAID_YES = new Wording("说是本人", "says it is them");
  public static final Wording SAID_NO = new Wording("说不是", "says it is not");
  public static final Wording SAID_UNSURE = new Wording("说不准", "could not tell");
  public static final Wording EXPIRED = new Wording("过期了", "expired");
  public static final Wording WITHDRAWN = new Wording("收回了", "withdrawn");
  public static final Wording VALID_UNTIL = new Wording("{0} 失效", "until {0}");
  public static final Wording WITHDRAW = new Wording("收回", "Withdraw");
  public static final Wording NEW_RESULT =
      new Wording("有朋友回答了，结论重新算过。看新的结果", "A friend answered and the result was made again. See it");
  public static final Wording BACK_TO_RESULT = new Wording("回到结果", "Back to the result");
  // the friend's page
  public static final Wording F_TITLE = new Wording("帮朋友认一个人", "Help a friend recognise someone");
  public static final Wording F_INTRO =
      new Wording("{0}请你帮个忙，一分钟", "{0} asks you a favour, one minute");
  public static final Wording F_Q =
      new Wording("今天找{0}的，是{1}本人吗？", "The one writing to {0} today: is it really {1}?");
  public static final Wording F_CALL_T = new Wording("先打个电话给{0}", "Call {0} first");
  public static final Wording F_CALL =
      new Wording(
          "用你手机里存的号码。问一句：「今天你找过{0}吗？」",
          "Use the number saved in your phone. Ask: \"Did you write to {0} today?\"");
  public static final Wording F_YES = new Wording("是本人，我问过了", "Yes, I asked them");
  public static final Wording F_NO = new Wording("不是本人", "No, it is not them");
  public static final Wording F_UNSURE = new Wording("联系不上，说不准", "Cannot reach them, cannot tell");
  public static final Wording F_NOTE = new Wording("想补一句（可以不写）", "Anything to add (optional)");
  public static final Wording F_NOTE_HELP =
      new Wording("最多 {0} 个字，只给{1}看。", "At most {0} characters, only for {1}.");
  public static final Wording F_ONLY =
      new Wording("只告诉{0}你的回答，不告诉对方", "Only {0} sees your answer, the other side does not");
  public static final Wording F_NEVER =
      new Wording("不要输密码，不要转钱，不要填身份证", "Enter no password, send no money, give no ID number");
  public static final Wording F_ONCE =
      new Wording("链接只能用一次，{0} 失效", "The link works once, until {0}");
  public static final Wording F_THANKS = new Wording("谢谢，收到了", "Thank you, we have it");
  public static final Wording F_THANKS_D =
      new Wording(
          "你的回答已经转给他，这一页可以关掉了。", "Your answer has been passed on. You can close this page.");
  public static final Wording F_THANKS_NO =
      new Wording(
          "如果有人冒用你朋友的名字，也请告诉他本人，让他提醒大家。",
          "If somebody is using your friend's name, tell them, so that they can warn others.");
  public static final Wording F_CLOSED = new Wording("这个链接现在打不开", "This link cannot be opened now");
  public static final Wording F_CLOSED_D =
      new Wording(
          "你不用做什么。请你帮忙的人可以再发一个。", "You need not do anything. Whoever asked you can send another.");
  // cooling off
  public static final Wording C_TITLE = new Wording("冷静一会儿再决定", "Decide a little later");
  public static final Wording C_LEAD =
      new Wording(
          "真的急，也不差这一会儿。定好以后只能加长；想提前结束，要请家人点头。",
          "Even real trouble can wait this long. Once set it can only be lengthened; ending it"
              + " early takes a family member.");
  public static final Wording C_HOW_LONG = new Wording("等多久", "How long");
  public static final Wording C_SET = new Wording("就这么定", "Set it");
  public static final Wording C_MIN_10 = new Wording("10 分钟", "10 minutes");
  public static final Wording C_MIN_30 = new Wording("30 分钟", "30 minutes");
  public static final Wording C_HOUR_2 = new Wording("2 小时", "2 hours");
  public static final Wording C_DAY_1 = new Wording("1 天", "1 day");
  public static final Wording C_DAY_3 = new Wording("3 天", "3 days");
  public static final Wording C_DAY_7 = new Wording("7 天", "7 days");
  public static final Wording C_ASK = new Wording("请家人放行", "Ask family to lift it");
  public static final Wording C_ASK_D =
      new Wording(
          "生成一个链接给家人。家人看得到还剩多久，看不到聊天和金额。",
          "Makes a link for a family member. They see the time left, not the chat and not the"
              + " sum.");
  public static final Wording C_LINK_READY =
      new Wording("链接好了，发给家人", "The link is ready; send it to them");
  public static final Wording C_WAIT_SAY =
      new Wording(
          "等的时候可以说：我跟家里定好了，这个点以后才转账。",
          "While you wait, say: we agreed at home that I send nothing before then.");
  public static final Wording R_TITLE = new Wording("家人请你点个头", "A family member asks you");
  public static final Wording R_Q =
      new Wording(
          "他给自己定了冷静时间，想提前结束。可以吗？",
          "They set themselves a cooling-off time and want to end it early. All right?");
  public static final Wording R_UNTIL =
      new Wording("原定 {0} 结束，还有 {1}。", "It ends {0}, {1} from now.");
  public static final Wording R_TALK =
      new Wording(
          "先跟他说几句话再点。听他说说为什么急，对方是谁，怎么核实的。",
          "Talk to them before you answer: why the hurry, who is asking, how was it checked.");
  public static final Wording R_YES = new Wording("可以，放行", "Yes, lift it");
  public static final Wording R_NO = new Wording("再等等", "Keep waiting");
  public static final Wording R_THANKS_YES = new Wording("放行了", "It is lifted");
  public static final Wording R_THANKS_NO =
      new Wording("没有放行，照原来的时间", "Not lifted; the time stays");
  public static final Wording COOLING_DONE = new Wording("冷静时间过了", "The cooling-off time is over");
  public static final Wording R_OVER =
      new Wording("这段时间已经过了，不用放行了。", "The time is over already; nothing to lift.");
  // the shared card
  public static final Wording K_TITLE = new Wording("给家人看的卡片", "A card for family");
  public static final Wording K_LEAD =
      new Wording(
          "这张卡上没有聊天内容，没有名字，没有金额。可以打印，可以当面扫码。",
          "This card has no chat, no names and no sums. Print it or let them scan it.");
  public static final Wording K_LOOKS = new Wording("这件事像：{0}", "This looks like: {0}");
  public static final Wording K_NOW = new Wording("现在做", "Do now");
  public static final Wording K_CHECKS = new Wording("核实到哪一步", "How the checks stand");
  public static final Wording K_SCAN =
      new Wording("扫码看到同样的字，不用联网", "Scan to read the same words, no network needed");
  public static final Wording K_QR_LABEL = new Wording("卡片文字的二维码", "QR code of the card's words");
  public static final Wording K_TALK =
      new Wording(
          "不用急着劝，先问一句：「他原来的电话打过了吗？」",
          "No need to argue. Ask first: \"Did you call the number you already had?\"");

  private PeopleWords() {}
}
