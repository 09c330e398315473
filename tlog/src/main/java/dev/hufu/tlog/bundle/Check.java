package dev.hufu.tlog.bundle;

/**
 * What is checked of a bundle, in this order, each with the exit code that says it failed. Codes
 * may be added, never changed: scripts ask for them.
 *
 * <p>Example: {@code Check.COMMITMENT.exitCode()} is 15. The page for people is {@code
 * docs/reference/evidence-bundle.md}.
 */
public enum Check {
  /** A zip that can be read: within the limits, no strange names, nothing hidden. */
  ARCHIVE(10, "压缩包", "archive"),
  /** BagIt 1.0: its declaration and manifests are in their form. */
  BAG(11, "包的格式", "bag"),
  /** No file is missing, none is there that no manifest names. */
  FILES(12, "文件齐全", "files"),
  /** Every file has the digest of its line. */
  DIGEST(13, "文件指纹", "digest"),
  /** The index of items is in its form, and each item has its parts. */
  ITEMS(14, "清单", "items"),
  /** SHA-256 of salt and payload is what the entry says. */
  COMMITMENT(15, "承诺值", "commitment"),
  /** The original is the file that the payload speaks of. */
  ORIGINAL(16, "原件", "original"),
  /** The entry is in its form, and is the one the index names. */
  LEAF(17, "日志条目", "entry"),
  /** The entry is in the tree of the checkpoint. */
  PROOF(18, "包含证明", "inclusion"),
  /** The checkpoint is signed by the log: Ed25519 and ML-DSA-44. */
  SIGNATURE(19, "签出点签名", "checkpoint signature"),
  /** As many witnesses cosigned as the policy asks for. */
  WITNESS(20, "见证", "witnesses"),
  /** A timestamp is of this checkpoint. */
  TIME(21, "时间戳", "timestamp"),
  /** An item whose entry had no place in the log when the bundle was made. */
  UNPROVEN(22, "还没有证明", "no proof yet");

  private final int exitCode;
  private final String zh;
  private final String en;

  Check(int exitCode, String zh, String en) {
    this.exitCode = exitCode;
    this.zh = zh;
    this.en = en;
  }

  public int exitCode() {
    return exitCode;
  }

  public String name(boolean english) {
    return english ? en : zh;
  }
}
