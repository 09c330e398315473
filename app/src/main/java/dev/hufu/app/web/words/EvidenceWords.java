package dev.hufu.app.web.words;

import dev.hufu.kernel.text.Wording;

/** The evidence of a matter: what is kept, keeping more, and taking it to somebody. */
public final class EvidenceWords {

  public static final Wording TITLE = new Wording("这件事的证据", "Evidence of this matter");
  public static final Wording LEAD =
      new Wording(
          "原件现在就存。存进来的文件加密保存，指纹进公开日志，以后谁都能核对没有改过。",
          "Keep the originals now. Files are kept encrypted; their digests go into the public log,"
              + " so that anybody can check later that nothing was changed.");
  public static final Wording BACK = new Wording("回到结论", "Back to the result");
  public static final Wording LINK = new Wording("证据和材料", "Evidence");
  public static final Wording KEPT_T = new Wording("已经存下的", "Kept so far");
  public static final Wording NONE = new Wording("还没有存过文件。", "Nothing is kept yet.");
  public static final Wording KEPT_AT = new Wording("存于 {0}", "kept {0}");
  public static final Wording FROM = new Wording("来源：{0}", "from: {0}");
  public static final Wording WEAK =
      new Wording(
          "截图的分量比原件低：请保留手机里的原始记录。",
          "A screenshot weighs less than an original: keep the record on the phone.");
  public static final Wording WAITING = new Wording("正在记入公开日志", "Being entered in the public log");
  public static final Wording UNDATED =
      new Wording(
          "公开日志第 {0} 条；时间待定：还没有时间机构答复",
          "Entry {0} of the public log; time pending: no authority has answered yet");
  public static final Wording DATED =
      new Wording(
          "公开日志第 {0} 条；最迟 {1} 已经在，{2} 给的时间",
          "Entry {0} of the public log; there by {1}, a time given by {2}");
  public static final Wording TAKE = new Wording("取回", "Download");
  public static final Wording ADD_T = new Wording("存一份材料", "Keep an item");
  public static final Wording FILE = new Wording("文件", "File");
  public static final Wording FILE_D =
      new Wording(
          "能拿到原件就存原件：银行或钱包下载的电子凭证、账单、聊天导出、录音。没有才用截图。",
          "Originals where you can get them: vouchers, bills, chat exports, recordings. Screenshots"
              + " only if there is nothing else.");
  public static final Wording KIND = new Wording("这是什么", "What it is");
  public static final Wording NAME = new Wording("名称", "Name");
  public static final Wording SOURCE = new Wording("谁给的", "Who gave it");
  public static final Wording SOURCE_D =
      new Wording("比如：我自己从银行 App 下载；对方微信发来", "For example: I downloaded it from my bank");
  public static final Wording DEVICE = new Wording("哪台设备", "Which device");
  public static final Wording APP = new Wording("哪个软件", "Which app");
  public static final Wording HOW = new Wording("怎么来的", "How");
  public static final Wording HOW_D =
      new Wording("比如：导出、下载、截屏、录音", "For example: exported, downloaded, recorded");
  public static final Wording KEEP = new Wording("存下", "Keep it");
  public static final Wording OUT_T = new Wording("打成一包交出去", "One file to hand out");
  public static final Wording OUT_D =
      new Wording(
          "里面有编号的清单、原件、证明和核对办法。收的人不靠我们也能核对。",
          "A numbered list, the originals, proofs, and how to check them without us.");
  public static final Wording FOR = new Wording("交给谁", "For whom");
  public static final Wording COURT = new Wording("法院", "Court");
  public static final Wording POLICE = new Wording("警方", "Police");
  public static final Wording INSURER = new Wording("保险公司", "Insurer");
  public static final Wording PLATFORM = new Wording("平台客服", "Customer service");
  public static final Wording HIDE = new Wording("要隐去的项", "Items to leave out");
  public static final Wording HIDE_D =
      new Wording(
          "勾上的只留证明，不给内容；证明仍然有效。",
          "Of these only the proof goes out, not the content; the proof still stands.");
  public static final Wording MAKE = new Wording("下载证据包", "Download the bundle");

  private EvidenceWords() {}
}
