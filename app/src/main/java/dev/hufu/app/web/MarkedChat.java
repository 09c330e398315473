package dev.hufu.app.web;

import dev.hufu.kernel.script.CueHit;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Span;
import dev.hufu.kernel.script.Turn;
import dev.hufu.kernel.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A chat cut into pieces, those marked that sound like a script, with what each of them does to the
 * reader. Only turns with marks and their neighbours are kept, so a chat of years stays a page.
 *
 * @param left how many turns are not shown
 */
public record MarkedChat(List<MarkedTurn> turns, int left) {

  private static final int TURNS_SHOWN_MAX = 40;

  /** A stretch of a turn. */
  public record Piece(String text, boolean marked) {}

  /** A turn in pieces; {@code whys} say what the marked ones do. */
  public record MarkedTurn(
      Turn.Side side, Optional<String> name, List<Piece> pieces, List<Wording> whys) {
    public MarkedTurn {
      pieces = List.copyOf(pieces);
      whys = List.copyOf(whys);
    }
  }

  public MarkedChat {
    turns = List.copyOf(turns);
  }

  /** Marks the cues of {@code detection}, whose spans are positions in {@code chat}. */
  static MarkedChat of(
      String chat, List<Turn> turns, Detection detection, Map<String, Wording> moves) {
    List<MarkedTurn> all = new ArrayList<>();
    Set<Integer> shown = new TreeSet<>();
    for (int i = 0; i < turns.size(); i++) {
      MarkedTurn marked = mark(chat, turns.get(i), detection, moves);
      all.add(marked);
      if (marked.pieces().stream().anyMatch(Piece::marked)) {
        for (int near = Math.max(0, i - 1); near <= Math.min(turns.size() - 1, i + 1); near++) {
          shown.add(near);
        }
      }
    }
    List<MarkedTurn> kept = shown.stream().limit(TURNS_SHOWN_MAX).map(all::get).toList();
    return new MarkedChat(kept, turns.size() - kept.size());
  }

  private static MarkedTurn mark(
      String chat, Turn turn, Detection detection, Map<String, Wording> moves) {
    TreeSet<Span> spans = new TreeSet<>();
    LinkedHashSet<Wording> whys = new LinkedHashSet<>();
    for (CueHit hit : detection.cues()) {
      int from = Math.max(hit.span().start(), turn.span().start());
      int to = Math.min(hit.span().end(), Math.min(turn.span().end(), chat.length()));
      if (from < to) {
        spans.add(new Span(from, to));
        Optional.ofNullable(moves.get(hit.cue())).ifPresent(whys::add);
      }
    }
    List<Piece> pieces = new ArrayList<>();
    int at = turn.span().start();
    int end = Math.min(turn.span().end(), chat.length());
    for (Span span : spans) {
      if (span.end() <= at) {
        continue;
      }
      int from = Math.max(at, span.start());
      if (from > at) {
        pieces.add(new Piece(chat.substring(at, from), false));
      }
      pieces.add(new Piece(chat.substring(from, span.end()), true));
      at = span.end();
    }
    if (at < end) {
      pieces.add(new Piece(chat.substring(at, end), false));
    }
    return new MarkedTurn(turn.side(), turn.name(), pieces, List.copyOf(whys));
  }
}
