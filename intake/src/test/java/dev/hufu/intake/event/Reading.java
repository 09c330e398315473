package dev.hufu.intake.event;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.matter.Sensitivity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Reads whole files out of a test's own hands. */
final class Reading {

  /** A kind with one field of each kind. */
  static final EventType EACH =
      new EventType(
          "each",
          List.of(
              field("flag", FieldKind.FLAG, ""),
              field("count", FieldKind.COUNT, ""),
              field("amount", FieldKind.AMOUNT, "yuan"),
              field("elapsed", FieldKind.ELAPSED, "ms"),
              field("rate", FieldKind.RATE, ""),
              field("word", FieldKind.WORD, "")));

  /** The built-in ones, a transfer that says whether it was fraud, and {@link #EACH}. */
  static final EventTypes TYPES =
      EventTypes.BUILT_IN
          .with(EventTypes.TRANSFER.with(List.of(field("fraud", FieldKind.FLAG, ""))))
          .with(EACH);

  private Reading() {}

  private static EventField field(String name, FieldKind kind, String unit) {
    return new EventField(name, kind, unit, Sensitivity.OPEN, false);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static EventReader ndjson(byte[] file, OnRefusal onRefusal) {
    return new NdjsonEvents("e.ndjson", new ByteArrayInputStream(file), TYPES, onRefusal);
  }

  static List<EventRow> rows(String ndjson) {
    return rows(ndjson(utf8(ndjson), OnRefusal.GO_ON));
  }

  /** All rows; the totals must add up to them. */
  static List<EventRow> rows(EventReader reader) {
    List<EventRow> rows = new ArrayList<>();
    try (reader) {
      for (Optional<EventRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long accepted = rows.stream().filter(EventRow.Accepted.class::isInstance).count();
    EventTotals expected = new EventTotals(rows.size(), accepted, rows.size() - accepted);
    if (!reader.totals().equals(expected)) {
      throw new AssertionError(reader.totals() + " != " + expected);
    }
    return rows;
  }

  static List<EventValues> accepted(List<EventRow> rows) {
    return rows.stream()
        .filter(EventRow.Accepted.class::isInstance)
        .map(row -> ((EventRow.Accepted) row).event())
        .toList();
  }

  /** {@code ok ID} or {@code CODE line:column}. */
  static String shown(EventRow row) {
    return switch (row) {
      case EventRow.Accepted(int line, EventValues event) -> "ok " + event.id();
      case EventRow.Refused(int line, Optional<String> id, var refusal) ->
          refusal.code()
              + " "
              + refusal.position().orElseThrow().toString().replaceFirst(".*?:", "");
    };
  }

  static byte[] written(List<EventValues> events) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EventWriter out = new EventWriter(bytes)) {
      for (EventValues event : events) {
        out.write(event);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] packed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
