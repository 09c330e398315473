package dev.hufu.app.learning;

import dev.hufu.app.ops.Html;
import dev.hufu.kernel.text.Lang;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.report.Report;
import java.util.Locale;

/**
 * Curves and bars of a {@link Report} as SVG, drawn here so that the page shows and prints them
 * without a script. Lines differ by their dashes too, so that black and white is enough.
 */
final class CurveChart {

  private static final int SIZE = 320;
  private static final int LEFT = 48;
  private static final int BOTTOM = 44;
  private static final int TOP = 12;
  private static final int TICKS = 5;
  private static final int BAR_HEIGHT = 26;
  private static final int BAR_NAME = 220;
  private static final int BAR_WIDTH = 360;

  private final Lang lang;
  private final StringBuilder svg = new StringBuilder(8_192);

  private CurveChart(Lang lang) {
    this.lang = lang;
  }

  static String of(Report.Curves curves, Lang lang) {
    return new CurveChart(lang).draw(curves);
  }

  static String of(Report.Bars bars, Lang lang) {
    return new CurveChart(lang).draw(bars);
  }

  private String draw(Report.Curves curves) {
    String label = curves.title().in(lang);
    add(
        "<svg class=\"curve\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        LEFT + SIZE + 12, TOP + SIZE + BOTTOM, Html.escape(label));
    for (int tick = 0; tick <= TICKS; tick++) {
      double share = tick / (double) TICKS;
      add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(share), LEFT + SIZE);
      add(
          "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%.1f</text>",
          LEFT - 6, y(share) + 4, share);
      add(
          "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%.1f</text>",
          x(share), TOP + SIZE + 16, share);
    }
    if (curves.diagonal()) {
      add("<path class=\"chance\" d=\"M%.1f %.1fL%.1f %.1f\"/>", x(0), y(0), x(1), y(1));
    }
    for (int line = 0; line < curves.lines().size(); line++) {
      StringBuilder path = new StringBuilder();
      for (Ranking.Point point : curves.lines().get(line).points()) {
        path.append(path.isEmpty() ? 'M' : 'L');
        path.append(String.format(Locale.ROOT, "%.1f %.1f", x(point.x()), y(point.y())));
      }
      add("<path class=\"line line%d\" d=\"%s\"/>", line % 4, path);
    }
    add(
        "<text class=\"axis\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
        x(0.5), TOP + SIZE + BOTTOM - 8, Html.escape(curves.xAxis().in(lang)));
    svg.append("</svg>");
    return svg.toString();
  }

  private String draw(Report.Bars bars) {
    double most = bars.bars().stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(1);
    double scale = BAR_WIDTH / Math.max(most, 1e-12);
    add(
        "<svg class=\"bars\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        BAR_NAME + BAR_WIDTH + 90,
        bars.bars().size() * BAR_HEIGHT + 8,
        Html.escape(bars.title().in(lang)));
    int row = 0;
    for (Report.Bar bar : bars.bars()) {
      int top = 4 + row++ * BAR_HEIGHT;
      double wide = Math.max(1, Math.abs(bar.value()) * scale);
      add(
          "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>",
          BAR_NAME - 8, top + 17, Html.escape(bar.name()));
      add(
          "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
          bar.value() < 0 ? "bar less" : "bar", BAR_NAME, top + 3, wide, BAR_HEIGHT - 8);
      add(
          "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%.4g</text>",
          BAR_NAME + wide + 6, top + 17, bar.value());
    }
    svg.append("</svg>");
    return svg.toString();
  }

  private static double x(double share) {
    return LEFT + SIZE * Math.clamp(share, 0, 1);
  }

  private static double y(double share) {
    return TOP + SIZE * (1 - Math.clamp(share, 0, 1));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
