package dev.hufu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Goal: text of every usual encoding is read, and nothing else is. */
class TextSnifferTest {

  private static final String CHAT = "在吗？遇到点急事儿，能借我1000块吗\r\n明天就还你😀";

  @Test
  void readsEveryUsualEncoding() {
    assertThat(TextSniffer.decode(CHAT.getBytes(StandardCharsets.UTF_8)).orThrow()).isEqualTo(CHAT);
    assertThat(TextSniffer.decode(("\uFEFF" + CHAT).getBytes(StandardCharsets.UTF_8)).orThrow())
        .isEqualTo(CHAT);
    assertThat(TextSniffer.decode(CHAT.getBytes(Charset.forName("GB18030"))).orThrow())
        .isEqualTo(CHAT);
    assertThat(TextSniffer.decode(("\uFEFF" + CHAT).getBytes(StandardCharsets.UTF_16LE)).orThrow())
        .isEqualTo(CHAT);
    assertThat(TextSniffer.decode(CHAT.getBytes(StandardCharsets.UTF_16)).orThrow())
        .isEqualTo(CHAT);
  }

  @Test
  void refusesWhatIsNoText() {
    byte[] noise = new byte[5000];
    new Random(3).nextBytes(noise);
    assertThat(code(noise)).hasValue(Code.TEXT_NOT_TEXT);
    assertThat(code(new byte[] {'a', 0, 'b'})).hasValue(Code.TEXT_NOT_TEXT);
    assertThat(code(ImageSnifferTest.picture("png", 60, 40))).hasValue(Code.TEXT_NOT_TEXT);
    assertThat(code(ImageSnifferTest.picture("jpeg", 60, 40))).hasValue(Code.TEXT_NOT_TEXT);
  }

  @Test
  void refusesNothingAndTooMuch() {
    assertThat(code(new byte[0])).hasValue(Code.TEXT_EMPTY);
    assertThat(code(" \r\n\t".getBytes(StandardCharsets.UTF_8))).hasValue(Code.TEXT_EMPTY);
    String atLimit = "急".repeat(Limits.CHAT_CHARS_MAX);
    assertThat(TextSniffer.check(atLimit).findValue()).isPresent();
    assertThat(TextSniffer.check(atLimit + "急").findRefusal())
        .hasValue(Refusal.of(Code.TEXT_TOO_LONG, "200001"));
    assertThat(code(new byte[Limits.UPLOAD_BYTES_MAX + 1])).hasValue(Code.TEXT_TOO_LONG);
  }

  private static Optional<Code> code(byte[] bytes) {
    return TextSniffer.decode(bytes).findRefusal().map(Refusal::code);
  }
}
