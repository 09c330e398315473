package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** The request check: paste, drop, questions, one question a screen. */
public final class RequestWords {

  public static final Wording TITLE = new Wording("看一看这个借钱的人", "Look at who is asking");
  public static final Wording EDIT_TITLE = new Wording("改我填的", "Change my answers");
  public static final Wording LEAD =
      new Wording(
          "有多少填多少。不知道的可以空着，结果里会写明缺什么。",
          "Fill in what you know. Leave the rest empty; the result says what is missing.");
  public static final Wording STEP_CHAT = new Wording("对方说了什么", "What they said");
  public static final Wording PASTE = new Wording("贴聊天", "Paste the chat");
  public static final Wording PASTE_HELP =
      new Wording(
          "带名字、时间一起贴也行。自己说的话前面写「我：」。",
          "Names and times may stay in. Put \"Me:\" before what you said yourself.");
  public static final Wording SHOTS = new Wording("或者放截图", "Or add screenshots");
  public static final Wording SHOTS_HELP =
      new Wording(
          "最多 9 张，按聊天的先后选。左右气泡会自动分清谁说的。",
          "Up to 9, in the order of the chat. Left and right bubbles tell who said what.");
  public static final Wording SHOTS_READ_T =
      new Wording("图里的字已经放进下面的框", "The words of the pictures are in the box below");
  public static final Wording SHOTS_READ =
      new Wording(
          "先对一遍，错字可以直接改。改好再看结果，改之前不算数。",
          "Check them and correct any slip in the box. Nothing counts before you go on.");
  public static final Wording READ_BACK =
      new Wording("读出来是这样，不对可以改", "This is how it reads; correct the box if it is wrong");
  public static final Wording READ_AGAIN = new Wording("再读一遍", "Read again");
  public static final Wording READ_MORE =
      new Wording("后面还有 {0} 句，也读到了。", "{0} more lines were read, too.");
  public static final Wording WHO_OTHER = new Wording("对方", "The other side");
  public static final Wording WHO_SELF = new Wording("我", "Me");
  public static final Wording WHO_UNSURE =
      new Wording("分不清谁说的，按对方算", "Unclear who; taken as the other side");
  public static final Wording STEP_QUESTIONS = new Wording("几个问题", "A few questions");
  public static final Wording QUESTIONS_N = new Wording("{0} 问，可以不填", "{0} questions, optional");
  public static final Wording FROM_CHAT =
      new Wording("从聊天里读到的，不对可以改。", "Read in the chat; correct it if it is wrong.");
  public static final Wording LEAVE_EMPTY = new Wording("先空着", "Leave empty");
  public static final Wording SUBMIT = new Wording("看结果", "See the result");
  public static final Wording NO_CONTACT =
      new Wording("不会联系对方，对方不会知道你查过。", "Nobody is contacted. They will not know you checked.");
  public static final Wording UNIT_YUAN = new Wording("元", "yuan");
  public static final Wording UNIT_DAYS = new Wording("天", "days");
  public static final Wording BAD_SUM =
      new Wording("这里填一个数，例如 1000 或 1,000.50。", "Enter a sum, for example 1000 or 1,000.50.");
  public static final Wording BAD_NUMBER =
      new Wording("这里填一个数，例如 3。", "Enter a number, for example 3.");
  public static final Wording BAD_DAY =
      new Wording("这里填一天，例如 2027-03-31。", "Enter a day, for example 2027-03-31.");
  public static final Wording BAD_WORDS =
      new Wording("太长了，最多 2,000 字。", "Too long; at most 2,000 characters.");
  public static final Wording BAD_CHOICE = new Wording("请从下面选一个。", "Choose one of these.");
  // one question a screen
  public static final Wording HELPER_TITLE = new Wording("一屏一问", "One question a screen");
  public static final Wording PROGRESS = new Wording("进度", "Progress");
  public static final Wording SCREEN_OF = new Wording("第 {0} 问，共 {1} 问", "Question {0} of {1}");
  public static final Wording CHAT_Q = new Wording("对方发来了什么？", "What did they send?");
  public static final Wording CHAT_Q_HELP =
      new Wording(
          "有截图就放截图，不用打字。没有也可以直接下一问。",
          "If there is a screenshot, add it; no typing needed. Or just go on.");
  public static final Wording OR_TYPE = new Wording("也可以贴字", "Or paste words");
  public static final Wording NEXT_Q = new Wording("下一问", "Next");
  public static final Wording PREV_Q = new Wording("上一问", "Previous");
  public static final Wording NO_HURRY =
      new Wording(
          "不急，没有时间限制。老人不用自己打字。",
          "No hurry, there is no time limit. The person you help need not type.");
  public static final Wording KNOWN = new Wording("已经知道的", "Known so far");
  public static final Wording CHAT_READ = new Wording("读到 {0} 句", "{0} lines read");
  public static final Wording ALL_ON_ONE = new Wording("换成一页全部显示", "Show everything on one page");

  private RequestWords() {}
}
