package dev.hufu.app.identity;

import dev.hufu.kernel.text.Lang;

/**
 * Draws the page behind a sign-in link. The web room offers a bean of this type; without one a
 * plain page is used. The page must post {@code k} and the CSRF field to {@code /enter}: opening
 * the link alone signs nobody in, because messengers and virus scanners open links too.
 */
public interface EnterPages {

  /** A whole HTML page with one button, without inline script or style. */
  String draw(EnterPage page);

  /**
   * What the page must carry.
   *
   * @param secret the value of the hidden field {@code k}
   * @param csrfName name of the hidden field against forged posts
   * @param csrfToken its value
   * @param lang language of the page
   */
  record EnterPage(String secret, String csrfName, String csrfToken, Lang lang) {
    @Override
    public String toString() {
      return "EnterPage[lang=" + lang + "]";
    }
  }
}
