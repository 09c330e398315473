package dev.hufu.kernel.decision;

import dev.hufu.kernel.text.Wording;

/**
 * Red: stop. Amber: wait, one thing is missing. Green: may go on. Unknown: the pack cannot judge.
 */
public enum Verdict {
  RED("红", "Red", "停", "stop"),
  AMBER("黄", "Amber", "等", "wait"),
  GREEN("绿", "Green", "可", "go on"),
  UNKNOWN("灰", "Grey", "看不出", "can't tell");

  private final Wording colour;
  private final Wording shape;

  Verdict(String zhColour, String enColour, String zhShape, String enShape) {
    colour = new Wording(zhColour, enColour);
    shape = new Wording(zhShape, enShape);
  }

  public Wording colour() {
    return colour;
  }

  /** The word inside the mark; with the shape it tells the verdict without colour. */
  public Wording shape() {
    return shape;
  }

  /** The name packs and JSON use: {@code red}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
