package dev.hufu.app.web;

import java.util.Locale;
import java.util.Optional;

/** The ground a person chose; nobody having chosen, the system decides. */
public enum Theme {
  LIGHT,
  DARK;

  /** As written in {@code <html data-theme>}, in cookies and in links: {@code dark}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Theme> of(String id) {
    return switch (id) {
      case "light" -> Optional.of(LIGHT);
      case "dark" -> Optional.of(DARK);
      default -> Optional.empty();
    };
  }
}
