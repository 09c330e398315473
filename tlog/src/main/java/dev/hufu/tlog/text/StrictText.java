package dev.hufu.tlog.text;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text of lines as signed notes demand: valid UTF-8, no control character below U+0020 but the
 * newline, and not longer than a limit.
 *
 * <p>Errors: {@link Reason#TOO_LARGE}, {@link Reason#NOT_UTF8}, {@link Reason#CONTROL_CHARACTER}.
 * Source: C2SP signed-note, section Format.
 */
public final class StrictText {

  private StrictText() {}

  public static Checked<String> decode(byte[] bytes, int bytesMax, String where) {
    if (bytes.length > bytesMax) {
      return Checked.flawed(Reason.TOO_LARGE, where);
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return Checked.flawed(Reason.NOT_UTF8, where);
    }
    return clean(text) ? Checked.sound(text) : Checked.flawed(Reason.CONTROL_CHARACTER, where);
  }

  /** Whether a text has no control character but the newline and can be written as UTF-8. */
  public static boolean clean(String text) {
    return text.codePoints().allMatch(c -> (c >= ' ' || c == '\n') && (c < 0xD800 || c > 0xDFFF));
  }
}
