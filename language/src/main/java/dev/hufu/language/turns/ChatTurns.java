package dev.hufu.language.turns;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.script.Span;
import dev.hufu.kernel.script.Turn;
import dev.hufu.kernel.script.Turn.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a pasted chat into turns, from the shapes in which chats are pasted:
 *
 * <ul>
 *   <li>"张三 21:03" or "2026/11/21 20:01 张三", what is said on the lines below;
 *   <li>"张三：…", "[张三]: …", what is said on the same line;
 *   <li>"[21/11/2026, 20:01:13] Ann: …", "21/11/2026, 20:01 - Ann: …";
 *   <li>merged forwards with "————— 2026-11-21 —————" between days;
 *   <li>lines without names, each a turn of a side that cannot be told.
 * </ul>
 *
 * <p>我, 本人, Me and You are the person who asks; every other name is the other side. "名字：" counts as
 * a name only if it is one of these words, or comes twice, or if at least half of the lines begin
 * so; else it is taken for something said. Any text can be cut; linear in its length.
 */
public final class ChatTurns {

  private static final Set<String> SELF =
      Set.of("我", "我自己", "本人", "自己", "我方", "me", "myself", "you", "self", "i");
  private static final Set<String> OTHER = Set.of("对方", "他", "她", "them", "other", "ta");

  private ChatTurns() {}

  /**
   * Cuts a chat that is within the limits.
   *
   * @return the turns, or {@link Code#TEXT_EMPTY} or {@link Code#TEXT_TOO_LONG}
   */
  public static Outcome<CutChat> cutWithinLimits(String chat) {
    if (chat.isBlank()) {
      return Outcome.refused(Code.TEXT_EMPTY, "");
    }
    if (chat.length() > Limits.CHAT_CHARS_MAX) {
      return Outcome.refused(Code.TEXT_TOO_LONG, Integer.toString(chat.length()));
    }
    CutChat cut = cut(chat);
    return cut.turns().size() > Limits.CHAT_TURNS_MAX
        ? Outcome.refused(Code.TEXT_TOO_LONG, Integer.toString(chat.length()))
        : Outcome.of(cut);
  }

  /** Cuts any text. */
  public static CutChat cut(String chat) {
    List<Line> lines = lines(chat);
    Set<String> names = namesBeforeColons(lines);
    Cutter cutter = new Cutter(chat);
    for (Line line : lines) {
      LineHeader header = line.sure();
      LineHeader likely = line.likely();
      if (header == null && likely != null && names.contains(key(likely))) {
        header = likely;
      }
      cutter.line(line, header);
    }
    return cutter.finish();
  }

  /** A line that is not blank, without white space around it. */
  private record Line(int start, int end, @Nullable LineHeader sure, @Nullable LineHeader likely) {}

  private static List<Line> lines(String chat) {
    List<Line> lines = new ArrayList<>();
    int at = 0;
    while (at < chat.length()) {
      int end = at;
      while (end < chat.length() && !isLineEnd(chat.charAt(end))) {
        end++;
      }
      int from = at;
      int to = end;
      while (from < to && isBlank(chat.charAt(from))) {
        from++;
      }
      while (to > from && isBlank(chat.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        String text = chat.substring(from, to);
        LineHeader sure = LineHeader.sure(text);
        lines.add(new Line(from, to, sure, sure == null ? LineHeader.likely(text) : null));
      }
      at = end + 1;
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static Set<String> namesBeforeColons(List<Line> lines) {
    Map<String, Integer> counts = new HashMap<>();
    int likely = 0;
    int open = 0;
    for (Line line : lines) {
      LineHeader header = line.likely();
      open += line.sure() == null ? 1 : 0;
      if (header != null) {
        counts.merge(key(header), 1, Integer::sum);
        likely++;
      }
    }
    boolean mostly = 2 * likely >= open;
    counts
        .entrySet()
        .removeIf(
            name ->
                !mostly
                    && name.getValue() < 2
                    && !SELF.contains(name.getKey())
                    && !OTHER.contains(name.getKey()));
    return Set.copyOf(counts.keySet());
  }

  private static String key(LineHeader header) {
    return header.name().orElse("").toLowerCase(Locale.ROOT);
  }

  private static Side side(Optional<String> name) {
    return name.map(n -> SELF.contains(n.toLowerCase(Locale.ROOT)) ? Side.SELF : Side.OTHER)
        .orElse(Side.UNSURE);
  }

  /** Puts lines together into turns. */
  private static final class Cutter {
    private final String chat;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Span> headers = new ArrayList<>();
    private @Nullable LineHeader speaker;
    private int from = -1;
    private int to = -1;

    Cutter(String chat) {
      this.chat = chat;
    }

    void line(Line line, @Nullable LineHeader header) {
      int said = line.start();
      if (header != null) {
        close();
        headers.add(new Span(line.start(), line.start() + header.length()));
        said = line.start() + header.length();
        if (header.opensTurn()) {
          speaker = header;
        }
      } else if (speaker == null) {
        close();
      }
      while (said < line.end() && isBlank(chat.charAt(said))) {
        said++;
      }
      if (said < line.end()) {
        from = from < 0 ? said : from;
        to = line.end();
      }
    }

    private void close() {
      if (from >= 0) {
        Optional<LineHeader> header = Optional.ofNullable(speaker);
        Optional<String> name = header.flatMap(LineHeader::name);
        turns.add(
            new Turn(
                side(name),
                name,
                header.flatMap(LineHeader::time),
                chat.substring(from, to),
                new Span(from, to)));
      }
      from = -1;
      to = -1;
    }

    CutChat finish() {
      close();
      return new CutChat(turns, headers);
    }
  }
}
