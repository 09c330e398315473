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
import java.util.stream.IntStream;
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

  /**
   * The same words after UTF-8 was taken for GBK or Latin-1, or GBK for Latin-1, and saved again.
   */
  private static final List<String> GARBLED =
      List.of("浜ゆ槗", "閲戦", "æ¶ˆ", "äº¤æ", "é‡‘é¢", "½»Ò×", "½ð¶î", "���");

  /** Bytes at the start of which it is decided what they are. */
  private static final int HEAD_BYTES = 64 * 1024;

  /** Bytes that one core decodes in one go. */
  private static final int PART_BYTES = 1024 * 1024;

  /** Lines of a stretch of bytes, and the text they were cut from. */
  private record Part(String text, List<String> lines, boolean ended) {}

  static Outcome<BillText> of(byte[] bytes) {
    Optional<Charset> marked = marked(bytes);
    if (marked.isPresent()) {
      int skip = marked.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
      return lines(Arrays.copyOfRange(bytes, skip, bytes.length), marked.get());
    }
    Optional<List<Part>> utf8 = parts(bytes, StandardCharsets.UTF_8);
    return utf8.isPresent() ? whole(utf8.get(), Set.of()) : lines(bytes, likely(bytes));
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

  private static Outcome<BillText> lines(byte[] bytes, Charset charset) {
    Optional<List<Part>> parts = parts(bytes, charset);
    if (parts.isPresent()) {
      return whole(parts.get(), Set.of());
    }
    Set<Integer> broken = new HashSet<>();
    return whole(List.of(part(mended(bytes, charset, broken))), broken);
  }

  private static Outcome<BillText> whole(List<Part> parts, Set<Integer> broken) {
    if (parts.stream().anyMatch(part -> part.text.indexOf('\0') >= 0)) {
      return Outcome.refused(Code.BILL_ENCODING, "NUL");
    }
    String first = parts.getFirst().text;
    String head = first.substring(0, Math.min(first.length(), HEAD_BYTES));
    if (sure(head) == 0) {
      for (String garbled : GARBLED) {
        if (head.contains(garbled)) {
          return Outcome.refused(Code.BILL_ENCODING, garbled + "…");
        }
      }
    }
    List<String> lines = new ArrayList<>();
    parts.forEach(part -> lines.addAll(part.lines));
    return Outcome.of(new BillText(lines, broken, !parts.getLast().ended));
  }

  /**
   * The text in parts that end with a line, each decoded by whichever core is free; nothing if not
   * all of it is in that encoding.
   */
  private static Optional<List<Part>> parts(byte[] bytes, Charset charset) {
    boolean wide =
        charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    List<Integer> ends = new ArrayList<>();
    for (int from = 0; from < bytes.length || ends.isEmpty(); from = ends.getLast()) {
      int to = wide ? bytes.length : (int) Math.min(bytes.length, (long) from + PART_BYTES);
      while (to < bytes.length && bytes[to - 1] != '\n') {
        to++;
      }
      ends.add(to);
    }
    if (ends.size() == 1) {
      return Optional.ofNullable(strictly(charset, bytes, 0, bytes.length))
          .map(text -> List.of(part(text)));
    }
    List<Optional<Part>> parts =
        IntStream.range(0, ends.size())
            .parallel()
            .mapToObj(
                nth -> {
                  int from = nth == 0 ? 0 : ends.get(nth - 1);
                  return Optional.ofNullable(strictly(charset, bytes, from, ends.get(nth)))
                      .map(text -> part(text, '\n'));
                })
            .toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
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
      String strict = strictly(charset, bytes, from, to);
      if (strict == null) {
        broken.add(line);
      }
      text.append(strict == null ? new String(bytes, from, to - from, charset) : strict);
      from = to;
    }
    return text.toString();
  }

  /** The line end of old Macs, where no other stands. */
  private static Part part(String text) {
    return part(text, text.indexOf('\n') < 0 && text.indexOf('\r') >= 0 ? '\r' : '\n');
  }

  private static Part part(String text, char ending) {
    List<String> lines = new ArrayList<>();
    int length = text.length();
    for (int from = 0; from < length; ) {
      int newline = text.indexOf(ending, from);
      int end = newline < 0 ? length : newline;
      int to = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
      lines.add(text.substring(from, to));
      if (newline < 0) {
        return new Part(text, lines, false);
      }
      from = newline + 1;
    }
    return new Part(text, lines, true);
  }

  private static @Nullable String strictly(Charset charset, byte[] bytes, int from, int to) {
    String lenient = new String(bytes, from, to - from, charset);
    if (lenient.indexOf('\ufffd') < 0) {
      return lenient;
    }
    // What was replaced may have been written so; the slow way tells.
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from))
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
