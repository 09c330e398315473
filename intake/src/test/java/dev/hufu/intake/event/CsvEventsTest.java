package dev.hufu.intake.event;

import static dev.hufu.intake.event.Reading.accepted;
import static dev.hufu.intake.event.Reading.rows;
import static dev.hufu.intake.event.Reading.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal: a foreign table becomes events as its mapping says, and each bad cell is pointed at. */
class CsvEventsTest {

  private static final Path MAPPINGS = Path.of("..", "docs", "examples", "mappings");

  private static final String EACH =
      """
      type: each
      id: no
      at: {column: when, format: yyyy-MM-dd, zone: Asia/Shanghai}
      fields:
        flag: {column: ok, values: {是: true, 否: false}}
        count: n
        amount: {column: 金额, unit: fen}
        elapsed: {column: age, unit: d}
        rate: share
        word: {constant: 固定}
      skip: others
      """;
  private static final String HEADER = "no,when,ok,n,金额,age,share,note\n";

  @Test
  void readsTheHandbook() throws IOException {
    String table =
        """
        TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_FRAUD,TX_FRAUD_SCENARIO
        0,2018-04-01 00:00:31,596,3156,57.16,0,0
        1,2018-04-01 00:02:10,4961,3412,81.51,1,3
        """;
    assertThat(ndjson(example("handbook.yaml"), table))
        .isEqualTo(
            """
            {"type":"transfer","id":"0","at":"2018-04-01T00:00:31Z","amount":"57.16",\
            "payer":"596","payee":"3156","channel":"card","fraud":false}
            {"type":"transfer","id":"1","at":"2018-04-01T00:02:10Z","amount":"81.51",\
            "payer":"4961","payee":"3412","channel":"card","fraud":true}
            """);
  }

  @Test
  void readsAmlSim() throws IOException {
    String table =
        """
        sourceNodeId,targetNodeId,value,time
        280,15349,147.8,1
        249,9015,104.06,1
        249,9015,104.066,1
        166,9955,183.77,31
        """;
    assertThat(ndjson(example("amlsim.yaml"), table))
        .isEqualTo(
            """
            {"type":"transfer","id":"1","at":"2026-01-02T00:00:00Z","amount":"147.80",\
            "payer":"280","payee":"15349"}
            {"type":"transfer","id":"2","at":"2026-01-02T00:00:00Z","amount":"104.06",\
            "payer":"249","payee":"9015"}
            {"type":"transfer","id":"4","at":"2026-02-01T00:00:00Z","amount":"183.77",\
            "payer":"166","payee":"9955"}
            """);
  }

  @Test
  void readsGb18030AndKeepsItsColumns() {
    EventMapping mapping = mapping("encoding: GB18030\n" + EACH);
    Charset gb = Charset.forName("GB18030");
    byte[] table =
        (HEADER + "a,2026-11-21,是,3,1050,2,0.5,注😀\nb,2026-11-21,是,x,,,,\n").getBytes(gb);
    List<EventRow> rows = rows(csv(table, mapping));
    assertThat(rows.stream().map(Reading::shown)).containsExactly("ok a", "EVENT_WRONG_KIND 3:16");
    assertThat(new String(Reading.written(accepted(rows)), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"type":"each","id":"a","at":"2026-11-20T16:00:00Z","flag":true,"count":3,\
            "amount":"10.50","elapsed":172800000,"rate":0.5,"word":"固定"}
            """);
    byte[] broken = (HEADER + "a,2026-11-21,是").getBytes(gb);
    broken[broken.length - 1] = (byte) 0xFF;
    assertThat(rows(csv(broken, mapping)).stream().map(Reading::shown))
        .containsExactly("EVENT_ENCODING 2:14");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          a,2026-11-21,是,3,1050,2,0.5,x     ! ok a
          "a" , 2026-11-21 ,,,,,,           ! EVENT_LINE_BROKEN 2:3
          "a,b",2026-11-21,,,,,,            ! ok a,b
          "a""b",2026-11-21,,x,,,,          ! EVENT_WRONG_KIND 2:20
          "a",2026-11-21,"是","x",,,,        ! EVENT_WRONG_KIND 2:20
          "a,2026-11-21,是,3,1050,2,0.5,x    ! EVENT_LINE_BROKEN 2:1
          a,2026-11-21,是,3,1050,2,0.5       ! EVENT_ROW_CELLS 2:28
          a,2026-11-21,是,3,1050,2,0.5,x,y   ! EVENT_ROW_CELLS 2:31
          ,2026-11-21,,,,,,                 ! EVENT_FIELD_MISSING 2:1
          a,,,,,,,                          ! EVENT_TIME_NOT_A_TIME 2:3
          a,2026-02-30,,,,,,                ! EVENT_TIME_NOT_A_TIME 2:3
          a,1999-12-31,,,,,,                ! EVENT_TIME_OUT_OF_RANGE 2:3
          a,2026-11-21,有,,,,,               ! EVENT_WRONG_KIND 2:14
          a,2026-11-21,,1.5,,,,             ! EVENT_DECIMALS_TOO_MANY 2:15
          a,2026-11-21,,,10.5,,,            ! EVENT_DECIMALS_TOO_MANY 2:16
          a,2026-11-21,,,10000000000001,,,  ! EVENT_NUMBER_TOO_LARGE 2:16
          a,2026-11-21,,,NaN,,,             ! EVENT_NOT_FINITE 2:16
          a,2026-11-21,,,,x,,               ! EVENT_WRONG_KIND 2:17
          a,2026-11-21,,,,,0.1234567,       ! EVENT_DECIMALS_TOO_MANY 2:18
          """)
  void readsARowOrSaysWhere(String row, String expected) {
    assertThat(rows(csv(utf8(HEADER + row), mapping(EACH))))
        .singleElement()
        .extracting(Reading::shown)
        .isEqualTo(expected);
  }

  @Test
  void aHeaderThatDoesNotFitEndsTheFile() {
    EventMapping strict = mapping(EACH.replace("others", "[note]"));
    String row = "\na,2026-11-21,,,,,,\n";
    assertThat(rows(csv(utf8("no,when,ok,n,金额,age,share,note,more" + row), strict)))
        .singleElement()
        .extracting(Reading::shown)
        .isEqualTo("MAPPING_COLUMN_UNUSED 1:32");
    assertThat(rows(csv(utf8("no,when,ok,n,金额,age,share,no" + row), strict)))
        .singleElement()
        .extracting(Reading::shown)
        .isEqualTo("EVENT_FIELD_TWICE 1:27");
    assertThat(rows(csv(utf8("no,when,ok,n,age,share" + row), strict)))
        .singleElement()
        .extracting(Reading::shown)
        .isEqualTo("MAPPING_COLUMN_MISSING 7:20");
    String wide = "x".repeat(Limits.EVENT_LINE_BYTES_MAX + 1);
    assertThat(rows(csv(utf8(wide + row), strict)))
        .singleElement()
        .extracting(Reading::shown)
        .isEqualTo("EVENT_LINE_TOO_LONG 1:1");
    assertThat(rows(csv(new byte[0], strict))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          type: each             ! type: eech            ! EVENT_TYPE_UNKNOWN 1:7
          type: each             ! sort: each            ! MAPPING_BROKEN 1:1
          skip: others             ! encoding: Latin-1     ! MAPPING_BROKEN 11:11
          skip: others             ! separator: x          ! MAPPING_BROKEN 11:12
          type: each             ! [                     ! MAPPING_BROKEN 1:1
          id: no                 ! id: [no]              ! MAPPING_BROKEN 2:5
          id: no                 ! id: {col: no}         ! MAPPING_BROKEN 2:6
          id: no                 ! type: each            ! MAPPING_BROKEN 2:1
          column: when,          ! colum: when,          ! MAPPING_BROKEN 3:6
          column: when,          ! ``                    ! EVENT_FIELD_MISSING 3:5
          , zone: Asia/Shanghai  ! ``                    ! EVENT_FIELD_MISSING 3:5
          Asia/Shanghai          ! Asia/Peking           ! MAPPING_BROKEN 3:46
          yyyy-MM-dd             ! yyyy-bb               ! MAPPING_BROKEN 3:28
          yyyy-MM-dd             ! iso                   ! MAPPING_BROKEN 3:33
          format: yyyy-MM-dd     ! unit: d               ! MAPPING_BROKEN 3:29
          count: n               ! counts: n             ! EVENT_FIELD_UNKNOWN 6:3
          count: n               ! count: [n]            ! MAPPING_BROKEN 6:10
          count: n               ! count: {column: n, unit: d} ! MAPPING_BROKEN 6:28
          , unit: fen            ! ``                    ! EVENT_FIELD_MISSING 7:11
          unit: fen              ! unit: usd             ! MAPPING_BROKEN 7:30
          unit: d                ! unit: y               ! MAPPING_BROKEN 8:32
          是: true                ! 是: 1                 ! EVENT_WRONG_KIND 5:34
          {是: true, 否: false}    ! {}                    ! MAPPING_BROKEN 5:30
          constant: 固定          ! constant: ""          ! EVENT_WORD_UNUSABLE 10:20
          constant: 固定          ! constant: a, column: b ! MAPPING_BROKEN 10:23
          skip: others           ! skip: other           ! MAPPING_BROKEN 11:7
          others                 ! [{a: b}]              ! MAPPING_BROKEN 11:8
          others                 ! [[[[[[[[]]]]]]]]      ! MAPPING_BROKEN 11:10
          """)
  void saysWhereAMappingIsWrong(String right, String wrong, String expected) {
    String text = EACH.replace(right, wrong == null ? "" : wrong);
    var refusal =
        EventMapping.read("m.yaml", utf8(text), Reading.TYPES).findRefusal().orElseThrow();
    assertThat(refusal.code() + refusal.position().orElseThrow().toString().replace("m.yaml:", " "))
        .isEqualTo(expected);
  }

  @Test
  void aRequiredFieldMustBeFedAndFound() {
    String mapping =
        """
        type: label
        id: {column: row}
        at: {column: t, format: epoch-s}
        fields: {event: e, fraud: f}
        """;
    String without = mapping.replace("e, fraud: f", "e");
    assertThat(
            EventMapping.read("m.yaml", utf8(without), Reading.TYPES)
                .findRefusal()
                .map(Object::toString)
                .orElse(""))
        .startsWith("HF-919 m.yaml:4:9:")
        .contains("fraud");
    assertThat(
            rows(csv(utf8("row,t,e,f\n7,1795000000,x,true\n8,1795000000,x,\n"), mapping(mapping)))
                .stream()
                .map(Reading::shown))
        .containsExactly("ok 7", "EVENT_FIELD_MISSING 3:16");
  }

  @Test
  void keepsTheLimitOfAMappingFile() {
    String atLimit = EACH + "#".repeat(Limits.MAPPING_BYTES_MAX - utf8(EACH).length);
    assertThat(EventMapping.read("m.yaml", utf8(atLimit), Reading.TYPES).findValue()).isPresent();
    assertThat(EventMapping.read("m.yaml", utf8(atLimit + "#"), Reading.TYPES).findRefusal())
        .isPresent();
  }

  private static EventReader csv(byte[] table, EventMapping mapping) {
    return new CsvEvents("t.csv", new ByteArrayInputStream(table), mapping, OnRefusal.GO_ON);
  }

  private static EventMapping mapping(String text) {
    return EventMapping.read("m.yaml", utf8(text), Reading.TYPES).orThrow();
  }

  private static EventMapping example(String name) throws IOException {
    return EventMapping.read(name, Files.readAllBytes(MAPPINGS.resolve(name)), Reading.TYPES)
        .orThrow();
  }

  /** What a table becomes, once it has been read back and written again to the same bytes. */
  private static String ndjson(EventMapping mapping, String table) {
    byte[] written = Reading.written(accepted(rows(csv(utf8(table), mapping))));
    byte[] again = Reading.written(accepted(rows(Reading.ndjson(written, OnRefusal.STOP))));
    assertThat(again).isEqualTo(written);
    return new String(written, StandardCharsets.UTF_8);
  }
}
