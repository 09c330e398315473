package dev.hufu.app.request;

import dev.hufu.kernel.code.Outcome;
import java.util.List;

/**
 * Reads screenshots of a chat into text that the person can correct before it counts.
 *
 * <p>Example: two pictures give {@code "对方：在吗？\n我：在"}: the left bubbles are the other side.
 */
@FunctionalInterface
public interface ShotDesk {

  /**
   * @param images the files as uploaded, in the order of the chat; hostile bytes
   * @return the chat as text in a shape that {@link RequestDesk#read} understands, or why not
   */
  Outcome<String> read(List<byte[]> images);
}
