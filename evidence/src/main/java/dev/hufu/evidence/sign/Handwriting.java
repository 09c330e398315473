package dev.hufu.evidence.sign;

import dev.hufu.kernel.limit.Limits;
import java.util.List;

/**
 * A name drawn with a finger, as lines; it goes into the seal as a picture and proves nothing by
 * itself.
 *
 * <p>Example: {@code new Handwriting(List.of(List.of(new Point(0, 0), new Point(1000, 1000))))}. No
 * image travels, so none has to be decoded.
 *
 * @param strokes each the points one touch of the finger went through
 */
public record Handwriting(List<List<Point>> strokes) {

  /** The far edge of the field that was drawn in, both ways. */
  public static final int EDGE = 1_000;

  /** A place in the field: 0, 0 is its upper left corner, 1000, 1000 its lower right one. */
  public record Point(int x, int y) {
    public Point {
      if (x < 0 || x > EDGE || y < 0 || y > EDGE) {
        throw new IllegalArgumentException("outside 0 to 1000: " + x + " " + y);
      }
    }
  }

  public Handwriting {
    strokes = strokes.stream().map(List::copyOf).toList();
    int points = strokes.stream().mapToInt(List::size).sum();
    if (points > Limits.HANDWRITING_POINTS_MAX) {
      throw new IllegalArgumentException(
          points + " points, at most " + Limits.HANDWRITING_POINTS_MAX);
    }
  }
}
