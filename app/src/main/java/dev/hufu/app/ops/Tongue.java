package dev.hufu.app.ops;

import dev.hufu.kernel.text.Lang;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language a reply is written in: {@code ?lang=en}, else the cookie {@code lang}, else the
 * first language of the browser that the product speaks, else Chinese.
 *
 * <p>Example: {@code Tongue.of(request)} is {@link Lang#EN} for {@code Accept-Language: fr,
 * en;q=.8}.
 */
public final class Tongue {

  /** Name of the query parameter and of the cookie. */
  public static final String NAME = "lang";

  private Tongue() {}

  public static Lang of(HttpServletRequest request) {
    return fromQuery(request.getQueryString())
        .or(() -> fromCookie(request))
        .orElseGet(() -> fromBrowser(request));
  }

  /** {@code zh}, {@code zh-CN}, {@code en}, {@code en-GB} …; empty for anything else. */
  public static Optional<Lang> parse(String tag) {
    return switch (Locale.forLanguageTag(tag.replace('_', '-')).getLanguage()) {
      case "zh" -> Optional.of(Lang.ZH);
      case "en" -> Optional.of(Lang.EN);
      default -> Optional.empty();
    };
  }

  // Read by hand: getParameter would parse the body of an upload before its size was looked at.
  private static Optional<Lang> fromQuery(@Nullable String query) {
    if (query == null) {
      return Optional.empty();
    }
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith(NAME + "="))
        .findFirst()
        .flatMap(pair -> parse(pair.substring(NAME.length() + 1)));
  }

  private static Optional<Lang> fromCookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .findFirst()
            .flatMap(cookie -> parse(cookie.getValue()));
  }

  private static Lang fromBrowser(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Lang.ZH;
    }
    return Collections.list(request.getLocales()).stream()
        .map(locale -> parse(locale.toLanguageTag()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Lang.ZH);
  }
}
