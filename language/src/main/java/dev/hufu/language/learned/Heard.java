package dev.hufu.language.learned;

import dev.hufu.kernel.script.Span;
import dev.hufu.kernel.script.Turn;
import dev.hufu.language.turns.ChatTurns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the other side said, of a text that may be a chat or a call: what the person asked says ("is
 * this a scam?") must not tell for or against the one who asks.
 *
 * <p>Example: of "left: 您涉嫌洗钱\nright: 你是骗子吧" it is "您涉嫌洗钱". A text without speakers, or in which
 * nobody but the person speaks, is kept whole.
 */
final class Heard {

  /** How transcripts of calls name the one who was called. */
  private static final Set<String> CALLED =
      Set.of("right", "callee", "receiver", "victim", "被叫", "接听人", "接听方", "受害人", "用户");

  private final String text;
  private final List<Piece> pieces;

  /** Where a stretch of the text lies in the text as given. */
  private record Piece(int at, int given) {}

  private Heard(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  static Heard of(String given) {
    Heard whole = new Heard(given, List.of(new Piece(0, 0)));
    if (given.indexOf('\n') < 0) {
      return whole;
    }
    List<Turn> turns = ChatTurns.cut(given).turns();
    if (turns.stream().noneMatch(Heard::isOwn)) {
      return whole;
    }
    StringBuilder said = new StringBuilder();
    List<Piece> pieces = new ArrayList<>();
    for (Turn turn : turns) {
      if (!isOwn(turn)) {
        pieces.add(new Piece(said.length(), turn.span().start()));
        said.append(turn.text()).append('\n');
      }
    }
    return pieces.isEmpty() ? whole : new Heard(said.toString(), pieces);
  }

  private static boolean isOwn(Turn turn) {
    return turn.side() == Turn.Side.SELF
        || turn.name().map(name -> CALLED.contains(name.toLowerCase(Locale.ROOT))).orElse(false);
  }

  String text() {
    return text;
  }

  /** Where a stretch of {@link #text} stands in the text as given, cut at the end of its turn. */
  Span given(Span span) {
    Piece piece = pieces.getFirst();
    int end = span.end();
    for (Piece next : pieces) {
      if (next.at() <= span.start()) {
        piece = next;
      } else {
        end = Math.min(end, next.at() - 1);
      }
    }
    int shift = piece.given() - piece.at();
    return new Span(span.start() + shift, end + shift);
  }
}
