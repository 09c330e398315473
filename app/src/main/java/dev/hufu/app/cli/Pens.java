package dev.hufu.app.cli;

import dev.hufu.kernel.decision.Verdict;
import picocli.CommandLine.Help.Ansi;

/** Colour on a terminal, plain text elsewhere; every coloured word also says it in words. */
final class Pens {

  private Pens() {}

  static String verdict(Verdict verdict, String text) {
    String style =
        switch (verdict) {
          case RED -> "bold,fg(white),bg(red)";
          case AMBER -> "bold,fg(black),bg(yellow)";
          case GREEN -> "bold,fg(green)";
          case UNKNOWN -> "bold";
        };
    return paint(style, " " + text + " ");
  }

  static String bold(String text) {
    return paint("bold", text);
  }

  static String quiet(String text) {
    return paint("faint", text);
  }

  /** Markup characters of picocli in the text are not markup here. */
  private static String paint(String style, String text) {
    return Ansi.AUTO.enabled()
        ? Ansi.ON.new Text("@|" + style + " " + "%s" + "|@").toString().replace("%s", text)
        : text;
  }
}
