package dev.hufu.learn.watch;

import dev.hufu.learn.watch.Watch.Shift;
import java.util.Locale;

/**
 * A watch as Prometheus reads it (text format 0.0.4), for a collector that reads files.
 *
 * <p>Example: {@code hufu_model_psi{model="handbook",column="amount"} 0.0312}.
 */
public final class Metrics {

  private final StringBuilder text = new StringBuilder();
  private final String model;

  private Metrics(String model) {
    this.model = model;
  }

  /**
   * The text.
   *
   * @param model what the model is called
   */
  public static String of(Watch watch, String model) {
    return new Metrics(model).all(watch);
  }

  private String all(Watch watch) {
    head("hufu_model_rows", "Rows that were scored.");
    line("hufu_model_rows", "", watch.rows());
    head("hufu_model_rows_refused", "Lines that could not be read.");
    line("hufu_model_rows_refused", "", watch.refused());
    head("hufu_model_psi", "Population stability index against the training.");
    psi(watch.score());
    watch.columns().forEach(this::psi);
    head("hufu_model_missing_share", "Share of missing cells.");
    watch.columns().forEach(one -> column("hufu_model_missing_share", one, one.missingNow()));
    head("hufu_model_unseen_share", "Share of rows with a word the training did not have.");
    watch.columns().forEach(one -> column("hufu_model_unseen_share", one, one.unseen()));
    head("hufu_model_alert_share", "Share of rows over the line of alerts.");
    line("hufu_model_alert_share", "", watch.alerts().share());
    head("hufu_model_columns_absent", "Columns of the training that are not there.");
    line("hufu_model_columns_absent", "", watch.absent().size());
    watch.outcomes().ifPresent(this::outcomes);
    head("hufu_model_crossed", "1 if anything passed its line.");
    line("hufu_model_crossed", "", watch.crossed() ? 1 : 0);
    return text.toString();
  }

  private void outcomes(Outcomes arrived) {
    head("hufu_model_outcomes", "Rows whose outcome is known.");
    line("hufu_model_outcomes", "", arrived.labelled());
    head("hufu_model_bad", "Bad ones of them.");
    line("hufu_model_bad", "", arrived.bad());
    arrived
        .ratio()
        .ifPresent(
            ratio -> {
              head("hufu_model_observed_by_expected", "Bad seen by bad expected.");
              line("hufu_model_observed_by_expected", "", ratio.value());
            });
    arrived
        .brier()
        .ifPresent(
            brier -> {
              head("hufu_model_brier", "Mean squared distance of score and outcome.");
              line("hufu_model_brier", "", brier.value());
            });
    arrived
        .slope()
        .ifPresent(
            slope -> {
              head("hufu_model_calibration_slope", "One where the spread is right.");
              line("hufu_model_calibration_slope", "", slope.value());
            });
  }

  private void psi(Shift shift) {
    column("hufu_model_psi", shift, shift.index());
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void column(String name, Shift shift, double value) {
    line(name, ",column=\"" + quoted(shift.name()) + '"', value);
  }

  private void line(String name, String more, double value) {
    text.append(name).append("{model=\"").append(quoted(model)).append('"').append(more);
    text.append("} ").append(number(value)).append('\n');
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "NaN"
        : value == Math.rint(value) && Math.abs(value) < 1e15
            ? Long.toString((long) value)
            : String.format(Locale.ROOT, "%.9g", value);
  }

  private static String quoted(String word) {
    return word.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
