package dev.hufu.kernel.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.bill.BillTime.Exact;
import dev.hufu.kernel.bill.Pairing.How;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Goal: several bills make one story: overlaps once, what came back beside what it was paid for,
 * one payment once. Method: small bills by hand.
 */
class TimelineTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDateTime DAY = LocalDateTime.of(2026, 3, 1, 10, 0, 0);

  private final List<BillRow> rows = new ArrayList<>();
  private Platform platform = Platform.WECHAT;
  private Exact exact = Exact.SECOND;
  private String file = "a.csv";
  private String method = "零钱";

  private BillRow row(
      LocalDateTime at,
      long fen,
      Direction direction,
      RowKind kind,
      RowStatus status,
      String type,
      String with,
      String item,
      String number,
      String merchant) {
    BillRow row =
        new BillRow(
            new BillPlace(file, "", rows.size() + 1),
            platform,
            "",
            BillTime.of(at, ZONE, exact),
            new Fen(fen),
            direction,
            kind,
            status,
            with,
            "",
            new BillWords(type, item, method, "", "", ""),
            new BillIds(number, merchant),
            BillSums.NONE);
    rows.add(row);
    return row;
  }

  private BillRow paid(LocalDateTime at, long fen, String with, String number) {
    return row(
        at, fen, Direction.OUT, RowKind.PURCHASE, RowStatus.DONE, "商户消费", with, "物", number, "");
  }

  private BillRow back(LocalDateTime at, long fen, String type, String with, String number) {
    return row(at, fen, Direction.IN, RowKind.REFUND, RowStatus.DONE, type, with, "", number, "");
  }

  private Statement bill() {
    BillFile told =
        new BillFile(
            file,
            "",
            platform,
            "made",
            "",
            BillTotals.NONE,
            BillTotals.of(rows.size(), rows),
            rows.size(),
            List.of(),
            List.of());
    Statement bill = new Statement(told, rows);
    rows.clear();
    return bill;
  }

  private static List<How> hows(Timeline timeline) {
    return timeline.pairs().stream().map(Pairing::how).toList();
  }

  @Test
  void rowsOfTwoBillsStandInTheOrderOfTime() {
    paid(DAY.plusDays(2), 100, "a", "1111");
    Statement one = bill();
    file = "b.csv";
    platform = Platform.ALIPAY;
    paid(DAY.plusDays(1), 200, "b", "2222");
    paid(DAY.plusDays(3), 300, "c", "3333");
    Timeline timeline = Timeline.of(List.of(one, bill()));
    assertThat(timeline.rows())
        .extracting(row -> row.amount().fen())
        .containsExactly(200L, 100L, 300L);
    assertThat(timeline.removed()).isEmpty();
  }

  @Test
  void overlapsGoOnceAndEqualRowsOfOneBillStay() {
    paid(DAY, 100, "a", "1111");
    paid(DAY, 100, "a", "1111");
    paid(DAY.plusHours(1), 100, "b", "2222");
    Statement first = bill();
    file = "b.csv";
    paid(DAY, 100, "a", "1111");
    paid(DAY, 100, "a", "1111");
    paid(DAY, 100, "a", "1111");
    row(
        DAY.plusHours(1),
        100,
        Direction.OUT,
        RowKind.PURCHASE,
        RowStatus.REFUNDED,
        "商户消费",
        "b",
        "物",
        "2222",
        "");
    Timeline timeline = Timeline.of(List.of(first, bill()));
    assertThat(timeline.rows()).hasSize(4);
    assertThat(timeline.removed()).hasSize(3);
    assertThat(timeline.rows().getLast().status()).isEqualTo(RowStatus.REFUNDED);
    assertThat(timeline.removed().getLast().kept().file()).isEqualTo("b.csv");
    assertThat(timeline.removed().getLast().row().place().file()).isEqualTo("a.csv");
  }

  @Test
  void refundsFindTheirPaymentByNumberBeforeName() {
    paid(DAY, 5_000, "书店", "20260301001");
    paid(DAY.plusDays(1), 5_000, "书店", "20260302002");
    back(DAY.plusDays(2), 5_000, "退款", "书店", "20260301001_77");
    Timeline timeline = Timeline.of(List.of(bill()));
    assertThat(timeline.pairs())
        .containsExactly(new Pairing(0, 2, How.FULL_REFUND, new Fen(5_000)));
  }

  @Test
  void partsAreToldFromTheWholeAndNeverExceedIt() {
    paid(DAY, 5_000, "书店", "20260301001");
    back(DAY.plusDays(1), 2_000, "退款", "书店", "20260301001_1");
    back(DAY.plusDays(2), 3_000, "退款", "书店", "20260301001_2");
    back(DAY.plusDays(3), 1_000, "退款", "书店", "20260301001_3");
    Timeline timeline = Timeline.of(List.of(bill()));
    assertThat(hows(timeline)).containsExactly(How.PART_REFUND, How.PART_REFUND);
  }

  @Test
  void packetsTransfersAndWithdrawalsThatCameBack() {
    row(
        DAY,
        20_000,
        Direction.OUT,
        RowKind.RED_PACKET,
        RowStatus.REFUNDED,
        "微信红包",
        "阿明",
        "",
        "1001",
        "");
    row(
        DAY.plusHours(1),
        30_000,
        Direction.OUT,
        RowKind.TRANSFER,
        RowStatus.RETURNED,
        "转账",
        "阿芳",
        "",
        "1002",
        "");
    back(DAY.plusDays(1), 20_000, "微信红包-退款", "阿明", "");
    back(DAY.plusDays(1), 30_000, "转账-退款", "阿芳", "");
    Timeline timeline = Timeline.of(List.of(bill()));
    assertThat(hows(timeline)).containsExactly(How.RED_PACKET_RETURNED, How.TRANSFER_RETURNED);
  }

  @Test
  void aRefundBeforeItsPaymentOrFromElsewhereIsNoPair() {
    back(DAY, 5_000, "退款", "书店", "");
    paid(DAY.plusDays(1), 5_000, "书店", "20260301001");
    back(DAY.plusDays(2), 4_000, "退款", "面馆", "");
    assertThat(Timeline.of(List.of(bill())).pairs()).isEmpty();
  }

  @Test
  void aPaymentThatTheBankShowsTooIsOne() {
    method = "建设银行储蓄卡(1234)";
    paid(DAY, 6_700, "便利店", "4200001");
    paid(DAY.plusHours(5), 6_700, "便利店", "4200002");
    Statement wallet = bill();
    platform = Platform.CCB;
    file = "c.xls";
    method = "";
    paid(DAY.plusSeconds(4), 6_700, "财付通-便利店", "");
    paid(DAY.plusHours(9), 6_700, "别的店", "");
    Timeline timeline = Timeline.of(List.of(wallet, bill()));
    assertThat(timeline.pairs())
        .containsExactly(new Pairing(0, 1, How.SAME_PAYMENT, new Fen(6_700)));
  }

  @Test
  void totalsDifferOnlyWhereTheHeadDeclares() {
    paid(DAY, 100, "a", "1111");
    BillTotals found = BillTotals.of(1, rows);
    BillTotals declared =
        new BillTotals(
            Optional.of(2),
            Optional.empty(),
            Optional.of(new BillTotals.Sum(1, new Fen(100))),
            Optional.empty());
    assertThat(declared.differences(found)).containsExactly(BillTotals.Part.ROWS);
    assertThat(BillTotals.NONE.differences(found)).isEmpty();
    assertThat(BillTotals.NONE.isEmpty()).isTrue();
  }

  @Test
  void aRowHasNoSignAndAPlaceStartsAtOne() {
    BillRow row = paid(DAY, 100, "a", "1");
    assertThat(row.time()).hasToString("2026-03-01T10:00:00+08:00");
    assertThat(row.spending()).isTrue();
    assertThatThrownBy(() -> paid(DAY, -1, "a", "1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BillPlace("a", "", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new BillPlace("a.xlsx", "表", 3)).hasToString("a.xlsx#表:3");
  }
}
