package dev.hufu.intake.bill;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Goes through bytes of XML that are as plain as programs write it: UTF-8, nothing but elements,
 * attributes between double quotation marks, text without references. Every question is answered
 * with no where something is not plain; then the XML parser has to read it.
 */
final class PlainBytes {

  private final byte[] bytes;
  private final int end;
  private int at;
  private int nameFrom;
  private int nameTo;
  private int valueFrom;
  private int valueTo;

  PlainBytes(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  boolean ended() {
    return at == end;
  }

  void skipBlanks() {
    while (at < end && blank(bytes[at])) {
      at++;
    }
  }

  private static boolean blank(byte c) {
    return c == ' ' || c == '\n' || c == '\t';
  }

  /** Goes behind these letters, if they stand here. */
  boolean take(byte[] word) {
    if (at + word.length > end) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    at += word.length;
    return true;
  }

  /** Goes behind the next attribute, if one stands here. */
  boolean takeAttribute() {
    skipBlanks();
    nameFrom = at;
    while (at < end && nameLetter(bytes[at])) {
      at++;
    }
    nameTo = at;
    if (nameTo == nameFrom || at + 1 >= end || bytes[at] != '=' || bytes[at + 1] != '"') {
      at = nameFrom;
      return false;
    }
    valueFrom = at + 2;
    int mark = valueFrom;
    while (mark < end && bytes[mark] != '"') {
      if (bytes[mark] == '<' || bytes[mark] == '&' || bytes[mark] < ' ') {
        at = nameFrom;
        return false;
      }
      mark++;
    }
    valueTo = mark;
    at = Math.min(end, mark + 1);
    return mark < end;
  }

  private static boolean nameLetter(byte c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ':';
  }

  /** Whether the attribute has a name of this one letter. */
  boolean named(char letter) {
    return nameTo - nameFrom == 1 && bytes[nameFrom] == letter;
  }

  /** The value of the attribute as a number; less than 0 where it is none. */
  int number() {
    return number(valueFrom, valueTo);
  }

  private int number(int from, int to) {
    if (to == from || to - from > 9) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      number = 10 * number + (bytes[i] - '0');
    }
    return number;
  }

  /**
   * The column in the value of the attribute, {@code AB12}, from 0; less than 0 where it is none.
   */
  int column() {
    int column = 0;
    int i = valueFrom;
    while (i < valueTo && i - valueFrom < 4 && bytes[i] >= 'A' && bytes[i] <= 'Z') {
      column = 26 * column + (bytes[i] - 'A' + 1);
      i++;
    }
    return number(i, valueTo) < 0 ? -1 : column - 1;
  }

  /** The value of the attribute. */
  String value() {
    return new String(bytes, valueFrom, valueTo - valueFrom, StandardCharsets.ISO_8859_1);
  }

  /** Goes to the next element, over digits alone; less than 0 where something else stands here. */
  int takeNumber() {
    int from = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    int number = number(from, at);
    if (number < 0) {
      at = from;
    }
    return number;
  }

  /** Goes to the next element over the text before it; null where it is not plain. */
  @Nullable String takeText() {
    int from = at;
    boolean wide = false;
    int to = from;
    while (to < end && bytes[to] != '<') {
      byte c = bytes[to++];
      if (c == '&' || c >= 0 && c < ' ' && c != '\t' && c != '\n') {
        return null;
      }
      wide |= c < 0;
    }
    if (to == end) {
      return null;
    }
    at = to;
    String text =
        new String(
            bytes, from, to - from, wide ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    // Broken bytes, or a sign that XML does not have: the parser tells.
    return wide && (text.indexOf('\ufffd') >= 0 || text.indexOf('\uffff') >= 0) ? null : text;
  }
}
