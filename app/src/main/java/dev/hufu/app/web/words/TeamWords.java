package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** The team: who is in it, how the owner lets a colleague in. */
public final class TeamWords {

  public static final Wording TEAM_TITLE = new Wording("团队", "Team");
  public static final Wording TEAM_LEAD =
      new Wording(
          "一起写规则的人。规则要两个人才能上线：一个人写，另一个人按。",
          "The people who write rules together. A version goes live by two people: one writes,"
              + " another presses.");
  public static final Wording PROGRAM = new Wording("随程序来的", "came with the program");
  public static final Wording OWNER = new Wording("主人", "Owner");
  public static final Wording COLLEAGUE = new Wording("同事", "Colleague");
  public static final Wording MY_NAME = new Wording("我的名字", "My name");
  public static final Wording MY_NAME_D =
      new Wording("同事在版本和记录里看到的名字。", "What colleagues read beside versions and in records.");
  public static final Wording SAVE_NAME = new Wording("存下名字", "Save the name");
  public static final Wording INVITE = new Wording("请一位同事", "Invite a colleague");
  public static final Wording INVITE_D =
      new Wording(
          "写上名字，会得到一个链接。谁先打开并按下，谁就以这个名字进来，所以只发给本人。",
          "Write a name and get a link. Whoever opens it first and presses enters under this name,"
              + " so send it to that person only.");
  public static final Wording INVITE_NAME = new Wording("同事的名字", "The colleague's name");
  public static final Wording INVITE_GO = new Wording("生成链接", "Make the link");
  public static final Wording INVITED = new Wording("给 {0} 的链接", "The link for {0}");
  public static final Wording INVITED_TEXT =
      new Wording(
          "这是进虎符规则工作台的链接，只能用一次，三天内有效：",
          "Your link to the rules of Hufu; it works once, for three days:");
  public static final Wording WHO = new Wording("名字", "Name");
  public static final Wording ROLE = new Wording("身份", "Role");
  public static final Wording SINCE = new Wording("从什么时候", "Since");
  public static final Wording STEPS = new Wording("可以做的", "What can be done");
  public static final Wording AGAIN = new Wording("再给一个链接", "Another link");
  public static final Wording REMOVE = new Wording("移出团队", "Remove");
  public static final Wording REMOVED = new Wording("{0} 移出", "removed {0}");
  public static final Wording YOU = new Wording("你", "you");
  public static final Wording SET_TEAM = new Wording("团队和规则", "Team and rules");
  public static final Wording SET_TEAM_D =
      new Wording(
          "写规则、试规则、让规则上线，都在规则工作台。", "Rules are written, tried and published in the workbench.");

  private TeamWords() {}
}
