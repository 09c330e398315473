package dev.hufu.tlog.note;

import dev.hufu.tlog.TlogLimits;
import dev.hufu.tlog.text.StrictText;
import java.nio.charset.StandardCharsets;

/**
 * The rule for names of keys: not empty, no Unicode space, no plus, no control character, at most
 * 255 bytes (what an ML-DSA-44 cosignature can say).
 *
 * <p>Example: {@code log.example/2026} is one, {@code my log} is not. Source: C2SP signed-note.
 */
public final class KeyName {

  private KeyName() {}

  public static boolean valid(String name) {
    return !name.isEmpty()
        && StrictText.clean(name)
        && name.getBytes(StandardCharsets.UTF_8).length <= TlogLimits.KEY_NAME_BYTES_MAX
        && name.codePoints().noneMatch(c -> c == '+' || space(c));
  }

  private static boolean space(int c) {
    return Character.isSpaceChar(c) || Character.isWhitespace(c) || c == 0x85;
  }
}
