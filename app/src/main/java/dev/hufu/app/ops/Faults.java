package dev.hufu.app.ops;

/** How a fault is written to the log: where it happened, never what it was about. */
final class Faults {

  private static final int FRAMES_MAX = 12;
  private static final int CAUSES_MAX = 5;

  private Faults() {}

  /**
   * Types and places of the chain of causes. Messages are left out on purpose: a database message
   * quotes the row, a parser message quotes the text, and both may be someone's chat.
   */
  static String describe(Throwable fault) {
    StringBuilder lines = new StringBuilder(512);
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++, cause = cause.getCause()) {
      lines.append(depth == 0 ? "" : "\n  caused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES_MAX, frames.length); i++) {
        lines.append("\n    at ").append(frames[i]);
      }
    }
    return lines.toString();
  }
}
