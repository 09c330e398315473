package dev.hufu.app.ops;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Lang;
import java.util.List;
import java.util.Optional;

/**
 * Draws the page a person sees when something was refused or went wrong. The web room offers a bean
 * of this type; without one a plain page is used.
 */
public interface ErrorPages {

  /** A whole HTML page, UTF-8, without inline script or style. */
  String draw(ErrorPage page);

  /**
   * What the page must say.
   *
   * @param status HTTP status, 400–599
   * @param refusal the code and the sentence
   * @param lang language of the page
   * @param reference what to quote when asking for help; only for faults of ours
   * @param kept the form that can be sent again with one press; only for {@code FORM_STALE}
   */
  record ErrorPage(
      int status,
      Refusal refusal,
      Lang lang,
      Optional<String> reference,
      Optional<KeptForm> kept) {}

  /**
   * A form that came too late, with everything that was typed into it.
   *
   * @param action the path it was sent to
   * @param multipart whether it had room for files (the files themselves cannot be kept)
   * @param fields what was typed, in the order it was sent; contains a fresh CSRF token already
   */
  record KeptForm(String action, boolean multipart, List<Field> fields) {}

  /** One field of a form; masked in {@code toString}, it may hold a chat. */
  record Field(String name, String value) {
    @Override
    public String toString() {
      return "Field[name=" + name + ", value=" + value.length() + " chars]";
    }
  }
}
