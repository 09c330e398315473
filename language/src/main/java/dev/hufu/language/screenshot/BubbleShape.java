package dev.hufu.language.screenshot;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The patch of one colour in which a line of writing stands.
 *
 * @param left first pixel of the patch on the line's height
 * @param right last pixel of the patch on the line's height
 * @param colour as RGB
 */
record BubbleShape(int left, int right, int colour) {

  /** White bubbles on light grey differ by 18 of 255; noise of a JPEG stays below this. */
  private static final int SAME_COLOUR = 9;

  /** The patch around a line, or nothing if it reaches an edge of the picture: no bubble then. */
  static Optional<BubbleShape> around(ReadLine line, BufferedImage image) {
    int y = clamp(line.middle(), image.getHeight());
    int gap = Math.max(3, line.height() / 8);
    int start = clamp(line.left() - gap, image.getWidth());
    int colour = image.getRGB(start, y);
    int left = start;
    while (left > 0 && isSame(image.getRGB(left - 1, y), colour)) {
      left--;
    }
    int right = clamp(line.right() + gap, image.getWidth());
    if (!isSame(image.getRGB(right, y), colour)) {
      return Optional.empty();
    }
    while (right < image.getWidth() - 1 && isSame(image.getRGB(right + 1, y), colour)) {
      right++;
    }
    return left == 0 || right == image.getWidth() - 1
        ? Optional.empty()
        : Optional.of(new BubbleShape(left, right, colour));
  }

  /** Whether two lines, the first above the second, stand in one patch. */
  static boolean isOne(ReadLine above, ReadLine below, int colour, BufferedImage image) {
    int gap = Math.max(3, above.height() / 8);
    int x = clamp(Math.min(above.left(), below.left()) - gap, image.getWidth());
    for (int y = above.middle(); y < below.middle(); y++) {
      if (!isSame(image.getRGB(x, clamp(y, image.getHeight())), colour)) {
        return false;
      }
    }
    return true;
  }

  /** Green bubbles are one's own in the messenger most screenshots come from. */
  boolean isGreen() {
    int red = colour >> 16 & 0xFF;
    int green = colour >> 8 & 0xFF;
    int blue = colour & 0xFF;
    return green > red + 24 && green > blue + 24;
  }

  /** Whether it stands nearer to the right edge, where one's own words stand. */
  boolean isRight(int width) {
    return left > width - 1 - right;
  }

  private static boolean isSame(int rgb, int other) {
    return Math.abs((rgb >> 16 & 0xFF) - (other >> 16 & 0xFF)) <= SAME_COLOUR
        && Math.abs((rgb >> 8 & 0xFF) - (other >> 8 & 0xFF)) <= SAME_COLOUR
        && Math.abs((rgb & 0xFF) - (other & 0xFF)) <= SAME_COLOUR;
  }

  private static int clamp(int value, int size) {
    return Math.max(0, Math.min(size - 1, value));
  }
}
