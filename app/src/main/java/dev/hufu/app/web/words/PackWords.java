package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** The workbench: packs, their rules, and what was done to them. */
public final class PackWords {

  public static final Wording PACKS = new Wording("规则包", "Packs");
  public static final Wording PACKS_TITLE = new Wording("规则工作台", "Rules workbench");
  public static final Wording PACKS_LEAD =
      new Wording(
          "现在用哪一版、谁写的、测试过没有，都在这里。改规则先开新版本，别的人来上线。",
          "Which version decides, who wrote it and whether its tests pass. To change a rule begin a"
              + " new version; somebody else makes it live.");
  public static final Wording PACK_NAME = new Wording("规则包", "Pack");
  public static final Wording VERSION = new Wording("版本", "Version");
  public static final Wording SINCE = new Wording("用起于", "Live since");
  public static final Wording RULES = new Wording("规则", "Rules");
  public static final Wording ENTRIES = new Wording("{0} 条法律条目", "{0} entries of law");
  public static final Wording EVENT_RULES = new Wording("{0} 条流水规则", "{0} rules over events");
  public static final Wording EVENT_PARTS =
      new Wording("{0} 个样子，{1} 个特征", "{0} typologies, {1} features");
  public static final Wording REVIEWED = new Wording("最近复核", "Last review");
  public static final Wording TESTS = new Wording("测试", "Tests");
  public static final Wording TESTS_OF = new Wording("{0} / {1} 通过", "{0} of {1} pass");
  public static final Wording DRAFTS = new Wording("{0} 个在写", "{0} being written");
  public static final Wording WITH_PROGRAM =
      new Wording("随程序来，只读", "comes with the program, read only");
  public static final Wording NOW_LIVE = new Wording("现在用的", "Live now");
  public static final Wording SEE_RULES = new Wording("看规则", "See the rules");
  public static final Wording NEW_VERSION = new Wording("开一个新版本", "Begin a new version");
  public static final Wording NEW_VERSION_D =
      new Wording("从现在用的那版抄一份开始改。先写一句为什么。", "It begins as a copy of the live one. First say why.");
  public static final Wording WHY = new Wording("为什么改", "Why");
  public static final Wording BEGIN = new Wording("开新版本", "Begin");
  public static final Wording UPLOAD = new Wording("从 ZIP 开新版本", "Begin from a ZIP");
  public static final Wording UPLOAD_D =
      new Wording(
          "ZIP 里是一整个规则包的文件，解开后最多 16 MB。",
          "The ZIP holds all files of a pack, at most 16 MB when unpacked.");
  public static final Wording ZIP_FILE = new Wording("ZIP 文件", "ZIP file");
  public static final Wording UPLOAD_GO = new Wording("上传", "Upload");
  public static final Wording VERSIONS = new Wording("版本", "Versions");
  public static final Wording STATE = new Wording("状态", "State");
  public static final Wording AUTHOR = new Wording("谁写的", "Written by");
  public static final Wording CHANGED_AT = new Wording("最近变动", "Last change");
  public static final Wording NOTE = new Wording("说明", "Note");
  public static final Wording TRAIL = new Wording("做过什么", "What was done");
  public static final Wording WHEN = new Wording("时间", "When");
  public static final Wording WHO = new Wording("谁", "Who");
  public static final Wording WHAT = new Wording("做了什么", "What");
  public static final Wording DETAIL = new Wording("内容", "Detail");
  public static final Wording ALONE =
      new Wording(
          "团队里现在只有你一个人。写的人不能自己上线，先请一位同事。",
          "You are alone in the team. Whoever writes cannot make it live; invite a colleague"
              + " first.");
  public static final Wording UNREADABLE =
      new Wording(
          "库里在用的那版，这个程序读不了，现在用的是随程序来的那版：",
          "This program cannot read the version that is live, so the one that came with it"
              + " decides:");
  public static final Wording SHADOW_TITLE = new Wording("影子里的版本", "The version in the shadow");
  public static final Wording SHADOW_NONE = new Wording("还没有碰到要判断的事。", "No case has come in yet.");
  public static final Wording SHADOW_COUNTS =
      new Wording(
          "{0} 起来，跟着判断 {1} 件，{2} 件不一样。",
          "Since {0} it decided {1} cases too, {2} of them otherwise.");
  public static final Wording SHADOW_MORE =
      new Wording("判不了 {0} 件，来不及 {1} 件。", "{0} it could not decide, {1} were left out.");
  public static final Wording SHADOW_SEE = new Wording("看不一样的", "See the differences");
  public static final Wording SHADOW_LEAD =
      new Wording(
          "只记结论和规则编号。事项只有它的主人打得开。",
          "Only verdicts and ids of rules are kept. A matter opens for its owner alone.");
  public static final Wording SHADOW_NONE_EVENTS =
      new Wording("还没有人上传过历史。", "Nobody has uploaded a history yet.");
  public static final Wording SHADOW_LEAD_EVENTS =
      new Wording(
          "只记事件编号、结论和规则编号。同一份历史上传两次就数两次。结论和规则都一样、分数不同的，列的是样子和分数。",
          "Only ids of events, verdicts and ids of rules are kept. A history that is uploaded twice"
              + " counts twice. Where verdict and rules are the same, typologies with their scores"
              + " are shown.");
  public static final Wording CASE = new Wording("事项", "Case");
  public static final Wording LIVE_SAYS = new Wording("在用的", "Live");
  public static final Wording SHADOW_SAYS = new Wording("影子", "Shadow");
  public static final Wording SAME = new Wording("没有不一样的。", "Nothing differs.");
  public static final Wording NO_REASON = new Wording("没有理由", "no reason");

  public static final Wording RULES_TITLE = new Wording("{0} 的规则", "Rules of {0}");
  public static final Wording SEARCH = new Wording("找", "Search");
  public static final Wording SEARCH_D =
      new Wording("编号、条件、说法、依据里的字", "Words in id, condition, reason or source");
  public static final Wording STAGE = new Wording("阶段", "Stage");
  public static final Wording ANY = new Wording("全部", "All");
  public static final Wording STATUS = new Wording("情况", "Status");
  public static final Wording ST_CLAIM = new Wording("依据只是一种说法", "Source is a mere claim");
  public static final Wording ST_UNTESTED = new Wording("没有测试碰到", "Touched by no test");
  public static final Wording FOUND = new Wording("{0} / {1} 条规则", "{0} of {1} rules");
  public static final Wording RULE = new Wording("规则", "Rule");
  public static final Wording CONDITION = new Wording("条件", "Condition");
  public static final Wording EFFECT = new Wording("作用", "Effect");
  public static final Wording REASON_ZH = new Wording("中文理由", "Reason in Chinese");
  public static final Wording REASON_EN = new Wording("英文理由", "Reason in English");
  public static final Wording SOURCE = new Wording("依据", "Source");
  public static final Wording ON_KIND = new Wording("看哪种事件", "Kind of event");
  public static final Wording TYPOLOGIES = new Wording("属于哪些样子", "Typologies");
  public static final Wording RANK = new Wording("先后", "Rank");
  public static final Wording TOUCHED = new Wording("碰到它的测试", "Tests that touch it");
  public static final Wording TOUCHED_NONE =
      new Wording("没有测试碰到这条规则。", "No test touches this rule.");
  public static final Wording FIRES = new Wording("触发", "fires");
  public static final Wording QUIET = new Wording("没触发", "does not fire");
  public static final Wording RULE_HISTORY = new Wording("历来的改动", "Its history");
  public static final Wording ADDED = new Wording("新增", "added");
  public static final Wording REMOVED = new Wording("删除", "removed");
  public static final Wording CHANGED = new Wording("改了", "changed");
  public static final Wording LAW_SAYS = new Wording("条目怎么说", "What it says");
  public static final Wording LAW_FROM = new Wording("施行", "In force from");
  public static final Wording LAW_TO = new Wording("失效", "Until");
  public static final Wording LAW_SURE = new Wording("确信程度", "Confidence");
  public static final Wording LAW_READ = new Wording("出处", "Where it was read");
  public static final Wording LAW_RULES = new Wording("靠它的规则", "Rules that stand on it");
  public static final Wording HAS_ERRORS =
      new Wording(
          "这一版有错，先改好才看得到规则。",
          "This version has errors; its rules can be read once they are mended.");

  private PackWords() {}
}
