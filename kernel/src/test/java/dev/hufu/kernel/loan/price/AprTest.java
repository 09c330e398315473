package dev.hufu.kernel.loan.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.loan.plan.Roll;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal: annual rates as the laws reckon them. Method: the examples of 12 CFR 1026 Appendix J (c)
 * and of Directive 98/7/EC, with the rates they print.
 */
class AprTest {

  private static Fen yuan(String text) {
    return Fen.parseYuan(text).orThrow();
  }

  /** The first payment, so many like it, then the last. */
  private static CashFlows loan(
      String day,
      String sum,
      String first,
      Pace pace,
      String firstSum,
      int n,
      String each,
      String last) {
    List<LocalDate> dues =
        Roll.MONTH_END.from(LocalDate.parse(first), pace, n + (last.equals("-") ? 1 : 2));
    List<Flow> flows = new ArrayList<>();
    flows.add(Flow.received(LocalDate.parse(day), yuan(sum)));
    for (int i = 0; i < dues.size(); i++) {
      String payment = i == 0 ? firstSum : i <= n ? each : last;
      flows.add(Flow.paid(dues.get(i), yuan(payment)));
    }
    return CashFlows.dated(flows).orThrow();
  }

  private static Pace pace(String text) {
    return switch (text.charAt(0)) {
      case 'h' -> new Pace.HalfMonths();
      case 'm' -> new Pace.Months(Integer.parseInt(text.substring(1)));
      default -> new Pace.Days(Integer.parseInt(text.substring(1)));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "1978-01-10, 5000, 1978-02-10, m1, 230, 23, 230, -, 9.6857, 1, 0, 30",
    "1978-02-10, 6000, 1978-04-01, m1, 200, 35, 200, -, 11.8165, 1, 19, 30",
    "1978-02-23, 5000, 1978-03-01, h, 219.17, 23, 219.17, -, 10.3379, 0, 6, 15",
    "1978-05-23, 10000, 1978-10-01, m3, 385, 39, 385, -, 8.9708, 1, 39, 90",
    "1978-06-23, 10000, 1978-10-01, m3, 385, 39, 385, -, 9.15, 1, 8, 90",
    "1978-07-23, 10000, 1978-10-01, m3, 385, 39, 385, -, 9.32, 0, 69, 90",
    "1978-03-20, 500, 1978-04-21, d7, 17.60, 29, 17.60, -, 14.9622, 4, 4, 7",
    "1978-01-10, 5000, 1978-02-10, m1, 250, 23, 230, -, 10.0829, 1, 0, 30",
    "1978-03-18, 400, 1978-04-20, d28, 39.50, 11, 38.31, -, 28.4979, 1, 5, 28",
    "1978-01-10, 5000, 1978-02-10, m1, 230, 22, 230, 280, 10.5005, 1, 0, 30",
    "1978-04-03, 200, 1978-04-11, d14, 9.50, 18, 9.50, 30, 12.2249, 0, 8, 14",
    "1978-01-10, 5000, 1978-02-10, m1, 250, 22, 230, 280, 10.8955, 1, 0, 30",
    "1978-01-10, 8000, 1978-03-01, m2, 449.36, 18, 465, 200, 7.3018, 0, 52, 60"
  })
  void appendixJ(
      String day,
      String sum,
      String first,
      String pace,
      String firstSum,
      int n,
      String each,
      String last,
      String apr,
      long whole,
      long over,
      long under) {
    CashFlows flows = loan(day, sum, first, pace(pace), firstSum, n, each, last);
    assertThat(flows.pace()).isEqualTo(pace(pace));
    assertThat(RegZApr.distances(flows).get(1)).isEqualTo(new RegZApr.Distance(whole, over, under));
    int places = new BigDecimal(apr).scale();
    assertThat(RegZApr.of(flows).orElseThrow().percent(places)).isEqualByComparingTo(apr);
  }

  @ParameterizedTest
  @CsvSource({
    "1978-01-03, 1978-09-15, 1000, 1080, 11.4510",
    "1978-01-03, 1978-07-03, 1000, 1044, 8.8000",
    "1978-01-03, 1979-07-03, 1000, 1135.19, 8.7570",
    "1978-01-03, 1980-01-03, 1000, 1240, 11.3553",
    "1978-01-01, 1978-01-08, 1000, 1250, 1303.5714"
  })
  void appendixJWithOnePayment(String from, String to, String sum, String payment, String apr) {
    CashFlows flows =
        CashFlows.dated(
                List.of(
                    Flow.received(LocalDate.parse(from), yuan(sum)),
                    Flow.paid(LocalDate.parse(to), yuan(payment))))
            .orThrow();
    assertThat(RegZApr.of(flows).orElseThrow().percent(4)).isEqualByComparingTo(apr);
  }

  @ParameterizedTest
  @CsvSource({"1978-01-01, 1978-01-08, 412.40", "1978-01-02, 1978-01-08, 434.30"})
  void fiveWeeksOfAQuarter(String day, String first, String apr) {
    CashFlows flows = loan(day, "1000", first, Pace.WEEK, "250", 4, "250", "-");
    assertThat(RegZApr.of(flows).orElseThrow().percent(4).setScale(1, RoundingMode.HALF_UP))
        .isEqualByComparingTo(apr);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1994-01-01 1000, 1995-07-01 -1200; 12.9620; 12.9243",
        "1994-01-01 950, 1995-07-01 -1200; 16.9026; 16.8526",
        "1994-01-01 1000, 1994-01-01 -50, 1995-07-01 -1200; 16.9026; 16.8526",
        "1994-01-01 1000, 1995-01-01 -600, 1996-01-01 -600; 13.0662; 13.0662",
        "2012-10-10 500, 2012-10-15 -510; 324.4363; 324.4363"
      })
  void equationOfTheDirective(String flows, String days, String months) {
    List<Flow> read = new ArrayList<>();
    for (String flow : flows.split(", ")) {
      String[] words = flow.split(" ");
      read.add(new Flow(LocalDate.parse(words[0]), yuan(words[1])));
    }
    CashFlows loan = CashFlows.dated(read).orThrow();
    assertThat(EquationApr.DAYS.of(loan).orElseThrow().percent(4)).isEqualByComparingTo(days);
    assertThat(EquationApr.MONTHS.of(loan).orElseThrow().percent(4)).isEqualByComparingTo(months);
  }

  @Test
  void quartersByDaysAndByMonthsDiffer() {
    LocalDate start = LocalDate.of(1994, 1, 1);
    CashFlows loan =
        CashFlows.dated(
                List.of(
                    Flow.received(start, yuan("1000")),
                    Flow.paid(start.plusMonths(3), yuan("272")),
                    Flow.paid(start.plusMonths(6), yuan("272")),
                    Flow.paid(start.plusMonths(12), yuan("544"))))
            .orThrow();
    assertThat(EquationApr.DAYS.of(loan).orElseThrow().percent(4)).isEqualByComparingTo("13.2262");
    assertThat(EquationApr.MONTHS.of(loan).orElseThrow().percent(4))
        .isEqualByComparingTo("13.1855");
  }

  @Test
  void twoInstalmentsOfAShortLoan() {
    LocalDate start = LocalDate.of(2012, 10, 10);
    CashFlows loan =
        CashFlows.dated(
                List.of(
                    Flow.received(start, yuan("500")),
                    Flow.paid(start.plusMonths(1), yuan("270")),
                    Flow.paid(start.plusMonths(2), yuan("270"))))
            .orThrow();
    assertThat(EquationApr.DAYS.of(loan).orElseThrow().percent(4)).isEqualByComparingTo("84.6308");
  }

  @ParameterizedTest
  @CsvSource({"12, 3268.30", "24, 3510.58", "36, 3762.37"})
  void theSameLoanAtALine(String line, String each) {
    CashFlows flows =
        CashFlows.regular(
                yuan("42500"), java.util.Collections.nCopies(14, yuan("4928")), Pace.MONTH)
            .orThrow();
    assertThat(AtLine.of(flows, dev.hufu.kernel.loan.AnnualRate.of(line)).orElseThrow().each())
        .contains(yuan(each));
  }
}
