package dev.hufu.app.web;

import dev.hufu.kernel.text.Lang;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * How a person wants to read: kept in three cookies that carry nothing about them, so the server
 * writes the right page at once, without script and without a flash.
 *
 * @param elder empty while nobody chose
 */
record Preferences(Lang lang, Optional<Boolean> elder, Optional<Theme> theme) {

  static final String LANG = "lang";
  static final String MODE = "mode";
  static final String THEME = "theme";

  private static final Duration LIFE = Duration.ofDays(365);

  static Preferences of(HttpServletRequest request) {
    Lang lang = cookie(request, LANG).filter("en"::equals).isPresent() ? Lang.EN : Lang.ZH;
    Optional<Boolean> elder = cookie(request, MODE).map("elder"::equals);
    return new Preferences(lang, elder, cookie(request, THEME).flatMap(Theme::of));
  }

  /** Whether a link may set {@code name} to {@code value}; anything else is left alone. */
  static boolean known(String name, String value) {
    return switch (name) {
      case LANG -> value.equals("zh") || value.equals("en");
      case MODE -> value.equals("elder") || value.equals("plain");
      case THEME -> value.equals("light") || value.equals("dark") || value.equals("system");
      default -> false;
    };
  }

  static ResponseCookie written(String name, String value, boolean secure) {
    return ResponseCookie.from(name, value)
        .path("/")
        .maxAge(LIFE)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .build();
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) {
        return Optional.of(cookie.getValue()).filter(value -> known(name, value));
      }
    }
    return Optional.empty();
  }
}
