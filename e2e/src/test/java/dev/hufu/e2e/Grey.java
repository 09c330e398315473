package dev.hufu.e2e;

import java.awt.image.BufferedImage;

/** Two pictures as a photocopier sees them. */
final class Grey {

  private Grey() {}

  /** Mean difference of lightness over the common area, 0 (the same) to 1 (black on white). */
  static double distance(BufferedImage one, BufferedImage other) {
    int width = Math.min(one.getWidth(), other.getWidth());
    int height = Math.min(one.getHeight(), other.getHeight());
    double sum = 0;
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        sum += Math.abs(lightness(one.getRGB(x, y)) - lightness(other.getRGB(x, y)));
      }
    }
    return sum / ((double) width * height);
  }

  private static double lightness(int rgb) {
    int red = rgb >> 16 & 255;
    int green = rgb >> 8 & 255;
    int blue = rgb & 255;
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  }
}
