package dev.hufu.kernel.script;

/**
 * A stretch of a text, half open, in UTF-16 units of the text as it was given.
 *
 * <p>Example: {@code new Span(3, 6)} of "能不能借1000块" is "借10".
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
