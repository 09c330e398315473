package dev.hufu.app.learning;

import dev.hufu.app.ops.Html;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A report of a model as one HTML file that needs nothing else: no script, no picture, no network.
 */
public final class LearnPage {

  private final Report report;
  private final Lang lang;
  private final StringBuilder html = new StringBuilder(32_768);

  private LearnPage(Report report, Lang lang) {
    this.report = report;
    this.lang = lang;
  }

  /** The whole file. */
  public static String of(Report report, Lang lang) {
    return new LearnPage(report, lang).all();
  }

  private String all() {
    String title = Html.escape(report.title().in(lang));
    html.append("<!doctype html>\n<html lang=\"").append(lang.tag()).append("\"><head>");
    html.append("<meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">");
    html.append(
        "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    html.append("<title>").append(title).append("</title><style>").append(style());
    html.append("</style></head><body><main><p class=\"brand\">虎符 Hufu</p><h1>");
    html.append(title).append("</h1>");
    report.sections().forEach(this::section);
    return html.append("</main></body></html>\n").toString();
  }

  private static String style() {
    try (InputStream in =
        LearnPage.class.getResourceAsStream("/dev/hufu/app/learning/report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void section(Report.Section section) {
    html.append("<section><h2>").append(words(section.title())).append("</h2>");
    switch (section) {
      case Report.Text(_, Wording text) ->
          words(text).lines().forEach(line -> html.append("<p>").append(line).append("</p>"));
      case Report.Table table -> table(table);
      case Report.Curves curves -> {
        html.append(CurveChart.of(curves, lang));
        legend(curves.lines());
      }
      case Report.Bars bars -> {
        html.append("<p class=\"small\">").append(words(bars.unit())).append("</p>");
        // on a narrow screen the names of bars stay readable and the chart is moved sideways
        html.append("<div class=\"wide\" tabindex=\"0\">");
        html.append(CurveChart.of(bars, lang)).append("</div>");
      }
    }
    html.append("</section>");
  }

  private void table(Report.Table table) {
    html.append("<div class=\"wide\" tabindex=\"0\"><table><thead><tr>");
    for (Wording head : table.head()) {
      html.append("<th scope=\"col\">").append(words(head)).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      for (String cell : row) {
        html.append("<td>").append(Html.escape(cell)).append("</td>");
      }
      html.append("</tr>");
    }
    html.append("</tbody></table></div>");
  }

  private void legend(List<Report.Line> lines) {
    html.append("<ul class=\"legend\">");
    for (int line = 0; line < lines.size(); line++) {
      html.append("<li><svg viewBox=\"0 0 32 8\" aria-hidden=\"true\"><path class=\"line line");
      html.append(line % 4).append("\" d=\"M0 4H32\"/></svg>");
      html.append(words(lines.get(line).name())).append("</li>");
    }
    html.append("</ul>");
  }

  private String words(Wording wording) {
    return Html.escape(wording.in(lang));
  }
}
