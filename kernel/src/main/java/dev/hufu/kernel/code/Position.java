package dev.hufu.kernel.code;

/**
 * A place in a text file, printed as {@code rules.yaml:12:7}.
 *
 * @param file the path as the reader knows it
 * @param line first line is 1
 * @param column first column is 1, counted in UTF-16 units
 */
public record Position(String file, int line, int column) {

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line and column start at 1: " + line + ":" + column);
    }
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
