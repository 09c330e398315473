package dev.hufu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.intake.NdjsonTexts.Broken;
import dev.hufu.intake.NdjsonTexts.Row;
import dev.hufu.intake.NdjsonTexts.Text;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: one bad line costs one line. */
class NdjsonTextsTest {

  @Test
  void readsLinesAndTellsBrokenOnes() {
    String file =
        """
        {"id":"a","text":"在吗"}

        {"id":7,"more":{"x":[1,2]},"text":"two"}
        {"id":"c","text":"cut
        not json
        {"id":"e"}
        {"text":"f"}
        ["g"]
        {"id":"h","text":"x"} {}
        {"id":"i","id":"i","text":"x"}
        {"id":"z","text":"last"}\
        """;
    assertThat(read(file).stream().map(NdjsonTextsTest::shown))
        .containsExactly(
            "1 a 在吗",
            "3 7 two",
            "4 broken c",
            "5 broken -",
            "6 broken e",
            "7 broken -",
            "8 broken -",
            "9 broken h",
            "10 broken i",
            "11 z last");
  }

  @Test
  void tellsThePlace() {
    Row row = read("{\"id\":\"a\",\"text\":nope}").get(0);
    assertThat(row)
        .isInstanceOfSatisfying(
            Broken.class,
            broken ->
                assertThat(broken.refusal().position().map(Object::toString).orElse(""))
                    .startsWith("in.ndjson:1:1")
                    .isNotEqualTo("in.ndjson:1:1"));
  }

  @Test
  void oneLineOfBadBytesIsOneBrokenLine() {
    byte[] good = "{\"id\":\"a\",\"text\":\"x\"}\n".getBytes(StandardCharsets.UTF_8);
    byte[] file = new byte[good.length * 2 + 3];
    System.arraycopy(good, 0, file, 0, good.length);
    file[good.length] = (byte) 0xFF;
    file[good.length + 1] = (byte) 0xFE;
    file[good.length + 2] = '\n';
    System.arraycopy(good, 0, file, good.length + 3, good.length);
    assertThat(read(file).stream().map(NdjsonTextsTest::shown))
        .containsExactly("1 a x", "2 broken -", "3 a x");
  }

  @Test
  void keepsTheLimitsOfALineAndOfAText() {
    String frame = "{\"id\":\"a\",\"text\":\"x\",\"pad\":\"\"}";
    int room = Limits.NDJSON_LINE_CHARS_MAX - frame.length();
    String atLimit = frame.replace("\"\"}", "\"" + "急".repeat(room) + "\"}");
    String beyond = frame.replace("\"\"}", "\"" + "急".repeat(room + 1) + "\"}");
    String wild = "急".repeat(Limits.NDJSON_LINE_CHARS_MAX * 4);
    assertThat(
            read(atLimit + "\n" + beyond + "\n" + wild + "\n" + frame).stream().map(r -> shown(r)))
        .containsExactly("1 a x", "2 broken -", "3 broken -", "4 a x");
    String text = "急".repeat(Limits.SCREEN_TEXT_CHARS_MAX);
    assertThat(read("{\"id\":\"a\",\"text\":\"" + text + "\"}").get(0)).isInstanceOf(Text.class);
    assertThat(read("{\"id\":\"a\",\"text\":\"" + text + "急\"}").get(0)).isInstanceOf(Broken.class);
  }

  @Test
  void readsWindowsLineEndsAndAMark() {
    assertThat(read("\uFEFF{\"id\":\"a\",\"text\":\"x\"}\r\n\r\n").stream().map(r -> shown(r)))
        .containsExactly("1 a x");
  }

  private static String shown(Row row) {
    return switch (row) {
      case Text(int line, String id, String text) -> line + " " + id + " " + text;
      case Broken(int line, Optional<String> id, var refusal) -> line + " broken " + id.orElse("-");
    };
  }

  private static List<Row> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  static List<Row> read(byte[] file) {
    List<Row> rows = new ArrayList<>();
    try (var texts = new NdjsonTexts("in.ndjson", new ByteArrayInputStream(file))) {
      for (Optional<Row> row = texts.next(); row.isPresent(); row = texts.next()) {
        rows.add(row.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
