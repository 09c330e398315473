package dev.hufu.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.DayCount;
import dev.hufu.kernel.loan.RepaymentPlan;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Goal: what people type is read as they mean it, and what has no meaning is told, not guessed. */
class LoanFieldsTest {

  private static LoanFields typed(String... pairs) {
    TreeMap<String, String> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return new LoanFields(fields);
  }

  @Test
  void sumsRatesAndDays() {
    LoanFields fields =
        typed("a", "35,000 元", "b", "0", "c", "-1", "d", "1e3", "r", "6 ％", "day", "2027-02-29");
    assertThat(fields.sum("a")).contains(Fen.ofYuan(35_000));
    assertThat(fields.sum("b")).isEmpty();
    assertThat(fields.sum("c")).isEmpty();
    assertThat(fields.sum("d")).isEmpty();
    assertThat(fields.rate("r")).contains(AnnualRate.of("6"));
    assertThat(fields.noDays("day", "none")).containsExactly("day");
    assertThat(fields.noRates("a", "r")).containsExactly("a");
    assertThat(fields.year()).isEqualTo(DayCount.DAYS_365);
    assertThat(typed("days", "360").year()).isEqualTo(DayCount.DAYS_360);
  }

  @Test
  void aFormComesBackFromItsJson() {
    LoanFields fields =
        LoanFields.read(
            Map.of("a", new String[] {" 1 "}, "b", new String[] {" "}, "c", new String[] {"x"}),
            java.util.List.of("a", "b"));
    assertThat(fields).isEqualTo(typed("a", "1"));
    assertThat(LoanFields.parse(fields.json())).isEqualTo(fields);
    assertThat(fields.toString()).doesNotContain("1");
  }

  @Test
  void partsAreLinesOfADayAndASum() {
    LoanFields fields = typed("plan", "parts", "parts", "2020-07-15 15000\n\n2020-10-31，20,000元 ");
    assertThat(fields.plan())
        .contains(
            new RepaymentPlan.FreeForm(
                java.util.List.of(
                    new RepaymentPlan.Part(LocalDate.of(2020, 7, 15), Fen.ofYuan(15_000)),
                    new RepaymentPlan.Part(LocalDate.of(2020, 10, 31), Fen.ofYuan(20_000)))));
    for (String wrong :
        new String[] {"", "2020-07-15", "15000 2020-07-15", "2020-07-15 x", "2020-07-15 1\nx 2"}) {
      assertThat(typed("plan", "parts", "parts", wrong).brokenPlan()).contains("parts");
    }
    String line = "2020-07-15 1\n";
    assertThat(typed("p", line.repeat(Limits.LOAN_INSTALMENTS_MAX)).parts("p")).isPresent();
    assertThat(typed("p", line.repeat(Limits.LOAN_INSTALMENTS_MAX + 1)).parts("p")).isEmpty();
  }

  @Test
  void plansByTheMonth() {
    assertThat(typed("plan", "payment", "count", "12", "first", "2026-12-31").plan())
        .contains(new RepaymentPlan.EqualPayment(12, LocalDate.of(2026, 12, 31)));
    assertThat(typed("plan", "principal", "count", "0", "first", "2026-12-31").brokenPlan())
        .contains("count");
    assertThat(typed("plan", "principal", "count", "361", "first", "x").brokenPlan())
        .contains("count");
    assertThat(typed("plan", "principal", "count", "2", "first", "x").brokenPlan())
        .contains("first");
    assertThat(typed("due", "2027-03-31").firstDue()).contains(LocalDate.of(2027, 3, 31));
    assertThat(typed("due", "x").brokenPlan()).contains("due");
    assertThat(LoanFields.NONE.plan()).isEmpty();
    assertThat(LoanFields.NONE.brokenPlan()).isEmpty();
  }
}
