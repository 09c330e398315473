package dev.hufu.app.web;

import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs besides its own view: language, mode, theme, the form token, and which
 * rules are in force.
 *
 * <p>Example, in a template: {@code ${page.say(HomeWords.LEAD)}}.
 *
 * @param elder large letters and targets (CN-AX-01)
 * @param theme as chosen, or empty to follow the system
 * @param csrf the token every form carries
 * @param rules what the foot of the page names
 */
public record Page(Lang lang, boolean elder, Optional<Theme> theme, Csrf csrf, Rules rules) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** A form token and the name it is posted under. */
  public record Csrf(String parameter, String token) {

    /** The token is a secret of the session. */
    @Override
    public String toString() {
      return "Csrf[" + parameter + "]";
    }
  }

  /**
   * The rules in force.
   *
   * @param pack id and version: {@code cn/request 2026.11.21}
   * @param asOf shown as 规则截至
   * @param zone whose clock the pages show
   */
  public record Rules(String pack, LocalDate asOf, ZoneId zone) {}

  public String say(Wording wording) {
    return wording.in(lang);
  }

  /** The wording with {@code {0}}, {@code {1}} … filled in. */
  public String say(Wording wording, Object... values) {
    String sentence = wording.in(lang);
    for (int i = 0; i < values.length; i++) {
      sentence = sentence.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return sentence;
  }

  /**
   * The wording cut after its punctuation, so that a large line breaks between phrases and never
   * inside a word. English breaks at spaces anyway and stays whole.
   */
  public List<String> phrases(Wording wording) {
    String sentence = wording.in(lang);
    if (lang == Lang.EN) {
      return List.of(sentence);
    }
    List<String> phrases = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < sentence.length(); i++) {
      boolean pause = "，。；：？！".indexOf(sentence.charAt(i)) >= 0;
      boolean closes = i + 1 < sentence.length() && "」）”".indexOf(sentence.charAt(i + 1)) >= 0;
      if (pause && !closes || i == sentence.length() - 1) {
        phrases.add(sentence.substring(from, i + 1));
        from = i + 1;
      }
    }
    return phrases;
  }

  public boolean english() {
    return lang == Lang.EN;
  }

  /** For {@code <html data-mode>}; null leaves the attribute out. */
  public @Nullable String modeName() {
    return elder ? "elder" : null;
  }

  /** For {@code <html data-theme>}; null leaves the attribute out. */
  public @Nullable String themeName() {
    return theme.map(Theme::id).orElse(null);
  }

  /** A moment on the pack's clock: {@code 2026-11-21 14:35}. */
  public String minute(Instant at) {
    return MINUTE.format(at.atZone(rules.zone()));
  }

  /** A length of time in its two largest units: 1 天 3 小时, 24 分钟. */
  public String length(Duration length) {
    long minutes = Math.max(1, (length.toSeconds() + 59) / 60);
    long days = minutes / 1440;
    long hours = minutes % 1440 / 60;
    long rest = minutes % 60;
    List<String> parts = new ArrayList<>();
    if (days > 0) {
      parts.add(days + (english() ? " d" : " 天"));
    }
    if (hours > 0) {
      parts.add(hours + (english() ? " h" : " 小时"));
    }
    if (rest > 0 && days == 0) {
      parts.add(rest + (english() ? " min" : " 分钟"));
    }
    return String.join(" ", parts);
  }

  public Page withElder() {
    return new Page(lang, true, theme, csrf, rules);
  }
}
