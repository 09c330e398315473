package dev.hufu.app.bill;

import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Pictures of a timeline as inline SVG and tables, with all text escaped. Each says in words or in
 * a table what it draws, so nothing is lost to whoever cannot see it.
 */
public final class BillPictures {

  private static final int WIDTH = 720;
  private static final double BAR_WIDTH_MAX = 44;
  private static final int PARTIES_SHOWN = 20;
  private static final int FLOWS_SHOWN = 12;
  private static final List<Wording> DAYS =
      List.of(
          new Wording("一", "Mon"),
          new Wording("二", "Tue"),
          new Wording("三", "Wed"),
          new Wording("四", "Thu"),
          new Wording("五", "Fri"),
          new Wording("六", "Sat"),
          new Wording("日", "Sun"));

  private final Lang lang;

  /**
   * All pictures of a part of a timeline as HTML; each is empty where there is nothing to draw.
   *
   * @param more parties beyond those of the table
   */
  public record Sheet(String timeline, String week, String flows, String parties, int more) {

    static Sheet of(Timeline timeline, BillZoom zoom, Lang lang) {
      BillFigures figures = new BillFigures(timeline, zoom::covers);
      BillPictures pictures = new BillPictures(lang);
      List<BillFigures.Period> periods = figures.periods();
      List<BillFigures.Counterparty> parties = figures.parties();
      String flows = pictures.flows(figures.flows(FLOWS_SHOWN, row -> row.kind().title().in(lang)));
      return new Sheet(
          periods.size() < 2 ? "" : within(pictures.timeline(periods), "收支时间线", "Over time", lang),
          pictures.week(figures.week()),
          within(flows, "钱的去向", "Where money went", lang),
          parties.isEmpty()
              ? ""
              : within(pictures.parties(parties, PARTIES_SHOWN), "来往的人和商户", "With whom", lang),
          Math.max(0, parties.size() - PARTIES_SHOWN));
    }

    private static String within(String picture, String zh, String en, Lang lang) {
      return picture.isEmpty() ? "" : wide(new Wording(zh, en).in(lang)) + picture + "</div>";
    }
  }

  public BillPictures(Lang lang) {
    this.lang = lang;
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
      }
    }
    return safe.toString();
  }

  /** Opens a part that scrolls sideways on a small screen, with the keyboard too. */
  static String wide(String label) {
    return "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\""
        + escaped(label)
        + "\">";
  }

  private String say(String zh, String en) {
    return new Wording(zh, en).in(lang);
  }

  /** In above the line, out below it, a bar for each day or month. */
  public String timeline(List<BillFigures.Period> periods) {
    long most =
        periods.stream()
            .mapToLong(one -> Math.max(one.in().fen(), one.out().fen()))
            .max()
            .orElse(0);
    if (most == 0) {
      return "";
    }
    int height = 220;
    int middle = height / 2;
    double step = (double) (WIDTH - 20) / periods.size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(WIDTH, height + 24, escaped(timelineWords(periods))));
    for (int i = 0; i < periods.size(); i++) {
      BillFigures.Period one = periods.get(i);
      double x = 10 + i * step;
      bar(svg, "b-in", x, middle, step, one.in(), most, middle - 10, true);
      bar(svg, "b-out", x, middle, step, one.out(), most, middle - 10, false);
    }
    svg.append(
        "<line class=\"axis\" x1=\"10\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
            .formatted(middle, WIDTH - 10, middle));
    svg.append(label(10, height + 16, "start", periods.getFirst().label()));
    svg.append(label(WIDTH - 10, height + 16, "end", periods.getLast().label()));
    return svg.append("</svg>").toString();
  }

  private String timelineWords(List<BillFigures.Period> periods) {
    BillFigures.Period worst =
        periods.stream().max((a, b) -> a.out().compareTo(b.out())).orElse(periods.getFirst());
    return say(
        "收入和支出的柱图，%s 到 %s；支出最多的是 %s，%s 元。下面的表里有每一格的数"
            .formatted(
                periods.getFirst().label(), periods.getLast().label(), worst.label(), worst.out()),
        "Bars of money in and out, %s to %s; most went out in %s: %s. The table below has every figure"
            .formatted(
                periods.getFirst().label(), periods.getLast().label(), worst.label(), worst.out()));
  }

  private static void bar(
      StringBuilder svg,
      String kind,
      double x,
      int middle,
      double step,
      Fen sum,
      long most,
      int room,
      boolean up) {
    double height = (double) sum.fen() / most * room;
    double width = Math.min(BAR_WIDTH_MAX, Math.max(1, step - Math.min(2, step / 4)));
    if (height > 0) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              kind,
              x + (step - width) / 2,
              up ? middle - height : middle,
              width,
              Math.max(1, height)));
    }
  }

  private static String label(int x, int y, String anchor, String text) {
    return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>"
        .formatted(x, y, anchor, escaped(text));
  }

  /** The figures of the bars as a table. */
  public String timelineTable(List<BillFigures.Period> periods) {
    StringBuilder table = new StringBuilder("<table><thead><tr>");
    table.append(head(say("时间", "When")));
    table.append(head(say("收入（元）", "In"))).append(head(say("支出（元）", "Out")));
    table.append("</tr></thead><tbody>");
    for (BillFigures.Period one : periods) {
      if (one.in().fen() != 0 || one.out().fen() != 0) {
        table.append(
            "<tr><td>%s</td>%s%s</tr>".formatted(one.label(), sum(one.in()), sum(one.out())));
      }
    }
    return table.append("</tbody></table>").toString();
  }

  private static String head(String text) {
    return "<th scope=\"col\">" + escaped(text) + "</th>";
  }

  private static String sum(Fen sum) {
    return "<td class=\"num\">" + sum + "</td>";
  }

  /** Hour by day of the week; the count stands in each cell, so the shade is never alone. */
  public String week(List<List<Integer>> week) {
    int most = week.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
    if (most == 0) {
      return "";
    }
    StringBuilder table = new StringBuilder(wide(say("按星期和钟点的笔数", "Payments by day and hour")));
    table.append("<table class=\"heat\"><thead><tr>");
    table.append(head(say("星期", "Day")));
    for (int hour = 0; hour < 24; hour++) {
      table.append(head(Integer.toString(hour)));
    }
    table.append("</tr></thead><tbody>");
    for (int day = 0; day < 7; day++) {
      table.append("<tr><th scope=\"row\">").append(DAYS.get(day).in(lang)).append("</th>");
      for (int count : week.get(day)) {
        int shade = count == 0 ? 0 : 1 + 4 * count / (most + 1);
        table.append(
            "<td class=\"heat%d\">%s</td>"
                .formatted(shade, count == 0 ? "" : Integer.toString(count)));
      }
      table.append("</tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  /** From which pocket to what use, the width of a band for its sum; and the same as a table. */
  public String flows(List<BillFigures.Flow> flows) {
    long all = flows.stream().mapToLong(flow -> flow.amount().fen()).sum();
    if (all == 0) {
      return "";
    }
    Map<String, double[]> left = places(flows, true, all);
    Map<String, double[]> right = places(flows, false, all);
    int height = 40 + 24 * Math.max(left.size(), right.size()) + 220;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(
                WIDTH,
                height,
                escaped(
                    say(
                        "钱从哪里付到哪里，下面的表里是同样的数",
                        "Which pocket paid for what; the table below says the same"))));
    for (BillFigures.Flow flow : flows) {
      double thick = 220.0 * flow.amount().fen() / all;
      double y1 = take(left, flow.from(), thick);
      double y2 = take(right, flow.to(), thick);
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"band\" d=\"M180 %.1f C360 %.1f 360 %.1f 540 %.1f\""
                  + " stroke-width=\"%.1f\"/>",
              y1,
              y1,
              y2,
              y2,
              Math.max(1, thick)));
    }
    names(svg, left, 170, "end");
    names(svg, right, 550, "start");
    return svg.append("</svg>").append(flowTable(flows)).toString();
  }

  /** Where the bands of a name begin, and where the next of them goes. */
  private static Map<String, double[]> places(
      List<BillFigures.Flow> flows, boolean from, long all) {
    Map<String, Double> thick = new LinkedHashMap<>();
    for (BillFigures.Flow flow : flows) {
      thick.merge(from ? flow.from() : flow.to(), 220.0 * flow.amount().fen() / all, Double::sum);
    }
    Map<String, double[]> places = new LinkedHashMap<>();
    double y = 20;
    for (var one : thick.entrySet()) {
      places.put(one.getKey(), new double[] {y, y, one.getValue()});
      y += one.getValue() + 24;
    }
    return places;
  }

  private static double take(Map<String, double[]> places, String name, double thick) {
    double[] place = Objects.requireNonNull(places.get(name));
    double middle = place[1] + thick / 2;
    place[1] += thick;
    return middle;
  }

  private static void names(StringBuilder svg, Map<String, double[]> places, int x, String anchor) {
    places.forEach(
        (name, place) -> {
          String shown = name.length() <= 14 ? name : name.substring(0, 13) + "…";
          svg.append(label(x, (int) (place[0] + place[2] / 2 + 5), anchor, shown));
        });
  }

  private String flowTable(List<BillFigures.Flow> flows) {
    StringBuilder table = new StringBuilder("<table><thead><tr>");
    table.append(head(say("从", "From"))).append(head(say("用在", "For")));
    table.append(head(say("笔数", "Payments"))).append(head(say("合计（元）", "Sum")));
    table.append("</tr></thead><tbody>");
    for (BillFigures.Flow flow : flows) {
      table.append(
          "<tr><td>%s</td><td>%s</td><td class=\"num\">%d</td>%s</tr>"
              .formatted(
                  escaped(flow.from()), escaped(flow.to()), flow.count(), sum(flow.amount())));
    }
    return table.append("</tbody></table>").toString();
  }

  /** With whom, how often, how much. */
  public String parties(List<BillFigures.Counterparty> parties, int most) {
    StringBuilder table = new StringBuilder("<table><thead><tr>");
    table.append(head(say("对方", "With"))).append(head(say("笔数", "Payments")));
    table.append(head(say("付出（元）", "Out"))).append(head(say("收到（元）", "In")));
    table.append(head(say("头一次", "First"))).append(head(say("最近", "Last")));
    table.append("</tr></thead><tbody>");
    for (BillFigures.Counterparty one : parties.subList(0, Math.min(most, parties.size()))) {
      table.append(
          "<tr><td>%s</td><td class=\"num\">%d</td>%s%s<td>%s</td><td>%s</td></tr>"
              .formatted(
                  escaped(one.name()),
                  one.count(),
                  sum(one.out()),
                  sum(one.in()),
                  one.first(),
                  one.last()));
    }
    return table.append("</tbody></table>").toString();
  }
}
