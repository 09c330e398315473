package dev.hufu.language.fold;

import dev.hufu.kernel.script.Span;
import java.util.Arrays;

/**
 * A text in one spelling, with the way back: each folded UTF-16 unit stands for a stretch of the
 * text as it was given.
 *
 * <p>Example: "Ｖ 信" folds to "微信", and {@code span(0, 2)} is 0..3 of the original. The stretches
 * never run backwards, so the span of a run of folded units covers just what they stand for.
 */
public final class FoldedText {

  private final String text;
  private final int[] starts;
  private final int[] ends;

  FoldedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public char charAt(int index) {
    return text.charAt(index);
  }

  /** Where the original of folded unit {@code index} begins. */
  int start(int index) {
    return starts[index];
  }

  /** Where the original of folded unit {@code index} ends, exclusive. */
  int end(int index) {
    return ends[index];
  }

  /**
   * The stretch of the original that the folded units {@code from} (inclusive) to {@code to}
   * (exclusive) stand for. The run must not be empty.
   */
  public Span span(int from, int to) {
    if (from < 0 || to <= from || to > text.length()) {
      throw new IllegalArgumentException(
          "not a run of folded text: " + from + ".." + to + " of " + text.length());
    }
    return new Span(starts[from], ends[to - 1]);
  }

  /** Collects folded units with their origins. */
  static final class Builder {
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    Builder(int capacity) {
      int room = Math.max(16, capacity);
      chars = new char[room];
      starts = new int[room];
      ends = new int[room];
    }

    void add(char folded, int start, int end) {
      if (length == chars.length) {
        int room = length * 2;
        chars = Arrays.copyOf(chars, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
      }
      chars[length] = folded;
      starts[length] = start;
      ends[length] = end;
      length++;
    }

    void add(String folded, int start, int end) {
      for (int i = 0; i < folded.length(); i++) {
        add(folded.charAt(i), start, end);
      }
    }

    int length() {
      return length;
    }

    char charAt(int index) {
      return chars[index];
    }

    int start(int index) {
      return starts[index];
    }

    int end(int index) {
      return ends[index];
    }

    FoldedText build() {
      return new FoldedText(
          new String(chars, 0, length), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }
  }
}
