package dev.hufu.intake.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.money.Fen;
import org.junit.jupiter.api.Test;

/** Goal: a bill of any maker is read with a mapping. Method: made-up banks. */
class BillMappingTest {

  private static final String MAPPING =
      """
      name: 某银行
      zone: Asia/Tokyo
      time-format: dd/MM/yyyy HH:mm
      sign: positive-is-out
      columns:
        time: Zeit
        amount: Betrag
        direction: Art
        counterparty: Wer
      directions: {S: out, H: in, X: neutral}
      """;

  private static BillMapping mapping(String text) {
    return BillMapping.read("m.yaml", Bills.utf8(text)).orThrow();
  }

  private static Refusal refusal(String text) {
    return BillMapping.read("m.yaml", Bills.utf8(text)).findRefusal().orElseThrow();
  }

  @Test
  void columnsWordsAndTimesAreTakenAsTheMappingSays() {
    var bill =
        new BillReader()
            .mapping(mapping(MAPPING))
            .read("b.csv", Bills.utf8("x;y\nZeit;Betrag;Art;Wer\n05/01/2026 12:30;1.50;S;Anna\n"))
            .orThrow()
            .getFirst();
    BillRow row = bill.rows().getFirst();
    assertThat(bill.file().form()).isEqualTo("某银行");
    assertThat(row.time()).hasToString("2026-01-05T12:30:00+09:00");
    assertThat(row.amount()).isEqualTo(new Fen(150));
    assertThat(row.direction()).isEqualTo(Direction.OUT);
    assertThat(row.counterparty()).isEqualTo("Anna");
  }

  @Test
  void aCardsBillHasItsSignTurned() {
    String text = "name: c\nsign: positive-is-out\ncolumns: {date: 日, amount: 额}\n";
    var rows =
        new BillReader()
            .mapping(mapping(text))
            .read("b.csv", Bills.utf8("日,额\n2026-01-05,12.00\n2026-01-06,-3.00\n"))
            .orThrow()
            .getFirst()
            .rows();
    assertThat(rows).extracting(BillRow::direction).containsExactly(Direction.OUT, Direction.IN);
  }

  @Test
  void aMappingThatIsWrongIsToldWithItsPlace() {
    assertThat(refusal("columns: {time: a}\n").code()).isEqualTo(Code.MAPPING_COLUMN_MISSING);
    assertThat(refusal("name: b\n").code()).isEqualTo(Code.MAPPING_COLUMN_MISSING);
    assertThat(refusal("columns: {tyme: a, amount: b}\n").position())
        .hasToString("Optional[m.yaml:1:11]");
    assertThat(refusal("columns: {time: a, amount: b}\nzone: Mars\n").code())
        .isEqualTo(Code.MAPPING_BROKEN);
    assertThat(refusal("columns: {time: a, amount: b}\ntime-format: '{'\n").code())
        .isEqualTo(Code.MAPPING_BROKEN);
    assertThat(refusal("columns: {time: a, amount: b}\ndirections: {S: up}\n").code())
        .isEqualTo(Code.MAPPING_BROKEN);
  }

  @Test
  void aTableWithoutTheColumnsIsNoBill() {
    assertThat(
            new BillReader()
                .mapping(mapping(MAPPING))
                .read("b.csv", Bills.utf8("a,b\n1,2\n"))
                .findRefusal()
                .orElseThrow()
                .code())
        .isEqualTo(Code.BILL_NOT_A_BILL);
  }
}
