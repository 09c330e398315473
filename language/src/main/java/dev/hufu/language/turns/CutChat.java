package dev.hufu.language.turns;

import dev.hufu.kernel.script.Span;
import dev.hufu.kernel.script.Turn;
import java.util.List;

/**
 * A chat cut up.
 *
 * @param turns what was said, in order
 * @param headers names, times and rules between; in order, apart from all turns
 */
public record CutChat(List<Turn> turns, List<Span> headers) {

  public CutChat {
    turns = List.copyOf(turns);
    headers = List.copyOf(headers);
  }
}
