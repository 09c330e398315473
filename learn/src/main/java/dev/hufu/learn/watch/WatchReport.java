package dev.hufu.learn.watch;

import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Interval;
import dev.hufu.learn.measure.Ranking.Point;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.report.Report.Bar;
import dev.hufu.learn.report.Report.Bars;
import dev.hufu.learn.report.Report.Curves;
import dev.hufu.learn.report.Report.Line;
import dev.hufu.learn.report.Report.Section;
import dev.hufu.learn.report.Report.Table;
import dev.hufu.learn.report.Report.Text;
import dev.hufu.learn.watch.Watch.Mark;
import dev.hufu.learn.watch.Watch.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A watch at length, as data that the command line prints and the page draws. */
public final class WatchReport {

  private final Watch watch;
  private final String model;
  private final List<Section> sections = new ArrayList<>();

  private WatchReport(Watch watch, String model) {
    this.watch = watch;
    this.model = model;
  }

  /**
   * The report.
   *
   * @param model what the model is called
   */
  public static Report of(Watch watch, String model) {
    return new WatchReport(watch, model).report();
  }

  private Report report() {
    summary();
    shifts();
    scores();
    outcomes();
    periods();
    unseen();
    return new Report(
        new Wording("模型 %s 的运行情况".formatted(model), "The model %s at work".formatted(model)),
        sections);
  }

  /** What a mark is called. */
  public static Wording title(Mark mark) {
    return switch (mark) {
      case STEADY -> new Wording("稳定", "steady");
      case LOOK -> new Wording("看一看", "worth a look");
      case SHIFTED -> new Wording("变了", "shifted");
      case CHANCE -> new Wording("行数太少，可能只是碰巧", "too few rows; may be chance");
    };
  }

  private void summary() {
    String absent = String.join(", ", watch.absent());
    sections.add(
        new Text(
            new Wording("一句话", "In one sentence"),
            new Wording(
                "%,d 行，训练时 %,d 行。分数的 PSI %s：%s。%s线是行业习惯（%s 看一看，%s 变了），不是法律，可以另定。"
                    .formatted(
                        watch.rows(),
                        watch.baseline().rows(),
                        three(watch.score().index()),
                        title(watch.score().mark()).zh(),
                        absent.isEmpty() ? "" : "缺了训练时有的列：" + absent + "。",
                        watch.plan().look(),
                        watch.plan().shift()),
                "%,d rows, %,d in the training. PSI of the score %s: %s. %sThe lines (%s to look, %s shifted) are a convention, no law, and can be set."
                    .formatted(
                        watch.rows(),
                        watch.baseline().rows(),
                        three(watch.score().index()),
                        title(watch.score().mark()).en(),
                        absent.isEmpty()
                            ? ""
                            : "Columns of the training are missing: " + absent + ". ",
                        watch.plan().look(),
                        watch.plan().shift()))));
    if (watch.refused() > 0 || watch.outside() > 0) {
      sections.add(
          new Text(
              new Wording("没有算进去的", "Left out"),
              new Wording(
                  "读不了的 %,d 行，时间读不出的 %,d 行（只在分期里没有）。".formatted(watch.refused(), watch.outside()),
                  "%,d lines could not be read; %,d have no readable time and are in no period."
                      .formatted(watch.refused(), watch.outside()))));
    }
  }

  private void shifts() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(watch.score()));
    watch.columns().forEach(column -> rows.add(row(column)));
    sections.add(
        new Table(
            new Wording("每一列变了多少", "How far each column moved"),
            List.of(
                new Wording("列", "column"),
                new Wording("PSI", "PSI"),
                new Wording("碰巧也会到", "chance alone"),
                new Wording("说明", "mark"),
                new Wording("缺失：训练时", "missing: training"),
                new Wording("缺失：现在", "missing: now"),
                new Wording("没见过的词", "unseen words")),
            rows));
    if (!watch.columns().isEmpty()) {
      sections.add(
          new Bars(
              new Wording("变得最多的列", "Columns that moved most"),
              new Wording("PSI", "PSI"),
              watch.columns().stream()
                  .limit(15)
                  .map(column -> new Bar(column.name(), column.index()))
                  .toList()));
    }
  }

  private static List<String> row(Shift shift) {
    return List.of(
        shift.name(),
        three(shift.index()),
        three(shift.chance()),
        title(shift.mark()).zh() + " / " + title(shift.mark()).en(),
        percent(shift.missingBefore()),
        percent(shift.missingNow()),
        percent(shift.unseen()));
  }

  private void scores() {
    ColumnProfile before = watch.score().before();
    List<List<String>> rows = new ArrayList<>();
    for (int bin = 0; bin < before.counts().size(); bin++) {
      rows.add(
          List.of(
              before.label(bin),
              percent(before.counts().get(bin) / (double) before.rows()),
              percent(watch.score().counts().get(bin) / (double) watch.rows())));
    }
    sections.add(
        new Table(
            new Wording("分数的分布", "How the scores are spread"),
            List.of(
                new Wording("分数", "score"),
                new Wording("训练时", "training"),
                new Wording("现在", "now")),
            rows));
  }

  private void outcomes() {
    if (watch.outcomes().isEmpty()) {
      return;
    }
    Outcomes arrived = watch.outcomes().get();
    sections.add(
        new Table(
            new Wording("说的和后来的", "What was said and what came"),
            List.of(
                new Wording("有结果的行", "rows with an outcome"),
                new Wording("出事", "bad"),
                new Wording("预计", "expected"),
                new Wording("实际/预计", "observed / expected"),
                new Wording("Brier", "Brier"),
                new Wording("斜率", "slope")),
            List.of(
                List.of(
                    Long.toString(arrived.labelled()),
                    Long.toString(arrived.bad()),
                    Double.isNaN(arrived.expected())
                        ? "—"
                        : String.format(Locale.ROOT, "%.1f", arrived.expected()),
                    shown(arrived.ratio()),
                    shown(arrived.brier()),
                    shown(arrived.slope())))));
    if (Double.isNaN(arrived.expected())) {
      sections.add(
          new Text(
              new Wording("分数不是概率", "The scores are no probabilities"),
              new Wording(
                  "有的分数不在 0 到 1 之间，所以只数出事的，不比预计。",
                  "Some scores lie beyond 0 and 1, so bad cases are counted, not held against what"
                      + " was expected.")));
    }
  }

  private static String shown(Optional<Interval> interval) {
    return interval.map(Interval::toString).orElse("—");
  }

  private void periods() {
    if (watch.periods().isEmpty()) {
      return;
    }
    List<List<String>> rows =
        watch.periods().stream()
            .map(
                one ->
                    List.of(
                        one.name(),
                        Long.toString(one.rows()),
                        percent(one.alerts() / (double) one.rows()),
                        three(one.mean()),
                        three(one.index()) + (one.index() <= one.chance() ? "" : " *"),
                        one.labelled() == 0 ? "—" : one.bad() + "/" + one.labelled()))
            .toList();
    sections.add(
        new Table(
            new Wording("一段一段看（* 超过碰巧能到的）", "Period by period (* beyond chance)"),
            List.of(
                new Wording("从", "from"),
                new Wording("行", "rows"),
                new Wording("告警", "alerts"),
                new Wording("平均分", "mean score"),
                new Wording("PSI", "PSI"),
                new Wording("出事/有结果", "bad / with outcome")),
            rows));
    curve("告警的比例", "Share of alerts", one -> one.alerts() / (double) one.rows());
    curve("分数的 PSI", "PSI of the score", Watch.Period::index);
  }

  private void curve(String zh, String en, ToDoubleFunction<Watch.Period> of) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < watch.periods().size(); i++) {
      points.add(new Point(i, of.applyAsDouble(watch.periods().get(i))));
    }
    Wording title = new Wording(zh, en);
    sections.add(
        new Curves(
            title, new Wording("第几段", "period"), title, false, List.of(new Line(title, points))));
  }

  private void unseen() {
    List<List<String>> rows = new ArrayList<>();
    for (Shift shift : watch.columns()) {
      shift
          .unseenWords()
          .forEach((word, count) -> rows.add(List.of(shift.name(), word, count.toString())));
    }
    if (!rows.isEmpty()) {
      sections.add(
          new Table(
              new Wording("训练时没有的词", "Words the training did not have"),
              List.of(
                  new Wording("列", "column"), new Wording("词", "word"), new Wording("行", "rows")),
              rows));
    }
  }

  private static String three(double value) {
    return Double.isNaN(value) ? "—" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "—" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
