package dev.hufu.intake.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepaymentTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14×4928 | 14 x 4928",
        "14x4928 | 14 x 4928",
        "１４ｘ４９２８ | 14 x 4928",
        "14*4,928 | 14 x 4928",
        "14期×4,928.00元 | 14 x 4928",
        "4928元×14期 | 14 x 4928",
        "14 X ￥4928 | 14 x 4928",
        "2×1.5万 | 2 x 15000",
        "2x3千块 | 2 x 3000",
        "3x500,1x9000 | 3 x 500 + 1 x 9000",
        "3x500，100x5 | 3 x 500 + 100 x 5",
        "3x1,500,1x9000 | 3 x 1500 + 1 x 9000",
        "500;600+700 | 1 x 500 + 1 x 600 + 1 x 700",
        "500,60 | 1 x 500 + 1 x 60",
        "2x0、1x88.05 | 2 x 0 + 1 x 88.05"
      })
  void reads(String text, String expected) {
    assertThat(runs(RepaymentText.read(text).orThrow().payments())).isEqualTo(expected);
  }

  @Test
  void rowsWithDaysAreReadAsPaidUnlessAPlusStands() {
    String typed = "\n2024年11月1日 +42,500\n２０２４-12-01　4928元\n2025/1/1, 4,928.50\n2025.2.1:-1万\n";
    assertThat(FlowsCsv.dated(typed)).isTrue();
    assertThat(FlowsCsv.typed("", typed).orThrow().flows())
        .extracting(
            flow -> flow.day() + " " + flow.sum().yuan().stripTrailingZeros().toPlainString())
        .containsExactly(
            "2024-11-01 42500", "2024-12-01 -4928", "2025-01-01 -4928.5", "2025-02-01 -10000");
    assertThat(FlowsCsv.dated("14×4928")).isFalse();
    assertThat(FlowsCsv.dated("")).isFalse();
  }

  @Test
  void aRowThatIsNoneIsToldByItsLine() {
    Outcome<FlowsCsv> read = FlowsCsv.typed("", "2024-12-01 4928\n14×4928\n");
    assertThat(read.findRefusal().orElseThrow().position().map(Position::line)).contains(2);
    assertThat(FlowsCsv.typed("", "2024-13-01 4928").findRefusal().map(r -> r.code()))
        .contains(Code.PRICE_FLOWS_ROW);
  }

  private static String runs(List<Fen> payments) {
    StringBuilder runs = new StringBuilder();
    int from = 0;
    for (int i = 1; i <= payments.size(); i++) {
      if (i == payments.size() || !payments.get(i).equals(payments.get(from))) {
        runs.append(from == 0 ? "" : " + ").append(i - from).append(" x ");
        runs.append(payments.get(from).yuan().stripTrailingZeros().toPlainString());
        from = i;
      }
    }
    return runs.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | PRICE_NO_REPAYMENT",
        "abc | PRICE_REPAYMENTS_UNREAD",
        "14x | PRICE_REPAYMENTS_UNREAD",
        "x4928 | PRICE_REPAYMENTS_UNREAD",
        "1x2x3 | PRICE_REPAYMENTS_UNREAD",
        "14x-5 | PRICE_REPAYMENTS_UNREAD",
        "1.5x100 | PRICE_REPAYMENTS_UNREAD",
        "500,600 | PRICE_REPAYMENTS_UNCLEAR",
        "5000,600 | PRICE_REPAYMENTS_UNCLEAR",
        "4928x14 | PRICE_REPAYMENTS_UNCLEAR",
        "14x4928.005 | AMOUNT_BELOW_FEN",
        "10001x5 | PRICE_FLOWS_TOO_MANY",
        "10000x5000,1x5 | PRICE_FLOWS_TOO_MANY",
        "0x500 | PRICE_FLOWS_TOO_MANY",
        "1x1000000000000 | PRICE_SUM_TOO_LARGE",
        "1x$5,1x5元 | PRICE_CURRENCIES_MIXED",
        "1x$5元 | PRICE_CURRENCIES_MIXED"
      })
  void refuses(String text, Code code) {
    assertThat(RepaymentText.read(text).findRefusal())
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void aTextAtItsLimit() {
    String long1 = "1x5;".repeat(Limits.PRICE_REPAYMENTS_CHARS_MAX / 4);
    assertThat(RepaymentText.read(long1).orThrow().payments()).hasSize(5_000);
    assertThat(RepaymentText.read(long1 + " ").findRefusal()).isPresent();
  }

  private static Outcome<FlowsCsv> csv(String text) {
    return FlowsCsv.read("flows.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileOfSums() {
    FlowsCsv read = csv("日期,金额,币种\n2024-11-01,\"42,500\",CNY\n\n2024/12/01,-4928元\n").orThrow();
    assertThat(read.flows())
        .extracting(flow -> flow.day() + " " + flow.sum())
        .containsExactly("2024-11-01 42,500.00", "2024-12-01 -4,928.00");
    assertThat(read.currency()).contains("CNY");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-01;5|2024-02-30;-5, PRICE_FLOWS_ROW, 2, 1",
    "2024-11-01;5|2024-12-01, PRICE_FLOWS_ROW, 2, 1",
    "2024-11-01;5|2024-12-01;five, AMOUNT_NOT_A_NUMBER, 2, 12",
    "2024-11-01;5.001, AMOUNT_BELOW_FEN, 1, 12",
    "2024-11-01;5;CNY|2024-12-01;-6;USD, PRICE_CURRENCIES_MIXED, 2, 1"
  })
  void aRowThatCannotBeRead(String rows, Code code, int line, int column) {
    assertThat(csv(rows.replace(';', ',').replace('|', '\n')).findRefusal())
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.position()).contains(new Position("flows.csv", line, column));
            });
  }

  @Test
  void asManyRowsAsMayBe() {
    String rows =
        java.util.stream.IntStream.range(0, Limits.PRICE_FLOWS_MAX)
            .mapToObj(i -> "2024-11-01,-5")
            .collect(Collectors.joining("\n"));
    assertThat(csv(rows).orThrow().flows()).hasSize(Limits.PRICE_FLOWS_MAX);
    assertThat(csv(rows + "\n2024-11-01,-5").findRefusal())
        .hasValueSatisfying(
            refusal -> assertThat(refusal.code()).isEqualTo(Code.PRICE_FLOWS_TOO_MANY));
  }
}
