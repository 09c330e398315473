package dev.hufu.app.bill;

import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.consent.DataClass;
import dev.hufu.kernel.text.Lang;
import dev.hufu.policy.flow.FlowFeature;
import dev.hufu.policy.flow.FlowFeature.Known;
import dev.hufu.policy.flow.FlowFeature.Missing;
import dev.hufu.policy.flow.FlowReport;
import java.util.Collection;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Features of bills as one JSON object, and as the two lines of CSV that a card scores. A value
 * that is missing is {@code null} with its reason, an empty cell in CSV; never a zero.
 */
public final class FlowJson {

  private final FlowReport report;
  private final Timeline timeline;
  private final Lang lang;

  private FlowJson(FlowReport report, Timeline timeline, Lang lang) {
    this.report = report;
    this.timeline = timeline;
    this.lang = lang;
  }

  /** The object, on one line. */
  public static String write(FlowReport report, Timeline timeline, Lang lang) {
    return new FlowJson(report, timeline, lang).all().toString();
  }

  /** Names, then values: {@code months,netInflow,…} and {@code 7,6200.00,…}. */
  public static String csv(FlowReport report) {
    StringBuilder names = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (FlowFeature feature : report.features()) {
      String comma = names.isEmpty() ? "" : ",";
      names.append(comma).append(feature.name());
      values.append(comma);
      feature.value().ifPresent(value -> values.append(value.toPlainString()));
    }
    return names.append('\n').append(values).append('\n').toString();
  }

  private ObjectNode all() {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    all.put("at", report.scope().last().toString());
    all.put("months", report.scope().months());
    all.put("covered", report.covered());
    classes(all.putArray("allowed"), report.scope().allowed());
    ArrayNode features = all.putArray("features");
    report.features().forEach(feature -> feature(features.addObject(), feature));
    ArrayNode months = all.putArray("monthly");
    for (FlowReport.Month month : report.months()) {
      ObjectNode node = months.addObject();
      node.put("from", month.from().toString());
      node.put("to", month.to().toString());
      node.put("covered", month.covered());
      node.put("incomeFen", month.income().fen());
      node.put("spentFen", month.spent().fen());
      node.put("repaidFen", month.repaid().fen());
      node.put("borrowedFen", month.borrowed().fen());
    }
    ArrayNode regular = all.putArray("regular");
    for (FlowReport.Regular one : report.regular()) {
      ObjectNode node = regular.addObject();
      node.put("as", one.role().id());
      node.put("who", one.who());
      node.put("amountFen", one.sum().fen());
      rows(node, one.rows());
    }
    ArrayNode left = all.putArray("leftOut");
    report
        .leftOut()
        .forEach(
            (why, rows) -> {
              ObjectNode node = left.addObject();
              node.put("why", why.id());
              node.put("reason", why.title().in(lang));
              node.put("count", rows.size());
              rows(node, rows);
            });
    all.put("rowsRefused", report.refusedRows());
    ArrayNode notes = all.putArray("notes");
    report.notes().forEach(note -> notes.add(note.in(lang)));
    return all;
  }

  private void feature(ObjectNode node, FlowFeature feature) {
    node.put("name", feature.name());
    node.put("title", feature.title().in(lang));
    node.put("unit", feature.told().measure().unit().id());
    switch (feature.reading()) {
      case Known(var value, var rows) -> {
        node.put("value", value);
        rows(node, rows);
      }
      case Missing(var why, var said) -> {
        node.putNull("value");
        node.put("missing", why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        node.put("reason", said.in(lang));
      }
    }
    classes(node.putArray("classes"), feature.classes());
    node.put("definition", feature.definition().in(lang));
  }

  private static void classes(ArrayNode node, Collection<DataClass> classes) {
    classes.stream().sorted().forEach(one -> node.add(one.name()));
  }

  private void rows(ObjectNode node, Collection<Integer> rows) {
    ArrayNode array = node.putArray("rows");
    for (RowRanges range : RowRanges.of(timeline, rows)) {
      ObjectNode one = array.addObject();
      one.put("file", range.file());
      one.put("rows", range.rows());
    }
  }
}
