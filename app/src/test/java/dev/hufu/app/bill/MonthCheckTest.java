package dev.hufu.app.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.intake.bill.BillReader;
import dev.hufu.kernel.bill.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MonthCheckTest {

  private static Timeline bill(String... rows) {
    String csv =
        "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n" + String.join("\n", rows) + "\n";
    return Timeline.of(
        new BillReader().read("bill.csv", csv.getBytes(StandardCharsets.UTF_8)).orThrow());
  }

  private static String row(String day, String type, String who, String direction, String sum) {
    return day
        + " 10:00:00,"
        + type
        + ","
        + who
        + ",x,"
        + direction
        + ",¥"
        + sum
        + ",零钱,支付成功,1,2,/";
  }

  @Test
  void theLastThirtyDaysBesideTheThirtyBefore() {
    MonthCheck month =
        MonthCheck.of(
                bill(
                    row("2026-01-10", "商户消费", "面馆", "支出", "20.00"),
                    row("2026-01-25", "转账", "单位", "收入", "5000.00"),
                    row("2026-02-10", "商户消费", "面馆", "支出", "1000.00"),
                    row("2026-03-01", "转账", "单位", "收入", "5000.00"),
                    row("2026-03-05", "商户消费", "面馆", "支出", "30.00"),
                    row("2026-03-06", "转账", "王某", "支出", "6000.00"),
                    row("2026-03-07", "商户消费", "新店", "支出", "50.00"),
                    row("2026-03-20", "零钱提现", "工商银行", "/", "900.00")),
                List.of())
            .orElseThrow();
    assertThat(month.from() + " " + month.to()).isEqualTo("2026-02-19 2026-03-20");
    assertThat(month.now().left().display()).isEqualTo("-1,080");
    assertThat(month.before().orElseThrow().left().display()).isEqualTo("4,000");
    assertThat(month.fresh())
        .extracting(party -> party.name() + " " + party.sum().display())
        .containsExactly("王某 6,000", "新店 50");
    assertThat(month.limits()).isEmpty();
  }

  @Test
  void aShortBillHasNothingToSetBeside() {
    MonthCheck month =
        MonthCheck.of(bill(row("2026-03-05", "商户消费", "面馆", "支出", "30.00")), List.of())
            .orElseThrow();
    assertThat(month.before()).isEmpty();
    assertThat(MonthCheck.of(Timeline.EMPTY, List.of())).isEmpty();
  }
}
