package dev.hufu.policy.paper;

/**
 * A run of text in a paragraph.
 *
 * @param text as it is read; of a {@link Kind#BLANK} the line to write on
 */
public record Span(Kind kind, String text) {

  /** Where the text comes from. */
  public enum Kind {
    /** The form's own words. */
    TEXT,
    /** Filled in from the matter. */
    FILLED,
    /** Not known: a line to be written on. */
    BLANK
  }
}
