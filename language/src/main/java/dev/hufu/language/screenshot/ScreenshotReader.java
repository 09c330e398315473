package dev.hufu.language.screenshot;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.script.Turn.Side;
import dev.hufu.language.fold.Folding;
import dev.hufu.language.screenshot.ScreenshotText.Bubble;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads screenshots of a chat, in the order given, into turns.
 *
 * <p>A line stands in a bubble if a patch of one colour around it ends before both edges of the
 * picture. Green bubbles, and bubbles nearer to the right edge, are one's own. Where a picture has
 * bubbles, what stands outside them (title bar, times, names) is left out; where it has none, lines
 * that begin in the right half are one's own, and times are left out. Bubbles that end one picture
 * and begin the next are taken once.
 *
 * <p>Example: {@code new ScreenshotReader(RapidLineReader.shared()).read(images)}.
 */
public final class ScreenshotReader {

  private static final Pattern TIME_ALONE =
      Pattern.compile(
          "(?:\\d{4}年)?(?:\\d{1,2}月\\d{1,2}日)?\\s*(?:昨天|前天|今天|星期.|周.|[A-Z][a-z]+day)?\\s*"
              + "(?:凌晨|早上|上午|中午|下午|晚上)?\\s*\\d{1,2}[:：]\\d{2}(?:\\s?[AP]M)?");

  private static final int REPEATED_CHARS_MIN = 6;

  private final LineReader lines;

  public ScreenshotReader(LineReader lines) {
    this.lines = lines;
  }

  /**
   * Reads pictures that were decoded within the limits.
   *
   * @return the text, or {@link Code#IMAGE_NO_TEXT} if no words were found in any of them
   */
  public Outcome<ScreenshotText> read(List<BufferedImage> images) {
    List<Bubble> bubbles = new ArrayList<>();
    double weighed = 0;
    int chars = 0;
    for (BufferedImage image : images) {
      List<ReadLine> found =
          lines.read(image).stream()
              .filter(line -> !line.text().isBlank())
              .sorted(Comparator.comparingInt(ReadLine::middle).thenComparing(ReadLine::left))
              .toList();
      for (ReadLine line : found) {
        weighed += line.confidence() * line.text().length();
        chars += line.text().length();
      }
      append(bubbles, bubbles(found, image));
    }
    return bubbles.isEmpty()
        ? Outcome.refused(Code.IMAGE_NO_TEXT, "")
        : Outcome.of(new ScreenshotText(bubbles, Math.min(1, weighed / chars)));
  }

  /** A line with the bubble around it. */
  private record Placed(ReadLine line, BubbleShape shape) {}

  private static List<Bubble> bubbles(List<ReadLine> found, BufferedImage image) {
    List<Placed> placed = new ArrayList<>();
    for (ReadLine line : found) {
      BubbleShape.around(line, image).ifPresent(shape -> placed.add(new Placed(line, shape)));
    }
    if (placed.isEmpty()) {
      return found.stream()
          .filter(line -> !TIME_ALONE.matcher(line.text().strip()).matches())
          .map(
              line ->
                  new Bubble(
                      2 * line.left() > image.getWidth() ? Side.SELF : Side.OTHER,
                      line.text().strip()))
          .toList();
    }
    List<Bubble> bubbles = new ArrayList<>();
    Optional<Placed> last = Optional.empty();
    for (Placed next : placed) {
      boolean joined = last.filter(l -> isSameBubble(l, next, image)).isPresent();
      if (joined) {
        Bubble open = bubbles.removeLast();
        bubbles.add(new Bubble(open.side(), join(open.text(), next.line().text().strip())));
      } else {
        boolean own = next.shape().isGreen() || next.shape().isRight(image.getWidth());
        bubbles.add(new Bubble(own ? Side.SELF : Side.OTHER, next.line().text().strip()));
      }
      last = Optional.of(next);
    }
    return bubbles;
  }

  private static boolean isSameBubble(Placed above, Placed below, BufferedImage image) {
    return BubbleShape.isOne(above.line(), below.line(), above.shape().colour(), image);
  }

  /** Chinese lines are joined as they are, words of other scripts with a space. */
  private static String join(String above, String below) {
    boolean apart =
        Character.isLetterOrDigit(above.charAt(above.length() - 1))
            && Character.isLetterOrDigit(below.charAt(0))
            && !Folding.isHan(above.charAt(above.length() - 1))
            && !Folding.isHan(below.charAt(0));
    return apart ? above + " " + below : above + below;
  }

  /** Adds the bubbles of the next picture without those that the pictures share. */
  private static void append(List<Bubble> all, List<Bubble> next) {
    int shared = Math.min(all.size(), next.size());
    while (shared > 0 && !isShared(all, next, shared)) {
      shared--;
    }
    all.addAll(next.subList(shared, next.size()));
  }

  /** One short bubble alike (好的) may well have been said twice; two alike, or a long one, not. */
  private static boolean isShared(List<Bubble> all, List<Bubble> next, int count) {
    List<Bubble> end = all.subList(all.size() - count, all.size());
    return end.equals(next.subList(0, count))
        && (count > 1 || end.get(0).text().length() >= REPEATED_CHARS_MIN);
  }
}
