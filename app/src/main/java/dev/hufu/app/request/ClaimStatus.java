package dev.hufu.app.request;

import dev.hufu.kernel.text.Wording;

/** The status of a seed document's claim in words, for the page and for {@code pack claims}. */
public final class ClaimStatus {

  private ClaimStatus() {}

  public static Wording words(String status) {
    return switch (status) {
      case "claim" -> new Wording("说法，当可换的默认值用", "a claim, used as a replaceable default");
      case "wrong" -> new Wording("不对", "wrong");
      case "outdated" -> new Wording("过时", "outdated");
      case "half" -> new Wording("对一半", "half right");
      case "law-differs" -> new Wording("法律写的不一样", "the law says otherwise");
      case "unsourced" -> new Wording("没有出处，不用", "no source, not used");
      case "ok" -> new Wording("有印证", "corroborated");
      default -> new Wording(status, status);
    };
  }
}
