package dev.hufu.intake.event;

import static dev.hufu.intake.event.Reading.accepted;
import static dev.hufu.intake.event.Reading.packed;
import static dev.hufu.intake.event.Reading.rows;
import static dev.hufu.intake.event.Reading.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal: a line is one event, exactly, or one refusal that points at what is wrong. */
class NdjsonEventsTest {

  private static final String GOOD =
      "{\"type\":\"label\",\"id\":\"g\",\"at\":\"2026-11-21T20:00:00Z\",\"event\":\"t\",\"fraud\":true}";

  @Test
  void readsATransfer() {
    String line =
        """
        {"type":"transfer","id":"t1","at":"2026-11-21T20:00:00.125+08:00","amount":"1000.00",\
        "payer":"张三","payee":"b","place":null,"balance":0.5}
        """;
    EventValues expected =
        EventValues.of(EventTypes.TRANSFER, "t1", Instant.parse("2026-11-21T12:00:00.125Z"))
            .put("amount", 100_000)
            .put("payer", "张三")
            .put("payee", "b")
            .put("balance", 50)
            .build();
    assertThat(Reading.written(accepted(rows(line)))).isEqualTo(Reading.written(List.of(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # the fields behind {"type":"each","id":"a","at":1795000000000 | code and place | value
          ,"flag":true                 | ok a                              | 1
          ,"flag":false                | ok a                              | 0
          ,"flag":1                    | EVENT_WRONG_KIND 1:51             |
          ,"flag":"true"               | EVENT_WRONG_KIND 1:51             |
          ,"count":7                   | ok a                              | 7
          ,"count":-7                  | ok a                              | -7
          ,"count":7.0                 | EVENT_WRONG_KIND 1:52             |
          ,"count":"7"                 | EVENT_WRONG_KIND 1:52             |
          ,"count":NaN                 | EVENT_NOT_FINITE 1:52             |
          ,"count":10000000000000      | ok a                              | 10000000000000
          ,"count":-10000000000000     | ok a                              | -10000000000000
          ,"count":10000000000001      | EVENT_NUMBER_TOO_LARGE 1:52       |
          ,"count":-10000000000001     | EVENT_NUMBER_TOO_LARGE 1:52       |
          ,"count":99999999999999999999| EVENT_NUMBER_TOO_LARGE 1:52       |
          ,"amount":1000               | ok a                              | 100000
          ,"amount":"0.1"              | ok a                              | 10
          ,"amount":-0.01              | ok a                              | -1
          ,"amount":0.07               | ok a                              | 7
          ,"amount":1e3                | ok a                              | 100000
          ,"amount":1.5E-1             | ok a                              | 15
          ,"amount":"1.100"            | ok a                              | 110
          ,"amount":"1.001"            | EVENT_DECIMALS_TOO_MANY 1:53      |
          ,"amount":1e-3               | EVENT_DECIMALS_TOO_MANY 1:53      |
          ,"amount":1e999999999        | EVENT_NUMBER_TOO_LARGE 1:53       |
          ,"amount":100000000000.00    | ok a                              | 10000000000000
          ,"amount":100000000000.01    | EVENT_NUMBER_TOO_LARGE 1:53       |
          ,"amount":"1,000"            | EVENT_WRONG_KIND 1:53             |
          ,"amount":"1000 yuan"        | EVENT_WRONG_KIND 1:53             |
          ,"amount":""                 | EVENT_WRONG_KIND 1:53             |
          ,"amount":"-"                | EVENT_WRONG_KIND 1:53             |
          ,"amount":".5"               | EVENT_WRONG_KIND 1:53             |
          ,"amount":"5."               | EVENT_WRONG_KIND 1:53             |
          ,"amount":Infinity           | EVENT_NOT_FINITE 1:53             |
          ,"amount":-Infinity          | EVENT_NOT_FINITE 1:53             |
          ,"amount":"NaN"              | EVENT_NOT_FINITE 1:53             |
          ,"amount":{"yuan":1}         | EVENT_WRONG_KIND 1:53             |
          ,"elapsed":1500              | ok a                              | 1500
          ,"elapsed":"30 d"            | ok a                              | 2592000000
          ,"elapsed":"2h"              | ok a                              | 7200000
          ,"elapsed":"90 min"          | ok a                              | 5400000
          ,"elapsed":"2 y"             | EVENT_WRONG_KIND 1:54             |
          ,"elapsed":"1.5 h"           | EVENT_DECIMALS_TOO_MANY 1:54      |
          ,"elapsed":"999999999 w"     | EVENT_NUMBER_TOO_LARGE 1:54       |
          ,"elapsed":1.5               | EVENT_WRONG_KIND 1:54             |
          ,"rate":0.123456             | ok a                              | 123456
          ,"rate":"1"                  | ok a                              | 1000000
          ,"rate":0.1234567            | EVENT_DECIMALS_TOO_MANY 1:51      |
          ,"word":"急"                 | ok a                              | 急
          ,"word":"\\uD83D\\uDE00"     | ok a                              | 😀
          ,"word":"\\uD83D"            | EVENT_WORD_UNUSABLE 1:51          |
          ,"word":"a\\u0000"           | EVENT_WORD_UNUSABLE 1:51          |
          ,"word":""                   | EVENT_WORD_UNUSABLE 1:51          |
          ,"word":7                    | EVENT_WRONG_KIND 1:51             |
          ,"word":NaN                  | EVENT_NOT_FINITE 1:51             |
          ,"word":["a"]                | EVENT_WRONG_KIND 1:51             |
          ,"word":"急","flat":1        | EVENT_FIELD_UNKNOWN 1:55          |
          ,"word":"😀","word":"b"      | EVENT_FIELD_TWICE 1:56            |
          ,"word":null,"word":"b"      | EVENT_FIELD_TWICE 1:56            |
          ,"id":"b"                    | EVENT_FIELD_TWICE 1:44            |
          ,"at":1795000000000          | EVENT_FIELD_TWICE 1:44            |
          ,"type":"each"               | EVENT_FIELD_TWICE 1:44            |
          """)
  void readsEachKindOrSaysWhere(String fields, String expected, String value) {
    String line = "{\"type\":\"each\",\"id\":\"a\",\"at\":1795000000000" + fields + "}";
    List<EventRow> rows = rows(line);
    assertThat(rows).singleElement().extracting(Reading::shown).isEqualTo(expected);
    for (EventValues event : accepted(rows)) {
      String name = fields.substring(2, fields.indexOf('"', 2));
      int place = Reading.EACH.place(name);
      String read = name.equals("word") ? event.word(place) : Long.toString(event.number(place));
      assertThat(read).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"lable","id":"a"}                              | EVENT_TYPE_UNKNOWN 1:9
          {"type":7}                                             | EVENT_WRONG_KIND 1:9
          {}                                                     | EVENT_FIELD_MISSING 1:1
          {"id":"a"}                                             | EVENT_FIELD_MISSING 1:1
          {"type":"label"}                                       | EVENT_FIELD_MISSING 1:1
          {"type":"label","id":"a","at":1795000000000,"event":"t"} | EVENT_FIELD_MISSING 1:1
          {"type":"label","event":null}                          | EVENT_FIELD_MISSING 1:25
          {"event":"t","nope":1,"type":"label"}                  | EVENT_FIELD_UNKNOWN 1:14
          {"type":"label","id":7}                                | EVENT_WRONG_KIND 1:22
          {"type":"label","id":""}                               | EVENT_WORD_UNUSABLE 1:22
          {"type":"label","at":"2026-11-21"}                     | EVENT_TIME_NOT_A_TIME 1:22
          {"type":"label","at":"2026-11-21T20:00:00"}            | EVENT_TIME_NOT_A_TIME 1:22
          {"type":"label","at":"2026-02-29T20:00:00Z"}           | EVENT_TIME_NOT_A_TIME 1:22
          {"type":"label","at":"2026-11-21T24:00:00Z"}           | EVENT_TIME_NOT_A_TIME 1:22
          {"type":"label","at":1795000000000.5}                  | EVENT_TIME_NOT_A_TIME 1:22
          {"type":"label","at":true}                             | EVENT_TIME_NOT_A_TIME 1:22
          {"type":"label","at":1795000000}                       | EVENT_TIME_OUT_OF_RANGE 1:22
          {"type":"label","at":1e400}                            | EVENT_TIME_NOT_A_TIME 1:22
          {"type":"label","at":9999999999999999999999}           | EVENT_TIME_OUT_OF_RANGE 1:22
          {"type":"label","at":"+999999999-12-31T23:59:59Z"}     | EVENT_TIME_OUT_OF_RANGE 1:22
          {"type":"label","at":"1999-12-31T23:59:59.999Z"}       | EVENT_TIME_OUT_OF_RANGE 1:22
          {"type":"label","at":"2100-01-01T00:00:00.001Z"}       | EVENT_TIME_OUT_OF_RANGE 1:22
          {"type":"label","at":NaN}                              | EVENT_TIME_NOT_A_TIME 1:22
          {"type":"label","id":"急",,}                           | EVENT_LINE_BROKEN 1:26
          {"type":"label"                                        | EVENT_LINE_BROKEN 1:16
          {"type":"label","id":"a                                | EVENT_LINE_BROKEN 1:24
          ["type"]                                               | EVENT_LINE_BROKEN 1:1
          nonsense                                               | EVENT_LINE_BROKEN 1:1
          {"type":"label","id":"a","at":1795000000000,"event":"t","fraud":true} {} | EVENT_LINE_BROKEN 1:71
          """)
  void saysWhatIsWrongAndWhere(String line, String expected) {
    assertThat(rows(line)).singleElement().extracting(Reading::shown).isEqualTo(expected);
  }

  @Test
  void readsMomentsAsTheLibraryDoes() {
    for (String at :
        List.of(
            "2000-01-01T00:00:00Z",
            "2100-01-01T00:00:00Z",
            "2024-02-29T23:59:59.9Z",
            "2026-11-21T20:00+08:00",
            "2026-11-21T20:00:00.12-09:30",
            "2026-11-21T20:00:00.123456789+18:00",
            "2026-11-21T00:00:00.007+00:00")) {
      EventValues event = accepted(rows(GOOD.replace("2026-11-21T20:00:00Z", at))).getFirst();
      assertThat(event.at()).as(at).isEqualTo(OffsetDateTime.parse(at).toInstant().toEpochMilli());
    }
  }

  @Test
  void oneBrokenLineCostsItselfOnly() {
    byte[] file = utf8(GOOD + "\n\r\n  \n{\n急" + GOOD + "\n\"急\u0001\n" + GOOD + "\r\n" + GOOD);
    file[file.length - 2 * GOOD.length() - 6] = (byte) 0xFF;
    assertThat(rows(Reading.ndjson(file, OnRefusal.GO_ON)).stream().map(Reading::shown))
        .containsExactly(
            "ok g",
            "EVENT_LINE_BROKEN 4:2",
            "EVENT_LINE_BROKEN 5:2",
            "EVENT_ENCODING 6:2",
            "ok g",
            "ok g");
    assertThat(rows(Reading.ndjson(file, OnRefusal.STOP)).stream().map(Reading::shown))
        .containsExactly("ok g", "EVENT_LINE_BROKEN 4:2");
  }

  @Test
  void keepsTheLimitsOfWordsIdsAndLines() {
    String word = "急".repeat(Limits.EVENT_WORD_CHARS_MAX);
    String id = "急".repeat(Limits.EVENT_ID_CHARS_MAX);
    int room = Limits.EVENT_LINE_BYTES_MAX - GOOD.length();
    String file =
        String.join(
            "\n",
            GOOD.replace("\"t\"", "\"" + word + "\""),
            GOOD.replace("\"t\"", "\"" + word + "急\""),
            GOOD.replace("\"g\"", "\"" + id + "\""),
            GOOD.replace("\"g\"", "\"" + id + "急\""),
            GOOD + " ".repeat(room) + "\r",
            GOOD + " ".repeat(room + 1),
            GOOD + " ".repeat(9 * Limits.EVENT_LINE_BYTES_MAX),
            GOOD);
    assertThat(rows(file).stream().map(Reading::shown))
        .containsExactly(
            "ok g",
            "EVENT_WORD_TOO_LONG 2:62",
            "ok " + id,
            "EVENT_ID_TOO_LONG 4:22",
            "ok g",
            "EVENT_LINE_TOO_LONG 6:1",
            "EVENT_LINE_TOO_LONG 7:1",
            "ok g");
  }

  @Test
  void unpacksAndKeepsWhatCameBeforeABreak() {
    String many = (GOOD + "\n").repeat(3);
    assertThat(rows(Reading.ndjson(packed(utf8("\uFEFF" + many)), OnRefusal.GO_ON))).hasSize(3);
    byte[] whole = packed(utf8(many));
    byte[] broken = Arrays.copyOf(whole, whole.length - 4);
    List<String> read =
        rows(Reading.ndjson(broken, OnRefusal.GO_ON)).stream().map(Reading::shown).toList();
    assertThat(read).containsExactly("ok g", "ok g", "ok g", "EVENT_FILE_CUT 4:1");
    byte[] header = Arrays.copyOf(whole, 5);
    assertThat(rows(Reading.ndjson(header, OnRefusal.GO_ON)).stream().map(Reading::shown))
        .containsExactly("EVENT_FILE_CUT 1:1");
  }

  @Test
  void aBinaryFileIsOneRefusal() {
    for (byte[] file :
        List.of(
            new byte[] {'P', 'K', 3, 4, '\n', 'x'},
            new byte[] {'a', '\n', 0, '\n'},
            GOOD.getBytes(StandardCharsets.UTF_16))) {
      assertThat(rows(Reading.ndjson(file, OnRefusal.GO_ON)).stream().map(Reading::shown))
          .containsExactly("EVENT_FILE_BINARY 1:1");
    }
    assertThat(rows("")).isEmpty();
  }

  @Test
  void noRefusalQuotesAValue() {
    for (EventRow row :
        rows(
            """
            {"type":"transfer","id":"secret\\u0001"}
            {"type":"transfer","amount":"secret"}
            {"type":"transfer","payer":["secret"]}
            {"type":"transfer","at":"secret"}
            {"type":"transfer","payer":secret}
            """)) {
      assertThat(((EventRow.Refused) row).refusal().toString()).doesNotContain("secret");
    }
  }
}
