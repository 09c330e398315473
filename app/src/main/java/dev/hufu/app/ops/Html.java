package dev.hufu.app.ops;

/** Escaping for the few pages that must work before or without the templates. */
public final class Html {

  private Html() {}

  /** Safe as text and inside a double-quoted attribute: {@code a<b} becomes {@code a&lt;b}. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
