package dev.hufu.intake.event;

import static dev.hufu.intake.event.Reading.accepted;
import static dev.hufu.intake.event.Reading.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.event.EventValues;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Goal: any bytes give rows that add up, never an exception, and what was accepted is read again
 * from what is written. Method: Jazzer; in a build it runs the seeds kept beside this class, and
 * with {@code JAZZER_FUZZ=1} it looks for more.
 */
class EventFuzzTest {

  @FuzzTest
  void ndjson(byte[] bytes) {
    List<EventRow> rows = rows(Reading.ndjson(bytes, OnRefusal.GO_ON));
    int last = 0;
    for (EventRow row : rows) {
      assertThat(row.line()).isGreaterThan(last);
      last = row.line();
    }
    List<EventValues> events = accepted(rows);
    byte[] written = Reading.written(events);
    assertThat(accepted(rows(Reading.ndjson(written, OnRefusal.STOP)))).isEqualTo(events);
  }

  /** The mapping stands before the first NUL, the table behind it. */
  @FuzzTest
  void mappings(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    byte[] text = Arrays.copyOf(bytes, end);
    byte[] table = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    EventMapping.read("m.yaml", text, Reading.TYPES)
        .findValue()
        .ifPresent(
            mapping ->
                rows(
                    new CsvEvents(
                        "t.csv", new ByteArrayInputStream(table), mapping, OnRefusal.GO_ON)));
  }
}
