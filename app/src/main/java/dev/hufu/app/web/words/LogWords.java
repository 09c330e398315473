package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;
import java.util.Map;

/** The public log and the check of a document. */
public final class LogWords {

  public static final Wording TITLE =
      new Wording("这份文件，后来改过吗？", "Was this document changed later?");
  public static final Wording LEAD_LOCAL =
      new Wording(
          "放进来核对。文件不会上传，只在你的机器上算出指纹，拿指纹去比。",
          "Drop it here. The file stays on your machine; only its digest is compared.");
  public static final Wording LEAD_SENT =
      new Wording(
          "放进来核对。文件会送到这台服务器算指纹，算完就丢，不留下。",
          "Drop it here. The file is sent to this server, which computes its digest and keeps"
              + " nothing.");
  public static final Wording CHECK_T = new Wording("核对一份文件", "Check a document");
  public static final Wording DROP = new Wording("把文件放在这里", "Put the file here");
  public static final Wording DROP_D =
      new Wording("证据包、借条、录音、截图都可以", "A bundle, an IOU, a recording, a screenshot");
  public static final Wording OR_DIGEST = new Wording("或者贴指纹", "Or paste a digest");
  public static final Wording DIGEST_EXAMPLE =
      new Wording("64 位，0-9 a-f", "64 characters, 0-9 a-f");
  public static final Wording CHECK = new Wording("核对", "Check");
  public static final Wording RESULT = new Wording("核对结果", "Result");
  public static final Wording SAME = new Wording("对上了", "It matches");
  public static final Wording UNCHANGED = new Wording("没有改过", "Not changed");
  public static final Wording UNCHANGED_ONE =
      new Wording("和 {0} 存进日志的一模一样。", "It is the very same as was logged at {0}.");
  public static final Wording DIGEST = new Wording("文件指纹", "Digest");
  public static final Wording ENTRY_NO = new Wording("第 {0} 条", "Entry {0}");
  public static final Wording WHOLE = new Wording("日志没有被删改", "The log was neither cut nor changed");
  public static final Wording WHOLE_D = new Wording("从存入到现在", "Since it was logged");
  public static final Wording WITNESSES = new Wording("见证方", "Witnesses");
  public static final Wording WITNESSES_NONE =
      new Wording("还没有请别家见证", "No one else has been asked to witness yet");
  public static final Wording WITNESSED_BY = new Wording("{1} 家里有 {0} 家签了", "{0} of {1} cosigned");
  public static final Wording PENDING = new Wording("等着", "Pending");
  public static final Wording TIME_T = new Wording("时间戳", "Timestamp");
  public static final Wording TIME_SAYS =
      new Wording("{0} 证明 {1} 已经在了", "{0} says it was there at {1}");
  public static final Wording TIME_PENDING = new Wording("时间还没拿到，会再问", "Time pending; asked again");
  public static final Wording TIME_UP_TO = new Wording("（到第 {0} 条）", "(up to entry {0})");
  public static final Wording NOT_YET = new Wording("还没试", "Not tried");
  public static final Wording PROVES =
      new Wording(
          "它证明文件存在过、没改过。里面写的是不是真的，要另外证明。",
          "This proves that the document existed and was not changed. Whether what it says is true"
              + " must be shown otherwise.");
  public static final Wording TAKE_PROOF = new Wording("下载证明", "Download the proof");
  public static final Wording NO_MATCH = new Wording("对不上", "No match");
  public static final Wording NOT_FOUND = new Wording("日志里没有它", "The log does not have it");
  public static final Wording NOT_FOUND_D =
      new Wording(
          "可能改过一个字，可能换了格式，也可能从来没有存过。找到当时存下的那一份，再核对一次。",
          "A letter may have been changed, it may have been saved anew, or it was never logged."
              + " Find the copy that was kept then and check again.");
  public static final Wording NOW_T = new Wording("日志现在的样子", "The log now");
  public static final Wording SIZE = new Wording("条数", "Entries");
  public static final Wording SIGNED = new Wording("签出时间", "Signed at");
  public static final Wording NAME = new Wording("名字", "Name");
  public static final Wording ROOT = new Wording("根指纹", "Root digest");
  public static final Wording TAKE_CHECKPOINT = new Wording("下载签出点", "Download the checkpoint");
  public static final Wording TAKE_KEYS = new Wording("公钥", "Public keys");
  public static final Wording YOURSELF = new Wording("怎样不靠我们自己核对", "How to check without us");
  public static final Wording YOURSELF_D =
      new Wording(
          "日志按公开的规范（C2SP tlog-tiles、RFC 6962）摆在下面几个地址，用任何人写的核对程序都能读：",
          "The log lies at these addresses by public specifications (C2SP tlog-tiles, RFC 6962);"
              + " a verifier by anybody can read it:");
  public static final Wording STANDS_STILL = new Wording("日志停着，没有在写", "The log stands still");
  public static final Wording EMPTY = new Wording("还没有条目。", "No entries yet.");
  public static final Wording LATEST_T = new Wording("最近的条目", "Latest entries");
  public static final Wording LATEST_D =
      new Wording("只有指纹，没有姓名、金额和聊天。", "Digests only: no names, sums or chats.");

  private static final Map<String, Wording> KINDS =
      Map.ofEntries(
          Map.entry("decision", new Wording("决定", "Decision")),
          Map.entry("capture", new Wording("材料存入", "Material kept")),
          Map.entry("iou-drawn", new Wording("借条拟好", "IOU drawn up")),
          Map.entry("iou-signed", new Wording("借条签署", "IOU signed")),
          Map.entry("case-entry", new Wording("损失计划的一条", "Entry of a loss plan")),
          Map.entry("loan-entry", new Wording("借出之后记的一笔", "Entry of a loan")),
          Map.entry("demand-sent", new Wording("催款函发出", "Demand letter sent")),
          Map.entry("matter-erased", new Wording("删除", "Erasure")),
          Map.entry("matter-sealed", new Wording("封存", "Sealed until a term ends")),
          Map.entry("matter-term-longer", new Wording("封存期延长", "Term made longer")),
          Map.entry("hold-set", new Wording("保全", "Legal hold")),
          Map.entry("hold-lifted", new Wording("解除保全", "Legal hold lifted")),
          Map.entry("epoch", new Wording("日志另起一段", "New epoch of the log")));

  private LogWords() {}

  /** What kind of thing an entry stands for, in words; a kind without words shows its own name. */
  public static Wording kind(String kind) {
    return KINDS.getOrDefault(kind, new Wording(kind, kind));
  }
}
