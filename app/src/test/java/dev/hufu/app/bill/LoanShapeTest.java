package dev.hufu.app.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.intake.bill.BillReader;
import dev.hufu.intake.price.FlowsCsv;
import dev.hufu.kernel.bill.Timeline;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LoanShapeTest {

  private static Timeline bill(String... rows) {
    String csv =
        "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n" + String.join("\n", rows) + "\n";
    return Timeline.of(
        new BillReader().read("bill.csv", csv.getBytes(StandardCharsets.UTF_8)).orThrow());
  }

  private static String row(String at, String who, String direction, String sum) {
    return at + ",转账," + who + ",转账," + direction + ",¥" + sum + ",零钱,已存入零钱,1,2,/";
  }

  @Test
  void whatCameInAndWentBackIsOfferedWithItsDays() {
    Timeline timeline =
        bill(
            row("2024-10-01 10:00:00", "某平台", "支出", "20.00"),
            row("2024-11-01 10:00:00", "某平台", "收入", "42500.00"),
            row("2024-12-01 10:00:00", "某平台", "支出", "4928.00"),
            row("2025-01-01 10:00:00", "某平台", "支出", "4928.00"),
            row("2024-11-02 10:00:00", "单位", "收入", "8000.00"),
            row("2024-11-03 10:00:00", "面馆", "支出", "22.00"));
    assertThat(LoanShape.of(timeline))
        .singleElement()
        .satisfies(
            loan -> {
              assertThat(loan.who()).isEqualTo("某平台");
              assertThat(loan.received().display()).isEqualTo("42,500");
              assertThat(loan.payments()).isEqualTo(2);
              assertThat(loan.rows())
                  .isEqualTo("2024-11-01 +42500.00\n2024-12-01 4928.00\n2025-01-01 4928.00\n");
              assertThat(FlowsCsv.typed("", loan.rows()).orThrow().flows()).hasSize(3);
            });
  }
}
