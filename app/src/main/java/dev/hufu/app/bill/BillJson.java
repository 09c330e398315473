package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.Pairing;
import dev.hufu.kernel.bill.RefusedRow;
import dev.hufu.kernel.bill.RemovedRow;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * An analysis as one JSON object. Rows are named by where they stand: {@code {"file", "row"}}, with
 * the sheet where a workbook has several. It is written as a stream, for there may be many rows.
 */
public final class BillJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final int PART_ROWS = 2_048;

  /** What a part comes to, roughly. */
  private static final int PART_BYTES = 1024 * 1024;

  /** Parts that are kept before they are written. */
  private static final int PARTS = 16;

  private final BillAnalysis analysis;
  private final Lang lang;
  private final JsonGenerator json;

  private BillJson(BillAnalysis analysis, Lang lang, JsonGenerator json) {
    this.analysis = analysis;
    this.lang = lang;
    this.json = json;
  }

  /** Writes the object; the stream stays open. */
  public static void write(BillAnalysis analysis, Lang lang, OutputStream out) {
    try (JsonGenerator json = generator(out)) {
      new BillJson(analysis, lang, json).all(out);
    }
  }

  private static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  private void all(OutputStream out) {
    Timeline timeline = analysis.timeline();
    json.writeStartObject();
    json.writeName("files").writeStartArray();
    timeline.files().forEach(this::file);
    json.writeEndArray();
    json.writeName("rows").writeRawValue("[");
    json.flush();
    rows(out);
    json.writeRaw("]");
    json.writeName("findings").writeStartArray();
    analysis.findings().forEach(this::finding);
    json.writeEndArray();
    json.writeName("rowsRemoved").writeStartArray();
    timeline.removed().forEach(this::removed);
    json.writeEndArray();
    json.writeName("filesRefused").writeStartArray();
    for (BillAnalysis.RefusedFile file : analysis.refusedFiles()) {
      json.writeStartObject();
      json.writeStringProperty("path", file.path());
      refusal(file.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The rows, some thousand at a time, each part written by whichever core is free. */
  private void rows(OutputStream out) {
    Map<Integer, List<Pairing>> pairs = pairs(analysis.timeline());
    int rows = analysis.timeline().rows().size();
    try {
      for (int from = 0; from < rows; from += PART_ROWS * PARTS) {
        int first = from;
        List<byte[]> parts =
            IntStream.range(0, Math.min(PARTS, Math.ceilDiv(rows - from, PART_ROWS)))
                .parallel()
                .mapToObj(nth -> part(first + nth * PART_ROWS, pairs))
                .toList();
        for (byte[] part : parts) {
          if (part != parts.getFirst() || from > 0) {
            out.write(',');
          }
          // Without the brackets of the part.
          out.write(part, 1, part.length - 2);
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private byte[] part(int from, Map<Integer, List<Pairing>> pairs) {
    List<BillRow> rows = analysis.timeline().rows();
    ByteArrayOutputStream part = new ByteArrayOutputStream(PART_BYTES);
    try (JsonGenerator generator = generator(part)) {
      BillJson writer = new BillJson(analysis, lang, generator);
      generator.writeStartArray();
      for (int i = from; i < Math.min(rows.size(), from + PART_ROWS); i++) {
        writer.row(rows.get(i), i, pairs.getOrDefault(i, List.of()));
      }
      generator.writeEndArray();
    }
    return part.toByteArray();
  }

  private static Map<Integer, List<Pairing>> pairs(Timeline timeline) {
    Map<Integer, List<Pairing>> pairs = new HashMap<>();
    for (Pairing pair : timeline.pairs()) {
      pairs.computeIfAbsent(pair.first(), none -> new ArrayList<>(1)).add(pair);
      pairs.computeIfAbsent(pair.second(), none -> new ArrayList<>(1)).add(pair);
    }
    return pairs;
  }

  private void file(BillFile file) {
    json.writeStartObject();
    json.writeStringProperty("path", file.path());
    if (!file.sheet().isEmpty()) {
      json.writeStringProperty("sheet", file.sheet());
    }
    json.writeStringProperty("platform", file.platform().id());
    json.writeStringProperty("form", file.form());
    json.writeStringProperty("account", file.account());
    totals("declared", file.declared());
    totals("found", file.found());
    json.writeNumberProperty("rowsRead", file.rowsRead());
    json.writeNumberProperty("rowsInFile", file.rowsInFile());
    json.writeName("rowsRefused").writeStartArray();
    for (RefusedRow row : file.refused()) {
      json.writeStartObject();
      json.writeName("position");
      place(row.place());
      refusal(row.why());
      json.writeStringProperty("raw", row.raw());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("notes").writeStartArray();
    for (Refusal note : file.notes()) {
      json.writeStartObject();
      refusal(note);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void totals(String name, BillTotals totals) {
    json.writeName(name).writeStartObject();
    totals.rows().ifPresent(rows -> json.writeNumberProperty("rows", rows));
    sum("in", totals.in());
    sum("out", totals.out());
    sum("neutral", totals.neutral());
    json.writeEndObject();
  }

  private void sum(String name, Optional<BillTotals.Sum> sum) {
    sum.ifPresent(
        one -> {
          json.writeName(name).writeStartObject();
          json.writeNumberProperty("count", one.count());
          json.writeNumberProperty("amountFen", one.amount().fen());
          json.writeEndObject();
        });
  }

  private void refusal(Refusal refusal) {
    json.writeStringProperty("code", refusal.code().id());
    json.writeStringProperty("reason", refusal.wording().in(lang));
    refusal
        .position()
        .ifPresent(
            place -> {
              json.writeName("at").writeStartObject();
              json.writeStringProperty("file", place.file());
              json.writeNumberProperty("row", place.line());
              json.writeNumberProperty("column", place.column());
              json.writeEndObject();
            });
  }

  private void row(BillRow row, int index, List<Pairing> pairs) {
    json.writeStartObject();
    json.writeStringProperty("time", row.time().toString());
    if (!row.time().ofDay()) {
      json.writeStringProperty("exact", "day");
    }
    json.writeNumberProperty("amountFen", row.amount().fen());
    if (!row.sums().currency().equals("CNY")) {
      json.writeStringProperty("currency", row.sums().currency());
    }
    json.writeStringProperty("direction", row.direction().id());
    json.writeStringProperty("type", row.type());
    json.writeStringProperty("kind", row.kind().id());
    json.writeStringProperty("counterparty", row.counterparty());
    text("counterpartyAccount", row.counterpartyAccount());
    json.writeStringProperty("account", row.account());
    text("item", row.item());
    json.writeStringProperty("method", row.method());
    json.writeStringProperty("status", row.words().status());
    json.writeStringProperty("state", row.status().id());
    json.writeName("ids").writeStartObject();
    json.writeStringProperty("transaction", row.ids().transaction());
    json.writeStringProperty("merchant", row.ids().merchant());
    json.writeEndObject();
    text("note", row.note());
    text("where", row.words().where());
    row.sums().fee().ifPresent(fee -> json.writeNumberProperty("feeFen", fee.fen()));
    row.sums().refunded().ifPresent(sum -> json.writeNumberProperty("refundedFen", sum.fen()));
    row.sums().balance().ifPresent(sum -> json.writeNumberProperty("balanceFen", sum.fen()));
    json.writeName("pairedWith").writeStartArray();
    for (Pairing pair : pairs) {
      int other = pair.first() == index ? pair.second() : pair.first();
      BillPlace place = analysis.timeline().rows().get(other).place();
      json.writeStartObject();
      placed(place);
      json.writeStringProperty("how", pair.how().id());
      json.writeNumberProperty("amountFen", pair.amount().fen());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("position");
    place(row.place());
    json.writeEndObject();
  }

  private void text(String name, String text) {
    if (!text.isEmpty()) {
      json.writeStringProperty(name, text);
    }
  }

  private void place(BillPlace place) {
    json.writeStartObject();
    placed(place);
    json.writeEndObject();
  }

  private void placed(BillPlace place) {
    json.writeStringProperty("file", place.file());
    text("sheet", place.sheet());
    json.writeNumberProperty("row", place.row());
  }

  private void finding(BillFinding finding) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("title", finding.title().in(lang));
    json.writeStringProperty("strength", finding.strength().id());
    json.writeName("rows").writeStartArray();
    finding.rows().forEach(row -> place(analysis.timeline().rows().get(row).place()));
    json.writeEndArray();
    json.writeNumberProperty("amountFen", finding.sum().fen());
    json.writeStringProperty("reason", finding.reason().in(lang));
    json.writeStringProperty("innocent", finding.innocent().in(lang));
    json.writeEndObject();
  }

  private void removed(RemovedRow removed) {
    json.writeStartObject();
    json.writeName("position");
    place(removed.row().place());
    json.writeName("sameAs");
    place(removed.kept());
    json.writeEndObject();
  }
}
