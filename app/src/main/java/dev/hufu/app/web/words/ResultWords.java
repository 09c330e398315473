package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** The result card, its companions and its print view. */
public final class ResultWords {

  public static final Wording EDIT = new Wording("改我填的", "Change my answers");
  public static final Wording ONE_THING = new Wording("现在只做一件事", "Do just this now");
  public static final Wording ONE_THING_GREEN =
      new Wording("转之前只差一件事", "One thing before you send");
  public static final Wording TELL_US =
      new Wording("做完了，告诉我们结果：", "When done, tell us how it went:");
  public static final Wording WHY = new Wording("为什么", "Why");
  public static final Wording SAY = new Wording("可以这样回", "You can answer this");
  public static final Wording SAY_MORE = new Wording("换一种说法", "Other ways to say it");
  public static final Wording SAY_GREEN = new Wording("可以这样说", "You can say this");
  public static final Wording STAGES = new Wording("做到哪一步了", "How far along");
  public static final Wording FLIP = new Wording("什么会改变这个结论", "What would change this");
  public static final Wording TURNS_RED = new Wording("变红", "turns red");
  public static final Wording TURNS_AMBER = new Wording("变黄", "turns amber");
  public static final Wording TURNS_GREEN = new Wording("变绿", "turns green");
  public static final Wording TURNS_UNKNOWN = new Wording("变灰", "turns grey");
  public static final Wording CHECKS = new Wording("逐项的核实", "The checks, one by one");
  public static final Wording CHECKS_NONE =
      new Wording("这类事没有可核实的项目。", "There is nothing to verify here.");
  public static final Wording VIDEO =
      new Wording(
          "视频不能单独算数：录好的和合成的脸都骗得过视频。",
          "Video alone does not count: recorded and made-up faces pass it.");
  public static final Wording HOW_TO = new Wording("怎么做", "How to");
  public static final Wording CHAT_MARKS = new Wording("哪几句像剧本", "Which lines sound like a script");
  public static final Wording CHAT_NO_MARKS =
      new Wording(
          "没有哪一句像我们知道的剧本。没见过不等于没有。",
          "No line sounds like a script we know. Not seen before does not mean safe.");
  public static final Wording CHAT_EMPTY =
      new Wording("没有贴聊天，这一项没看。", "No chat was given, so this was not looked at.");
  public static final Wording CHAT_LEFT =
      new Wording("另外 {0} 句没有标记，这里不重复。", "{0} other lines have no mark and are not repeated here.");
  public static final Wording LOOKS_LIKE = new Wording("像「{0}」", "Like \"{0}\"");
  public static final Wording NEXT_MOVES = new Wording("接下来多半会说：", "What usually comes next:");
  public static final Wording DEFEATS = new Wording("怎么破：", "What defeats it:");
  public static final Wording ASK_THEM = new Wording("可以问对方的问题", "What to ask them");
  public static final Wording CHANNELS =
      new Wording("各种付法，能不能追回", "Ways to pay, and what can be called back");
  public static final Wording SEEN_ON = new Wording("{0} 看到", "seen {0}");
  public static final Wording NOT_CERTAIN = new Wording("说不准", "not certain");
  public static final Wording NOTES = new Wording("借之前要知道的", "Know this before you lend");
  public static final Wording KEEP = new Wording("要留下的", "What to keep");
  public static final Wording REASONING = new Wording("完整的推理和出处", "All the reasoning and sources");
  public static final Wording FIRED = new Wording("起作用的规则", "Rules that fired");
  public static final Wording RULE = new Wording("规则", "Rule");
  public static final Wording SOURCE = new Wording("性质", "Grounds");
  public static final Wording NEAR = new Wording("差一点就起作用的规则", "Rules that nearly fired");
  public static final Wording NEAR_MISSING = new Wording("还不知道：{0}", "Not known yet: {0}");
  public static final Wording NEAR_FALSE = new Wording("差在：", "It lacks:");
  public static final Wording RISK =
      new Wording(
          "风险 {0}，身份强度 {1}，这个金额要 {2}。数字只用来核对，不单独看。",
          "Risk {0}, identity {1}, this sum needs {2}. Figures are for checking only, never"
              + " alone.");
  public static final Wording NUMBERS = new Wording("数字和编号", "Figures and numbers");
  public static final Wording DECISION_NO = new Wording("决定编号", "Decision");
  public static final Wording PACK_DIGEST = new Wording("规则包指纹", "Pack digest");
  public static final Wording INPUTS_DIGEST = new Wording("输入指纹", "Inputs digest");
  public static final Wording DECIDED_AT = new Wording("判断的时间", "Decided for");
  public static final Wording REPLAY =
      new Wording("同样的规则和输入，以后重算还是这个结果。", "The same rules and inputs give the same result later.");
  public static final Wording HISTORY = new Wording("以前的结论", "Earlier results");
  public static final Wording CHALLENGE =
      new Wording("视频或电话时，出个难题", "A challenge for the live call");
  public static final Wording CHALLENGE_SAY = new Wording("请对方说", "Ask them to say");
  public static final Wording CHALLENGE_DO = new Wording("同时做", "and at the same time");
  public static final Wording CHALLENGE_HOW = new Wording("怎么用", "How to use it");
  public static final Wording CHALLENGE_AGAIN = new Wording("换一个", "Another one");
  public static final Wording CHALLENGE_OPEN = new Wording("放大看，换一个", "Larger, or another one");
  public static final Wording CHALLENGE_NOT_ALONE =
      new Wording(
          "做到了也只算一项，还要打原来的电话。",
          "Even if they can, it is one check; still call the number you had.");
  public static final Wording FRIENDS = new Wording("请共同的朋友确认", "Ask a common friend");
  public static final Wording FRIENDS_D =
      new Wording(
          "请认识你们俩的人点一下。链接只能用一次，里面没有金额，也没有聊天内容。",
          "Ask somebody who knows you both. The link works once and shows no sum and no chat.");
  public static final Wording FRIENDS_OPEN = new Wording("生成确认链接", "Make a link");
  public static final Wording FRIENDS_MORE = new Wording("管理确认链接", "Links for friends");
  public static final Wording COOLING = new Wording("给自己一点冷静的时间", "Give yourself some time");
  public static final Wording COOLING_D =
      new Wording("先定个时间，到点之前不转。", "Set a time; no transfer before it.");
  public static final Wording COOLING_OPEN = new Wording("定个冷静时间", "Set a cooling-off time");
  public static final Wording COOLING_UNTIL = new Wording("{0} 以后再决定", "Decide after {0}");
  public static final Wording COOLING_LEFT = new Wording("还有 {0}", "{0} left");
  public static final Wording COOLING_OVER = new Wording("冷静时间过了", "The cooling-off time is over");
  public static final Wording COOLING_RELEASED = new Wording("家人已经放行", "A family member lifted it");
  public static final Wording ALREADY = new Wording("已经转了？", "Already sent?");
  public static final Wording ALREADY_A = new Wording("钱已经转出去了", "The money is gone");
  public static final Wording SHARE = new Wording("请家人看", "Show family");
  public static final Wording ERASE = new Wording("删掉这件事", "Erase this matter");
  public static final Wording ERASE_D =
      new Wording("聊天、回答、链接和结论都会删掉，找不回来。", "Chat, answers, links and results are erased for good.");
  public static final Wording ERASE_YES = new Wording("删掉", "Erase");

  private ResultWords() {}
}
