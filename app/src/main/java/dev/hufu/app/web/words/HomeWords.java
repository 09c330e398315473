package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** The first page. */
public final class HomeWords {

  public static final Wording TITLE = new Wording("转钱之前，先对一对", "Check before you send");
  public static final Wording URGENT = new Wording("钱刚转走", "Money just sent");
  public static final Wording URGENT_Q =
      new Wording("钱刚刚转走了？先打电话，再看别的。", "Just sent the money? Call first, read later.");
  public static final Wording LEAD =
      new Wording(
          "是不是本人，有没有风险，该怎么回，该留什么。把聊天放进来，一分钟看清。",
          "Is it really them, what is the risk, what to answer, what to keep. Put the chat in and"
              + " see in a minute.");
  public static final Wording NO_ID =
      new Wording("不用登录，不用装东西，不用填身份证号。", "No account, nothing to install, no ID number.");
  public static final Wording VERIFY_T = new Wording("一、核验", "1. Verify");
  public static final Wording VERIFY_D =
      new Wording("两半对得上，才是本人", "It is them only if both halves match");
  public static final Wording ASSESS_T = new Wording("二、评估", "2. Assess");
  public static final Wording ASSESS_D =
      new Wording("有什么风险，凭什么说", "What the risk is, and why we say so");
  public static final Wording RETAIN_T = new Wording("三、留存", "3. Retain");
  public static final Wording RETAIN_D = new Wording("留下以后说得清的凭据", "Keep what proves it later");
  public static final Wording PASTE = new Wording("把聊天贴在这里", "Paste the chat here");
  public static final Wording PASTE_EXAMPLE =
      new Wording(
          "例如：在吗？遇到点急事儿，能不能给我借1000块钱？",
          "For example: Are you there? Something urgent came up, could you lend me 1000?");
  public static final Wording SHOTS = new Wording("放截图", "Screenshots");
  public static final Wording LOOK = new Wording("看一看", "Take a look");
  public static final Wording WHICH = new Wording("你遇到的是哪一件？", "Which one is yours?");
  public static final Wording DOOR_A =
      new Wording("有人找我借钱，是真的吗？", "Someone asks me for money. Is it real?");
  public static final Wording DOOR_A_D =
      new Wording(
          "先认人，再看风险，真要借就把凭据留好。", "First who, then the risk; if you do lend, keep the proof.");
  public static final Wording DOOR_B =
      new Wording("网贷让我加微信，能信吗？", "A lender wants me on WeChat. Can I trust it?");
  public static final Wording DOOR_B_D =
      new Wording("还没做好。现在能做的几件事先写在里面。", "Not built yet. What you can do now is inside.");
  public static final Wording DOOR_C = new Wording("我的评分是怎么来的？", "Where does my score come from?");
  public static final Wording DOOR_C_D =
      new Wording("还没做好。可以向谁要说明，写在里面。", "Not built yet. Whom to ask is inside.");
  public static final Wording DOOR_D = new Wording("我的钱不见了，怎么办？", "My money is gone. What now?");
  public static final Wording DOOR_D_D =
      new Wording("先给电话和要说的话。", "The number to call and what to say, first.");
  public static final Wording OTHERS = new Wording("其他", "Other pages");
  public static final Wording HELPER_LINK =
      new Wording("我在帮别人看（一屏一问，大字）", "I am helping someone (one question a screen, large letters)");
  public static final Wording MATTERS_LINK = new Wording("已经存下的事项", "Matters already kept");
  public static final Wording HOW_LINK =
      new Wording("怎么判断的，凭什么", "How it judges, and on what grounds");
  public static final Wording SETTINGS_LINK =
      new Wording("语言、大字、清除我的东西", "Language, large letters, erase what is mine");

  private HomeWords() {}
}
