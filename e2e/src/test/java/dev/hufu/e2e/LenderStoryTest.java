package dev.hufu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stories S7, fifty thousand of which 42,500 arrived, and S6, fees before a loan at three
 * points in time: through the browser, without script too, and S7 once more by the command.
 */
@ExtendWith(Outside.Shared.class)
class LenderStoryTest {

  private static final String[] NEVER = {"违法", "高利贷无效", "不用还", "一定能追回", "只找平台就行"};

  private final Outside outside;

  LenderStoryTest(Outside outside) {
    this.outside = outside;
  }

  @Test
  void fiftyThousandOfWhichLessArrived() {
    try (Visitor wang = outside.visit()) {
      wang.go("/lender");
      assertThat(Axe.everything(wang.page())).isEmpty();
      wang.shoot("lender-empty", true);
      wang.type("#i-received", "42500")
          .type("#i-payments", "14×4928")
          .type("#i-drawn", "2024-11-08");
      wang.press("核对");
      assertThat(wang.text())
          .contains("86.80 %", "131.19 %", "68,992", "26,492", "44.52")
          .contains("先弄清出借的是谁", "CN-PL-17")
          .doesNotContain(NEVER);
      wang.type("#i-promised", "50000").type("#i-rate", "18.25").type("#i-signed", "2024-11-08");
      wang.type("#i-demanded", "12000").press("改一改再核对");
      assertThat(wang.text())
          .contains("写 50,000 元，到手 42,500 元", "CN-PL-03", "3,992.11", "明示表的规定不管这份合同")
          .contains("投诉书", "还在要 12,000", "15 天", "30 天", "60 天")
          .doesNotContain(NEVER)
          .doesNotContain("55.39");
      assertThat(Axe.everything(wang.page())).isEmpty();
      wang.shoot("lender-s7", true);
    }
  }

  @Test
  void feesBeforeALoanAtThreePointsInTime() {
    try (Visitor feng = outside.visit(Visitor.Screen.PHONE.withoutScript())) {
      feng.go("/lender");
      feng.type("#i-name", "速易贷");
      feng.type("#i-fee1", "手续费").type("#i-feeSum1", "1800").press("核对");
      assertThat(feng.text("#verdict")).contains("一分也别先交", "名单");
      assertThat(feng.text()).contains("放款前收费", "CN-PL-03").doesNotContain(NEVER);
      feng.page().selectOption("#i-feePaid1", "paid");
      feng.page().selectOption("#i-feeTo1", "person");
      feng.type("#i-fee2", "保险费").type("#i-feeSum2", "3000").press("改一改再核对");
      assertThat(feng.text("#verdict")).contains("110", "96110");
      assertThat(feng.text()).contains("收款的是个人账户", "受案回执").doesNotContain("过了 3,000 元的线");
      feng.page().selectOption("#i-feePaid2", "paid");
      feng.type("#i-fee3", "解冻费").type("#i-feeSum3", "8000");
      for (String given : List.of("name", "id-number", "bank-card")) {
        feng.page()
            .locator("details:has(input[name=given])")
            .first()
            .evaluate("d => d.open = true");
        feng.page().check("input[name=given][value=" + given + "]");
      }
      feng.press("改一改再核对");
      assertThat(feng.text())
          .contains("已经交了 4,800", "过了 3,000 元的线", "CN-IR-08")
          .contains("卡号错误", "解冻费", "验资", "刷流水", "卸掉", "改支付密码")
          .contains("姓名、身份证号、银行卡号", "查一次人民银行征信")
          .doesNotContain(NEVER);
      feng.shoot("lender-s6", true);
    }
  }

  @Test
  void theSameByTheCommand() throws IOException {
    Path file =
        Files.writeString(
            Program.scratch().resolve("lender.yaml"),
            """
            at: 2026-11-22
            loan: {signedOn: 2024-11-08, promised: 50000 yuan, received: 42500 yuan,
                   drawn: 2024-11-08, payments: 14x4928, rate: 18.25 %, demanded: 12000 yuan}
            """);
    Program.Run run = Program.run("", "lender", "audit", file.toString(), "--json");
    assertThat(run.status()).isZero();
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.at("/price/nominal").stringValue()).startsWith("0.868048");
    assertThat(json.at("/authorities/0/due/2/day").stringValue()).isEqualTo("2027-01-21");
    assertThat(run.out()).contains("3,992.11").doesNotContain(NEVER);
  }
}
