package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** One version of a pack: its states, its editor, the steps it can take. */
public final class VersionWords {

  public static final Wording DRAFT = new Wording("在写", "Draft");
  public static final Wording CHECKED = new Wording("检查过", "Checked");
  public static final Wording SHADOW = new Wording("影子", "Shadow");
  public static final Wording LIVE = new Wording("在用", "Live");
  public static final Wording RETIRED = new Wording("退下", "Retired");

  public static final Wording DID_SHIP = new Wording("随程序来", "came with the program");
  public static final Wording DID_CREATE = new Wording("开了版本", "began it");
  public static final Wording DID_UPLOAD = new Wording("上传了版本", "uploaded it");
  public static final Wording DID_SAVE = new Wording("存了文件", "saved a file");
  public static final Wording DID_SHADOW = new Wording("放进影子", "sent it to the shadow");
  public static final Wording DID_WITHDRAW = new Wording("撤出影子", "withdrew it from the shadow");
  public static final Wording DID_PROMOTE = new Wording("上线", "made it live");
  public static final Wording DID_RETIRE = new Wording("退下", "retired it");
  public static final Wording DID_ROLL_BACK = new Wording("退回到这一版", "went back to it");
  public static final Wording DID_SET_ASIDE = new Wording("搁下", "set it aside");
  public static final Wording DID_LAW = new Wording("法律包更新", "the law it needs changed");

  public static final Wording BEGUN_FROM = new Wording("抄自", "Copy of");
  public static final Wording DIGEST = new Wording("摘要", "Digest");
  public static final Wording CHECK = new Wording("检查", "Check");
  public static final Wording CHECK_GOOD =
      new Wording("没有错，{0} 个测试都通过。", "No errors; all {0} tests pass.");
  public static final Wording CHECK_FAIL =
      new Wording("没有错，但 {0} 个测试里有 {1} 个没通过。", "No errors, but of {0} tests {1} do not pass.");
  public static final Wording CHECK_BROKEN =
      new Wording("有 {0} 处错，先改好。", "{0} errors to mend first.");
  public static final Wording PROBLEMS = new Wording("错在这里", "What is wrong");
  public static final Wording PROBLEMS_ELSEWHERE = new Wording("别的文件里的错", "Errors in other files");
  public static final Wording FAILING = new Wording("没通过的测试", "Tests that do not pass");
  public static final Wording FILES = new Wording("文件", "Files");
  public static final Wording FILE_CHANGED = new Wording("改过", "changed");
  public static final Wording NEW_FILE = new Wording("加一个文件", "Add a file");
  public static final Wording NEW_FILE_D =
      new Wording(
          "例如 tests/more.yaml。存成空的就是删掉。",
          "For example tests/more.yaml. Saving it empty removes it.");
  public static final Wording OPEN = new Wording("打开", "Open");
  public static final Wording DOWNLOAD = new Wording("下载 ZIP", "Download as ZIP");
  public static final Wording DIFF = new Wording("和在用的比", "Against the live version");
  public static final Wording DIFF_PARTS = new Wording("规则包里改了什么", "What changes in the pack");
  public static final Wording DIFF_NONE = new Wording("没有改动。", "Nothing changes.");
  public static final Wording DIFF_STORIES =
      new Wording("结果会变的测试", "Tests that come out otherwise");
  public static final Wording DIFF_STORIES_NONE =
      new Wording("{0} 个测试的结论和理由都不变。", "Verdict and reasons of all {0} tests stay.");
  public static final Wording STORY = new Wording("测试", "Test");
  public static final Wording BEFORE = new Wording("现在", "Now");
  public static final Wording AFTER = new Wording("改后", "Then");
  public static final Wording PART = new Wording("部分", "Part");

  public static final Wording WHAT_NOW = new Wording("下一步", "What now");
  public static final Wording TO_SHADOW = new Wording("放进影子", "Send to the shadow");
  public static final Wording TO_SHADOW_D =
      new Wording(
          "它跟着在用的那版一起判断，只记不一样的地方，谁也不受影响。",
          "It decides along with the live one; only differences are noted, nobody is affected.");
  public static final Wording TO_SHADOW_EVENTS =
      new Wording(
          "以后为这个规则包上传的每份历史，它都跟着在用的那版一起判断，记下不一样的地方。",
          "It decides every history that is uploaded for this pack from now on, beside the live"
              + " one; differences are noted.");
  public static final Wording SHADOW_UPLOAD = new Wording("上传一份历史给它判断", "Upload a history for it");
  public static final Wording PROMOTE = new Wording("让它上线", "Make it live");
  public static final Wording PROMOTE_D =
      new Wording(
          "从下一次判断起就按这一版。在用的那版退下，随时可以退回去。",
          "From the next decision on this version decides. The live one retires and can come back"
              + " at any time.");
  public static final Wording PROMOTE_NOT_YOU =
      new Wording(
          "这一版你写过，要另一位同事来按上线。把这页的地址发给他。",
          "You wrote on this version; a colleague has to make it live. Send them the address of"
              + " this page.");
  public static final Wording REASON = new Wording("说一句（可不填）", "A word on it (optional)");
  public static final Wording REASON_MUST = new Wording("为什么退回", "Why go back");
  public static final Wording WITHDRAW = new Wording("撤出影子", "Withdraw from the shadow");
  public static final Wording WITHDRAW_D =
      new Wording("撤出来就能接着改。", "Once withdrawn it can be edited again.");
  public static final Wording SET_ASIDE = new Wording("搁下这一版", "Set this version aside");
  public static final Wording ROLL_BACK = new Wording("退回到这一版", "Go back to this version");
  public static final Wording ROLL_BACK_D =
      new Wording(
          "从下一次判断起就按这一版。团队里谁都可以，要写理由。",
          "From the next decision on this version decides. Anybody of the team may; a reason is"
              + " needed.");
  public static final Wording FIRST_MEND =
      new Wording("改好才能往前走。", "It can go on once it is mended.");
  public static final Wording PAST = new Wording("用过去的事件试", "Try it on past events");
  public static final Wording PAST_D =
      new Wording("看看它会怎么判断已经发生的事件。", "See how it would have decided what has happened.");
  public static final Wording PAST_FILE =
      new Wording("上传一份历史（NDJSON 或 CSV）", "Upload a history (NDJSON or CSV)");
  public static final Wording PAST_GO = new Wording("回测", "Backtest");
  public static final Wording PAST_NO_RULES =
      new Wording("这一版没有新的或改过的规则。", "This version has no new or changed rule.");
  public static final Wording PAST_COUNTS =
      new Wording(
          "读了 {0} 件，{1} 件没收，{2} 件会不一样。", "Read {0}, {1} of them not taken, {2} would differ.");
  public static final Wording PAST_MAPPING =
      new Wording("CSV 的对照表（mapping.yaml）", "How to read a CSV (mapping.yaml)");
  public static final Wording PAST_FLAG =
      new Wording("哪一栏标着骗（可以不填）", "The field that marks fraud (may be empty)");
  public static final Wording PAST_KEPT =
      new Wording(
          "上传的历史读完就丢，报告留在内存里，重启就没有了。最多 {0} 行。",
          "The history is read and not kept; its report stays in memory until a restart. At most"
              + " {0} lines.");
  public static final Wording PAST_MATCHES =
      new Wording("新的和改过的规则碰到哪些事件", "Events that new and changed rules match");
  public static final Wording PAST_MATCH =
      new Wording("{0} 件，其中标着骗 {1}，不是骗 {2}", "{0} events: {1} marked fraud, {2} honest");
  public static final Wording PAST_SIDES =
      new Wording("这一版 {0}，比较的是在用的 {1}。", "This version {0} beside the live one, {1}.");
  public static final Wording PAST_BESIDE =
      new Wording(
          "影子里的 {0} 也判断了 {1} 件，{2} 件和在用的不一样。",
          "The shadow, {0}, decided {1} of them too, {2} otherwise than the live version.");
  public static final Wording PAST_JSON = new Wording("下载报告（JSON）", "Download the report (JSON)");
  public static final Wording PAST_PAGE = new Wording("下载报告（网页）", "Download the report (page)");
  public static final Wording PAST_AGAIN = new Wording("换一份历史", "Another history");
  public static final Wording PAST_EARLIER = new Wording("最近的报告", "Latest reports");
  public static final Wording PAST_REFUSED = new Wording("没有收的行", "Lines that did not count");
  public static final Wording EVENT = new Wording("事件", "Event");

  public static final Wording EDIT_TITLE = new Wording("改 {0}", "Edit {0}");
  public static final Wording CHOOSE_FILE = new Wording("换一个文件", "Another file");
  public static final Wording CONTENT = new Wording("文件内容", "Content of the file");
  public static final Wording SAVE = new Wording("存下并检查", "Save and check");
  public static final Wording SAVED_GOOD =
      new Wording("存下了，没有错，测试都通过。", "Saved. No errors, all tests pass.");
  public static final Wording SAVED_FAIL =
      new Wording("存下了，有 {0} 个测试没通过。", "Saved. {0} tests do not pass.");
  public static final Wording SAVED_BROKEN =
      new Wording("存下了，但是规则包有 {0} 处错。", "Saved, but the pack has {0} errors.");
  public static final Wording READ_ONLY =
      new Wording("这一版不能改，只能看。", "This version cannot be edited, only read.");
  public static final Wording THEIRS = new Wording("别人改了这些", "What somebody else changed");
  public static final Wording THEIRS_NONE =
      new Wording("这个文件没有变，变的是别的文件。", "This file is as it was; another one changed.");
  public static final Wording FROM_LIVE =
      new Wording("和在用的比，这个文件改了", "This file against the live version");
  public static final Wording LINE = new Wording("第 {0} 行", "line {0}");

  private VersionWords() {}

  /** A state in words. */
  public static Wording state(String id) {
    return switch (id) {
      case "draft" -> DRAFT;
      case "checked" -> CHECKED;
      case "shadow" -> SHADOW;
      case "live" -> LIVE;
      default -> RETIRED;
    };
  }

  /** What somebody did, in words. */
  public static Wording did(String action) {
    return switch (action) {
      case "ship" -> DID_SHIP;
      case "create" -> DID_CREATE;
      case "upload" -> DID_UPLOAD;
      case "save" -> DID_SAVE;
      case "shadow" -> DID_SHADOW;
      case "withdraw" -> DID_WITHDRAW;
      case "promote" -> DID_PROMOTE;
      case "retire" -> DID_RETIRE;
      case "roll-back" -> DID_ROLL_BACK;
      case "set-aside" -> DID_SET_ASIDE;
      default -> DID_LAW;
    };
  }
}
