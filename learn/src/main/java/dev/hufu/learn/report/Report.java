package dev.hufu.learn.report;

import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Ranking;
import java.util.List;

/**
 * What is said of a model at length: sections in their order, as data. The command line prints
 * them, the page draws them.
 */
public record Report(Wording title, List<Section> sections) {

  public Report {
    sections = List.copyOf(sections);
  }

  /** A part of a report. */
  public sealed interface Section {
    Wording title();
  }

  /** A paragraph. */
  public record Text(Wording title, Wording text) implements Section {}

  /**
   * A table.
   *
   * @param rows cells as they are printed, each row as long as the head
   */
  public record Table(Wording title, List<Wording> head, List<List<String>> rows)
      implements Section {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != head.size()) {
          throw new IllegalArgumentException(row + " under " + head.size() + " heads");
        }
      }
    }
  }

  /**
   * Lines over the same axes.
   *
   * @param diagonal whether the line of pure chance, or of a perfect fit, is drawn
   */
  public record Curves(
      Wording title, Wording xAxis, Wording yAxis, boolean diagonal, List<Line> lines)
      implements Section {
    public Curves {
      lines = List.copyOf(lines);
    }
  }

  /** One line of {@link Curves}. */
  public record Line(Wording name, List<Ranking.Point> points) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /** Bars from one name to the next; negative ones go the other way. */
  public record Bars(Wording title, Wording unit, List<Bar> bars) implements Section {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /** One bar. */
  public record Bar(String name, double value) {}
}
