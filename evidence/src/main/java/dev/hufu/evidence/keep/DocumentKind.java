package dev.hufu.evidence.keep;

import dev.hufu.kernel.text.Wording;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a kept file is, which decides how the log names it and how strong it is.
 *
 * <p>Example: {@code DocumentKind.find("voucher")}. A screenshot ranks below an original: it can be
 * made up, and a court asks for what it shows. Source: 民事诉讼证据规定 15, 93; 在线诉讼规则 18.
 */
public enum DocumentKind {
  IOU_DRAWN(
      "iou-drawn", "iou-drawn", "借条（待签）", "IOU, not signed yet", "待签文本（原件）", "unsigned original"),
  IOU_SIGNED("iou-signed", "iou-signed", "借条（签过）", "signed IOU", "签名文书（原件）", "signed original"),
  DEMAND("demand", "demand-sent", "催款函（发出的）", "demand letter, as sent", "发出的文本（原件）", "as sent"),
  VOUCHER("voucher", "capture", "转账凭证", "transfer voucher", "电子凭证（原件）", "original"),
  BILL("bill", "capture", "账单文件", "bill file", "电子账单（原件）", "original"),
  CHAT("chat", "capture", "聊天导出文件", "chat export", "聊天导出（原件）", "original"),
  RECORDING("recording", "capture", "录音录像", "recording", "录音录像（原件）", "original"),
  RECEIPT("receipt", "capture", "报警回执", "police receipt", "回执（原件）", "original"),
  SCREENSHOT(
      "screenshot",
      "capture",
      "截图",
      "screenshot",
      "截图（证明力低于原件，请保留原始载体）",
      "screenshot (weaker than an original: keep the device)"),
  OTHER("other", "capture", "其他材料", "other", "其他（原件）", "other original");

  private final String id;
  private final String leafKind;
  private final Wording name;
  private final Wording form;

  DocumentKind(String id, String leafKind, String zh, String en, String formZh, String formEn) {
    this.id = id;
    this.leafKind = leafKind;
    this.name = new Wording(zh, en);
    this.form = new Wording(formZh, formEn);
  }

  public static Optional<DocumentKind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  public String id() {
    return id;
  }

  /** The kind of the log's entry: {@code capture}, {@code iou-signed}. */
  public String leafKind() {
    return leafKind;
  }

  public Wording wording() {
    return name;
  }

  /** The column "form" of an evidence list, which says so where something is no original. */
  public Wording form() {
    return form;
  }

  public boolean captured() {
    return leafKind.equals("capture");
  }
}
