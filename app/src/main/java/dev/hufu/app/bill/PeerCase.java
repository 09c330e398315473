package dev.hufu.app.bill;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.code.Outcome;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One inline case of another importer's tests: what it expects against what was read here. */
final class PeerCase {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** Where another answer is the right one here, and why. */
  static final Map<String, String> FORESEEN =
      Map.of(
          "MissingFileHeader",
          "a header without the lines above it is enough; other exporters cut those lines off",
          "ParseInvalidTime#0",
          "the peer takes no T between day and hour; other programs write it so, and it is clear",
          "ParseInvalidType",
          "the peer drops a row without direction in silence; here it is read as neutral",
          "SkipUnknownProductTransferTransaction",
          "the peer drops what it cannot book; here it is read as neutral",
          "SkipUnknownStatusTransaction",
          "the peer drops a status it does not know; here the row stays, its state unknown",
          "SkipUnknownTransferTransaction",
          "the peer drops what it cannot book; here it is read as neutral");

  private PeerCase() {}

  static String differs(JsonNode expected, Outcome<List<Statement>> read) {
    List<BillRow> rows =
        read.findValue()
            .map(all -> all.stream().flatMap(one -> one.rows().stream()).toList())
            .orElse(List.of());
    if (expected.has("error")) {
      return rows.isEmpty() ? "" : expected.get("error").asString() + ", " + rows.size() + " read";
    }
    List<String> differs = new ArrayList<>();
    if (expected.has("transactions") && expected.get("transactions").asInt() != rows.size()) {
      differs.add(expected.get("transactions").asInt() + " rows ≠ " + rows.size());
    }
    for (JsonNode one : expected.get("tx")) {
      int index = one.get("index").asInt();
      if (index < rows.size()) {
        row(one, rows.get(index), differs);
      } else {
        differs.add("row " + index + " missing");
      }
    }
    return String.join("; ", differs);
  }

  private static void row(JsonNode expected, BillRow row, List<String> differs) {
    if (expected.has("AmountInCents")) {
      long cents = Math.abs(expected.get("AmountInCents").asLong());
      if (cents != row.amount().fen()) {
        differs.add(cents + " ≠ " + row.amount().fen());
      }
    }
    if (expected.has("TransactionTime")
        && !expected.get("TransactionTime").asString().equals(TIME.format(row.time().local()))) {
      differs.add("time " + row.time());
    }
    if (expected.has("Comment")) {
      // The peer puts the goods where the note is empty.
      String comment = expected.get("Comment").asString();
      if (!comment.equals(row.note()) && !comment.equals(row.item())) {
        differs.add("note " + comment + " ≠ " + row.note());
      }
    }
  }
}
