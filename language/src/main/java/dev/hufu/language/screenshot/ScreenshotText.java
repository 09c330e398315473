package dev.hufu.language.screenshot;

import dev.hufu.kernel.script.Turn.Side;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What screenshots say, bubble by bubble.
 *
 * @param confidence 0..1, mean over all characters; below about 0.8 the text wants a close look
 */
public record ScreenshotText(List<Bubble> bubbles, double confidence) {

  /** One bubble, its lines joined; personal. */
  public record Bubble(Side side, String text) {
    @Override
    public String toString() {
      return "Bubble[" + side + ", " + text.length() + " chars]";
    }
  }

  public ScreenshotText {
    bubbles = List.copyOf(bubbles);
  }

  /** The chat to be shown and corrected: {@code 对方：在吗？}, {@code 我：怎么了}, one bubble a line. */
  public String chat() {
    return bubbles.stream()
        .map(bubble -> (bubble.side() == Side.SELF ? "我：" : "对方：") + bubble.text())
        .collect(Collectors.joining("\n"));
  }
}
