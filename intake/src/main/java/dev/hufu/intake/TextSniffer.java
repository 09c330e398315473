package dev.hufu.intake;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text from bytes or from a form: UTF-8 (with or without mark), UTF-16 with mark, else GB18030 as
 * older Chinese programs save it.
 *
 * <p>Refuses with {@link Code#TEXT_EMPTY}, {@link Code#TEXT_TOO_LONG} (beyond {@link
 * Limits#CHAT_CHARS_MAX} UTF-16 units) or {@link Code#TEXT_NOT_TEXT}.
 */
public final class TextSniffer {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** More odd characters than one in this many, and it is not text. */
  private static final int ODD_SHARE = 50;

  private TextSniffer() {}

  /** Text of a file. */
  public static Outcome<String> decode(byte[] bytes) {
    return decode(bytes, Limits.CHAT_CHARS_MAX);
  }

  /** Text of a file that may be that long. */
  public static Outcome<String> decode(byte[] bytes, int charsMax) {
    if (bytes.length > Limits.UPLOAD_BYTES_MAX) {
      return Outcome.refused(Code.TEXT_TOO_LONG, Integer.toString(bytes.length));
    }
    if (ImageKind.find(bytes).isPresent()) {
      return Outcome.refused(Code.TEXT_NOT_TEXT, "");
    }
    return characters(bytes)
        .map(text -> check(text, charsMax))
        .orElseGet(() -> Outcome.refused(Code.TEXT_NOT_TEXT, ""));
  }

  /** Text of a form. */
  public static Outcome<String> check(String text) {
    return check(text, Limits.CHAT_CHARS_MAX);
  }

  private static Outcome<String> check(String text, int charsMax) {
    if (text.isBlank()) {
      return Outcome.refused(Code.TEXT_EMPTY, "");
    }
    if (text.length() > charsMax) {
      return Outcome.refused(Code.TEXT_TOO_LONG, Integer.toString(text.length()));
    }
    return isText(text) ? Outcome.of(text) : Outcome.refused(Code.TEXT_NOT_TEXT, "");
  }

  private static Optional<String> characters(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return strictly(StandardCharsets.UTF_8, bytes, 3);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return strictly(StandardCharsets.UTF_16LE, bytes, 2);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return strictly(StandardCharsets.UTF_16BE, bytes, 2);
    }
    return strictly(StandardCharsets.UTF_8, bytes, 0).or(() -> strictly(GB18030, bytes, 0));
  }

  private static Optional<String> strictly(Charset charset, byte[] bytes, int from) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException notThis) {
      return Optional.empty();
    }
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** No NUL, and hardly any character that people do not write. */
  private static boolean isText(String text) {
    int odd = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == 0) {
        return false;
      }
      odd +=
          switch (Character.getType(c)) {
            case Character.CONTROL -> Character.isWhitespace(c) || c == 0x85 ? 0 : 1;
            case Character.UNASSIGNED, Character.SURROGATE, Character.PRIVATE_USE -> 1;
            default -> c == 0xFFFD ? 1 : 0;
          };
    }
    return (long) odd * ODD_SHARE <= text.length();
  }
}
