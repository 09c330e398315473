package dev.hufu.app.history;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table for a terminal, aligned by the width of the letters: a Chinese one takes two columns. */
public final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();
  private final int words;

  /**
   * @param words so many columns from the left hold words and lean left; the rest are numbers
   */
  public TextTable(int words) {
    this.words = words;
  }

  public TextTable row(Object... cells) {
    rows.add(java.util.Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  public void print(PrintStream out) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String space = " ".repeat(widths[column] - width(cell));
        line.append(column < words ? cell + space : space + cell).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }

  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  /** Han, kana, and full-width forms and punctuation. */
  private static int width(int letter) {
    boolean wide =
        letter >= 0x1100
            && (Character.isIdeographic(letter)
                || letter >= 0x3000 && letter <= 0x303F
                || letter >= 0xFF00 && letter <= 0xFF60
                || letter >= 0x3040 && letter <= 0x30FF);
    return wide ? 2 : 1;
  }
}
