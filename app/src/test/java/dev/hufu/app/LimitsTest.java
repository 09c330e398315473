package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Goal: docs/reference/limits.md says what {@link Limits} says. Method: names and sentences from
 * the source, values from the class; the page is written anew and compared; with {@code
 * -Dhufu.update=true} it is replaced.
 */
class LimitsTest {

  private static final Pattern LIMIT =
      Pattern.compile(
          "(?:/\\*\\*(?<doc>(?:(?!\\*/).)*)\\*/\\s*)?public static final \\w+ (?<name>[A-Z_]+) =",
          Pattern.DOTALL);

  private static final String HEAD =
      """
      # Limits

      Every limit of the system, as `dev.hufu.kernel.limit.Limits` has it. What comes in beyond
      one is refused with a [code](codes.md). This page is compared with the class in every
      build (`LimitsTest`; `-Dhufu.update=true` writes it anew).

      | limit | value | |
      |---|---|---|
      """;

  @Test
  void thePageOfLimitsIsTheClass() throws IOException, ReflectiveOperationException {
    Path page = SourceTree.root().resolve("docs/reference/limits.md");
    if (Boolean.getBoolean("hufu.update")) {
      Files.writeString(page, written());
    }
    assertThat(Files.readString(page)).isEqualTo(written());
  }

  private static String written() throws IOException, ReflectiveOperationException {
    Path source =
        SourceTree.root().resolve("kernel/src/main/java/dev/hufu/kernel/limit/Limits.java");
    Matcher limit = LIMIT.matcher(Files.readString(source));
    StringBuilder page = new StringBuilder(HEAD);
    int rows = 0;
    while (limit.find()) {
      String name = limit.group("name");
      String value = shown(Limits.class.getField(name).get(null));
      page.append("| `%s` | %s | %s |\n".formatted(name, value, sentence(limit.group("doc"))));
      rows++;
    }
    assertThat(rows).isEqualTo(Limits.class.getFields().length);
    return page.toString();
  }

  private static String sentence(@org.jspecify.annotations.Nullable String doc) {
    return doc == null
        ? ""
        : doc.replaceAll("\\s*\\n\\s*\\*\\s*", " ").replaceAll("\\{@code ([^}]+)}", "`$1`").strip();
  }

  private static String shown(Object value) {
    if (value instanceof Duration length) {
      return length.toHours() >= 48 && length.toHours() % 24 == 0
          ? length.toDays() + " d"
          : length.toMinutes() >= 120
              ? length.toHours() + " h"
              : length.toMinutes() >= 2 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }
    return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
  }
}
