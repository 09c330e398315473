package dev.hufu.app.history;

import java.util.List;
import java.util.Locale;

/**
 * Columns over time as SVG: each column a period, its parts stacked. It is drawn here, so that the
 * page shows and prints it without a script; a table with the same numbers stands beside it.
 */
final class DayChart {

  private static final int HEIGHT = 240;
  private static final int TOP = 12;
  private static final int BOTTOM = 30;
  private static final int LEFT = 56;
  private static final int LABEL_WIDTH = 96;
  private static final int LINES = 4;

  private final int width;
  private final StringBuilder svg = new StringBuilder(4_096);

  private DayChart(int width) {
    this.width = width;
  }

  /**
   * @param styles a CSS class for each part, from the bottom
   * @param label what the picture says, for those who do not see it; plain words
   */
  static String of(
      List<Period> periods, List<Period.Part> parts, List<String> styles, int width, String label) {
    return new DayChart(width).draw(periods, parts, styles, label);
  }

  private String draw(
      List<Period> periods, List<Period.Part> parts, List<String> styles, String label) {
    long highest = 1;
    for (Period period : periods) {
      highest = Math.max(highest, parts.stream().mapToLong(part -> part.of(period)).sum());
    }
    long step = step(highest);
    double scale = (double) (HEIGHT - TOP - BOTTOM) / (step * LINES);
    add(
        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        width, HEIGHT, label);
    for (int line = 0; line <= LINES; line++) {
      double y = HEIGHT - BOTTOM - line * step * scale;
      add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, width);
      add("<text class=\"tick end\" x=\"%d\" y=\"%.1f\">%,d</text>", LEFT - 8, y + 4, line * step);
    }
    double slot = (double) (width - LEFT) / periods.size();
    double bar = Math.max(1, slot * (slot > 6 ? 0.72 : 0.9));
    int every = (int) Math.ceil(LABEL_WIDTH / slot);
    for (int at = 0; at < periods.size(); at++) {
      double x = LEFT + at * slot + (slot - bar) / 2;
      double y = HEIGHT - BOTTOM;
      for (int part = 0; part < parts.size(); part++) {
        double tall = parts.get(part).of(periods.get(at)) * scale;
        if (tall > 0) {
          y -= tall;
          add(
              "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              styles.get(part), x, y, bar, tall);
        }
      }
      if (at % every == 0 && LEFT + at * slot + LABEL_WIDTH * 0.8 < width) {
        add(
            "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>",
            LEFT + at * slot, HEIGHT - 10, periods.get(at).from());
      }
    }
    return svg.append("</svg>").toString();
  }

  /**
   * 1, 2, 5 times a power of ten, or 25 times one, so that four of them reach the highest column.
   */
  static long step(long highest) {
    for (long ten = 1; ; ten *= 10) {
      for (long quarter : new long[] {4, 8, 10, 20}) {
        if (quarter * ten % 4 == 0 && quarter * ten >= highest) {
          return quarter * ten / LINES;
        }
      }
    }
  }

  private void add(String markup, Object... values) {
    svg.append(String.format(Locale.ROOT, markup, values));
  }
}
