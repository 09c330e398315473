package dev.hufu.kernel.script;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Reads a pasted chat: who said what, which facts it shows, which cues and scripts.
 *
 * <p>Implementations are immutable, thread-safe and pure. Cues count only in turns of the other
 * side (or of a side that cannot be told); spans are positions in the chat as given.
 */
@FunctionalInterface
public interface ChatReader {

  /**
   * @param chat as pasted, within {@link dev.hufu.kernel.limit.Limits#CHAT_CHARS_MAX}
   * @param at the moment relative dates ("明天") are counted from
   * @param zone whose calendar days count
   */
  Reading read(String chat, Instant at, ZoneId zone);
}
