package dev.hufu.kernel.loan.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

  private static Fen yuan(String text) {
    return Fen.parseYuan(text).orThrow();
  }

  private static Price.Known known(CashFlows flows) {
    return (Price.Known) flows.price();
  }

  private static CashFlows monthly(String received, int n, String each) {
    return CashFlows.regular(yuan(received), Collections.nCopies(n, yuan(each)), Pace.MONTH)
        .orThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "12000, 12, 1072, 13.0342, 13.8418",
    "12000, 3, 4072, 10.7679, 11.3156",
    "12000, 6, 2072, 12.2394, 12.9498",
    "12000, 24, 572, 13.2656, 14.1026",
    "12000, 12, 1090, 16.2165, 17.4778",
    "30000, 12, 2800, 21.4572, 23.6984",
    "42500, 14, 4928, 86.8048, 131.1944",
    "50000, 14, 4928, 55.3940, 71.8643"
  })
  void pricesOfEqualMonthlyPayments(
      String received, int n, String each, String nominal, String effective) {
    Price.Known price = known(monthly(received, n, each));
    assertThat(price.nominal().percent(4)).isEqualByComparingTo(nominal);
    assertThat(price.effective().percent(4)).isEqualByComparingTo(effective);
  }

  @Test
  void eighteenPercentKeptBackAtTheStart() {
    Price.Known price = known(monthly("8200", 12, "888.49"));
    assertThat(price.nominal().percent(2)).isEqualByComparingTo("51.48");
    assertThat(price.effective().percent(2)).isEqualByComparingTo("65.54");
  }

  @Test
  void fourLinesOfTheLoanWithTheFeeTakenFirst() {
    Totals totals = monthly("42500", 14, "4928").totals();
    assertThat(totals.paid()).isEqualTo(yuan("68992"));
    assertThat(totals.cost()).isEqualTo(yuan("26492"));
    assertThat(totals.perThousandPerMonth())
        .hasValueSatisfying(each -> assertThat(each).isEqualByComparingTo("44.52"));
  }

  @Test
  void aWeekIsToldSimpleAndPerThousand() {
    CashFlows week =
        CashFlows.dated(
                List.of(Flow.received(DAY, yuan("1500")), Flow.paid(DAY.plusDays(7), yuan("2000"))))
            .orThrow();
    assertThat(known(week).nominal().percent(1)).isEqualByComparingTo("1738.1");
    assertThat(week.totals().perThousand()).isEqualByComparingTo("333.33");
    CashFlows fortnight =
        CashFlows.dated(
                List.of(Flow.paid(DAY.plusDays(14), yuan("1000")), Flow.received(DAY, yuan("850"))))
            .orThrow();
    assertThat(known(fortnight).nominal().percent(1)).isEqualByComparingTo("460.1");
    assertThat(known(fortnight).effective().percent(1)).isEqualByComparingTo("6820.7");
  }

  @Test
  void freeMoneyIsZeroAndAGiftIsNegative() {
    assertThat(known(monthly("1200", 12, "100")).effective().fraction()).isZero();
    assertThat(known(monthly("1200", 12, "99")).effective().fraction()).isNegative();
  }

  @Test
  void sameDayOnlyHasNoRate() {
    CashFlows same =
        CashFlows.dated(List.of(Flow.received(DAY, yuan("500")), Flow.paid(DAY, yuan("500"))))
            .orThrow();
    assertThat(same.price())
        .isEqualTo(
            new Price.None(NoRate.NO_TIME, Pace.MONTH, new Totals(yuan("500"), yuan("500"), 0)));
  }

  @Test
  void twoRatesAreToldAsTwo() {
    List<Flow> flows =
        List.of(
            Flow.received(DAY, yuan("1000")),
            Flow.paid(DAY.plusYears(1), yuan("2300")),
            Flow.received(DAY.plusYears(2), yuan("1320")));
    Price price = CashFlows.dated(flows).orThrow().price();
    assertThat(((Price.Several) price).growths())
        .extracting(growth -> growth.effective().percent(6).toPlainString())
        .containsExactly("10.000000", "20.000000");
    List<Flow> turned = new ArrayList<>(flows);
    Collections.reverse(turned);
    assertThat(CashFlows.dated(turned).orThrow().price()).isEqualTo(price);
  }

  @Test
  void sumsThatNoRateFitsAreTold() {
    Price price =
        CashFlows.dated(
                List.of(
                    Flow.received(DAY, yuan("1000")),
                    Flow.paid(DAY.plusYears(1), yuan("2000")),
                    Flow.received(DAY.plusYears(2), yuan("1320"))))
            .orThrow()
            .price();
    assertThat(((Price.None) price).why()).isEqualTo(NoRate.NONE_FITS);
  }

  @Test
  void aRateBeyondAllPrintingIsTold() {
    Price price =
        CashFlows.dated(
                List.of(Flow.received(DAY, yuan("1")), Flow.paid(DAY.plusDays(1), yuan("2"))))
            .orThrow()
            .price();
    assertThat(((Price.None) price).why()).isEqualTo(NoRate.BEYOND);
  }

  @Test
  void whatIsNoLoanIsRefused() {
    assertThat(CashFlows.dated(List.of(Flow.received(DAY, yuan("5")))).findRefusal())
        .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo(Code.PRICE_NO_REPAYMENT));
    assertThat(CashFlows.dated(List.of(Flow.paid(DAY, yuan("5")))).findRefusal())
        .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo(Code.PRICE_NOTHING_RECEIVED));
    assertThat(
            CashFlows.dated(
                    List.of(Flow.paid(DAY, yuan("5")), Flow.received(DAY.plusDays(1), yuan("50"))))
                .findRefusal())
        .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo(Code.PRICE_REPAID_FIRST));
    assertThat(
            CashFlows.dated(List.of(Flow.received(LocalDate.of(1900, 1, 1), yuan("5"))))
                .findRefusal())
        .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo(Code.PRICE_DAY_OUT_OF_RANGE));
  }
}
