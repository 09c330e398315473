package dev.hufu.kernel.text;

/** The languages of the product. Chinese comes first; English is complete. */
public enum Lang {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Lang(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag for {@code <html lang>}. */
  public String tag() {
    return tag;
  }
}
