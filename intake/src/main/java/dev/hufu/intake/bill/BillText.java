package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text in whatever encoding it came: UTF-8, UTF-16 with mark, GB18030. Bytes that
 * fit none cost their line, not the file.
 *
 * @param lines without their ends
 * @param broken numbers, from 1, of lines that hold bytes that are no text
 * @param cut whether the last line has no end
 */
record BillText(List<String> lines, Set<Integer> broken, boolean cut) {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Words every header has, in each tongue. */
  private static final List<String> SURE =
      List.of("交易", "金额", "收/支", "日期", "余额", "Transaction", "transaction", "Amount", "amount");

  /** The same words after UTF-8 was taken for GBK, or for Latin-1, and saved again. */
  private static final List<String> GARBLED = List.of("浜ゆ槗", "閲戦", "æ¶ˆ", "äº¤æ", "é‡‘é¢");

  /** Bytes at the start of which it is decided what they are. */
  private static final int HEAD_BYTES = 64 * 1024;

  static Outcome<BillText> of(byte[] bytes) {
    Optional<Charset> marked = marked(bytes);
    if (marked.isPresent()) {
      int skip = marked.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
      return lines(bytes, skip, marked.get());
    }
    Charset charset =
        strictly(StandardCharsets.UTF_8, bytes) != null ? StandardCharsets.UTF_8 : likely(bytes);
    return lines(bytes, 0, charset);
  }

  private static Optional<Charset> marked(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return starts(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** With a broken byte somewhere: the encoding in which the words of a header are found. */
  private static Charset likely(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD_BYTES);
    String utf8 = new String(bytes, 0, length, StandardCharsets.UTF_8);
    String gb = new String(bytes, 0, length, GB18030);
    return sure(utf8) > sure(gb) ? StandardCharsets.UTF_8 : GB18030;
  }

  private static long sure(String text) {
    return SURE.stream().filter(text::contains).count();
  }

  private static Outcome<BillText> lines(byte[] bytes, int skip, Charset charset) {
    byte[] rest = skip == 0 ? bytes : Arrays.copyOfRange(bytes, skip, bytes.length);
    String whole = strictly(charset, rest);
    Set<Integer> broken = new HashSet<>();
    String text = whole != null ? whole : mended(rest, charset, broken);
    if (text.indexOf('\0') >= 0) {
      return Outcome.refused(Code.BILL_ENCODING, "NUL");
    }
    String head = text.substring(0, Math.min(text.length(), HEAD_BYTES));
    if (sure(head) == 0) {
      for (String garbled : GARBLED) {
        if (head.contains(garbled)) {
          return Outcome.refused(Code.BILL_ENCODING, garbled + "…");
        }
      }
    }
    List<String> lines = new ArrayList<>();
    boolean ended = split(text, lines);
    return Outcome.of(new BillText(lines, broken, !ended));
  }

  /** Line by line where the charset allows it, so that one bad byte costs one line. */
  private static String mended(byte[] bytes, Charset charset, Set<Integer> broken) {
    if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
      broken.add(1);
      return new String(bytes, charset);
    }
    StringBuilder text = new StringBuilder(bytes.length);
    int line = 1;
    for (int from = 0; from < bytes.length; line++) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      to = Math.min(to + 1, bytes.length);
      byte[] part = Arrays.copyOfRange(bytes, from, to);
      String strict = strictly(charset, part);
      if (strict == null) {
        broken.add(line);
      }
      text.append(strict == null ? new String(part, charset) : strict);
      from = to;
    }
    return text.toString();
  }

  private static boolean split(String text, List<String> lines) {
    int from = 0;
    int length = text.length();
    // The line end of old Macs, where no other stands.
    char ending = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0 ? '\r' : '\n';
    while (from < length) {
      int newline = text.indexOf(ending, from);
      int end = newline < 0 ? length : newline;
      int to = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
      lines.add(text.substring(from, to));
      if (newline < 0) {
        return false;
      }
      from = newline + 1;
    }
    return true;
  }

  private static @Nullable String strictly(Charset charset, byte[] bytes) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notThis) {
      return null;
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
}
