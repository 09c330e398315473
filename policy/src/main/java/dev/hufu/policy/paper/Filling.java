package dev.hufu.policy.paper;

import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values in the place of placeholders; one that is not known stays a line to write on.
 *
 * <p>Example: {@code new Filling(Map.of("me.name", name)).fill(sentence)} for a sentence with
 * <code>{me.name}</code> in it. A value is never read for placeholders again.
 *
 * @param labels what stands in place of a line, such as {@code 你的姓名}
 */
public record Filling(Map<String, Wording> values, Map<String, Wording> labels) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z.]+)\\}");
  private static final String LINE = "＿＿＿＿";

  public Filling {
    values = Map.copyOf(values);
    labels = Map.copyOf(labels);
  }

  /** Without labels: every place that is not known is a line. */
  public Filling(Map<String, Wording> values) {
    this(values, Map.of());
  }

  /** The sentence in both languages. */
  public Wording fill(Wording text) {
    return new Wording(plain(text.zh(), Lang.ZH), plain(text.en(), Lang.EN));
  }

  private String plain(String text, Lang lang) {
    StringBuilder out = new StringBuilder();
    spans(text, lang).forEach(span -> out.append(span.text()));
    return out.toString();
  }

  private String label(String name, Lang lang) {
    Wording label = labels.get(name);
    return label == null ? LINE : label.in(lang);
  }

  /** The sentence in runs, so that what was filled in can be told from the form. */
  public List<Span> spans(String text, Lang lang) {
    List<Span> spans = new ArrayList<>();
    Matcher placeholder = PLACEHOLDER.matcher(text);
    int done = 0;
    while (placeholder.find()) {
      if (placeholder.start() > done) {
        spans.add(new Span(Span.Kind.TEXT, text.substring(done, placeholder.start())));
      }
      Wording value = values.get(placeholder.group(1));
      spans.add(
          value == null
              ? new Span(Span.Kind.BLANK, label(placeholder.group(1), lang))
              : new Span(Span.Kind.FILLED, value.in(lang)));
      done = placeholder.end();
    }
    if (done < text.length()) {
      spans.add(new Span(Span.Kind.TEXT, text.substring(done)));
    }
    return spans;
  }
}
