package dev.hufu.app.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.learn.measure.Ranking;
import dev.hufu.learn.report.Report;
import dev.hufu.learn.task.Evaluation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class LearnPageTest {

  private static final Wording NAME = new Wording("<分>", "<score>");

  private static final Report REPORT =
      new Report(
          NAME,
          List.of(
              new Report.Text(NAME, new Wording("一。\n二。", "One.\nTwo.")),
              new Report.Table(NAME, List.of(NAME, NAME), List.of(List.of("a<b", "1"))),
              new Report.Curves(
                  NAME,
                  NAME,
                  NAME,
                  true,
                  List.of(
                      new Report.Line(
                          NAME, List.of(new Ranking.Point(0, 0), new Ranking.Point(0.5, 1))))),
              new Report.Bars(NAME, NAME, List.of(new Report.Bar("x", -2)))));

  @Test
  void thePageCarriesAllOfItAndAsksNobody() {
    String page = LearnPage.of(REPORT, Lang.EN);
    assertThat(page)
        .contains("<p>One.</p><p>Two.</p>", "<td>a&lt;b</td>", "M48.0 332.0L208.0 12.0", "bar less")
        .contains("default-src 'none'")
        .doesNotContain("<score>", "http://", "https://", "<script");
    assertThat(LearnPage.of(REPORT, Lang.ZH)).contains("<p>一。</p>", "&lt;分&gt;");
  }

  @Test
  void theTableSetsOursBesideTheOthers() {
    Evaluation evaluation =
        new Evaluation(
            List.of(
                new Evaluation.Line(
                    "handbook",
                    "AP",
                    0.7421,
                    OptionalDouble.of(0.708),
                    OptionalDouble.of(0.74),
                    Optional.of(true),
                    12.34,
                    "4 folds")),
            REPORT);
    EvaluationTable table = new EvaluationTable(evaluation);
    assertThat(table.text(Lang.EN))
        .contains("handbook", "0.7421", "0.7080", "0.7400", "0.0021", "yes", "12.3", "4 folds");
    assertThat(table.text(Lang.ZH)).contains("够");
    assertThat(table.json()).contains("\"holds\":true", "\"published\":0.708");
  }
}
