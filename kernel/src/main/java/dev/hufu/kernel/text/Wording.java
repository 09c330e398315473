package dev.hufu.kernel.text;

import java.util.function.UnaryOperator;

/**
 * One sentence in both languages of the product.
 *
 * <p>Example: {@code new Wording("先别转", "Don't send it yet").in(Lang.EN)}.
 *
 * @param zh Chinese, never blank
 * @param en English, never blank
 */
public record Wording(String zh, String en) {

  public Wording {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("wording needs both languages: zh=" + zh + " en=" + en);
    }
  }

  public String in(Lang lang) {
    return switch (lang) {
      case ZH -> zh;
      case EN -> en;
    };
  }

  /** The same sentence after {@code edit} has been applied to each language. */
  public Wording map(UnaryOperator<String> edit) {
    return new Wording(edit.apply(zh), edit.apply(en));
  }
}
