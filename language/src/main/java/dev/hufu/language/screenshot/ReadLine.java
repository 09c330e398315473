package dev.hufu.language.screenshot;

/**
 * One line of writing in a picture, in pixels from the upper left corner; right and bottom are
 * exclusive.
 *
 * @param confidence 0..1, mean over the characters
 */
public record ReadLine(String text, double confidence, int left, int top, int right, int bottom) {

  int height() {
    return bottom - top;
  }

  int middle() {
    return (top + bottom) / 2;
  }

  ReadLine down(int pixels) {
    return new ReadLine(text, confidence, left, top + pixels, right, bottom + pixels);
  }

  @Override
  public String toString() {
    return "ReadLine[" + text.length() + " chars, " + left + "," + top + "]";
  }
}
