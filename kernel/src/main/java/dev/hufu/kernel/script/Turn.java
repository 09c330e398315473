package dev.hufu.kernel.script;

import java.util.Optional;

/**
 * One turn of a chat.
 *
 * @param side who speaks, seen from the person who asks
 * @param name the name as it stood in the chat, if any; personal
 * @param time the time as it stood in the chat, if any
 * @param text what was said; personal
 * @param span where {@code text} stands in the chat as given
 */
public record Turn(
    Side side, Optional<String> name, Optional<String> time, String text, Span span) {

  /** Who speaks. */
  public enum Side {
    /** The other side, who asks for money. */
    OTHER,
    /** The person who asks us. */
    SELF,
    /** Cannot be told; treated as the other side. */
    UNSURE
  }

  @Override
  public String toString() {
    return "Turn[" + side + ", " + span + ", " + text.length() + " chars]";
  }
}
