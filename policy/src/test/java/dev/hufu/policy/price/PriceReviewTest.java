package dev.hufu.policy.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.pack.Law;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceReviewTest {

  private static final PackLibrary PACKS =
      PackLibrary.toDecide(Path.of("../packs"), head -> head.matter().equals("law"));

  private static Law law(String jurisdiction) {
    return PACKS.find(jurisdiction + "/law").orElseThrow().law();
  }

  private static PriceQuestion question(
      int received, int n, String each, LenderKind lender, String formed) {
    return new PriceQuestion(
        CashFlows.regular(
                Fen.ofYuan(received),
                Collections.nCopies(n, Fen.parseYuan(each).orThrow()),
                Pace.MONTH)
            .orThrow(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        lender,
        LocalDate.parse(formed));
  }

  private static PriceReview review(PriceQuestion question, String jurisdiction) {
    return PriceReview.of(question, jurisdiction, law(jurisdiction), law("cn"));
  }

  private static <F extends PriceFinding> F found(PriceReview review, Class<F> kind) {
    return review.findings().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  /** 50,000 on paper, 7,500 of it kept, fourteen payments, 18.25 % on the front page. */
  private static PriceReview fourteen(LenderKind lender) {
    PriceQuestion bare = question(42_500, 14, "4928", lender, "2024-11-01");
    return review(
        new PriceQuestion(
            bare.flows(),
            Optional.of(Fen.ofYuan(50_000)),
            Optional.of(AnnualRate.of("18.25")),
            Optional.of(AnnualRate.of("35.7")),
            Optional.of(Fen.ofYuan(12_000)),
            lender,
            bare.formed()),
        "cn");
  }

  @Test
  void whatThePaperSaysAndWhatItCosts() {
    PriceReview review = fourteen(LenderKind.UNKNOWN);
    assertThat(found(review, PriceFinding.Rebased.class).kept()).isEqualTo(Fen.ofYuan(7_500));
    PriceFinding.Instalment instalment = found(review, PriceFinding.Instalment.class);
    assertThat(instalment.expected().toString()).isEqualTo("3,992.11");
    assertThat(instalment.fits()).isFalse();
    assertThat(found(review, PriceFinding.Reported.class).way()).isEmpty();
    assertThat(review.atLines())
        .extracting(line -> line.each().orElseThrow().toString())
        .containsExactly("3,268.30", "3,510.58", "3,762.37");
    assertThat(found(review, PriceFinding.TableDuty.class).standing())
        .isEqualTo(Standing.NOT_COVERED);
    assertThat(found(review, PriceFinding.Attention.class).standing())
        .isEqualTo(Standing.NOT_COVERED);
  }

  @ParameterizedTest
  @CsvSource({
    "NATURAL, 2024-11-01, ABOVE, 12.4 %",
    "UNLICENSED, 2024-11-01, ABOVE, 12.4 %",
    "LICENSED, 2024-11-01, NOT_COVERED, -",
    "PLATFORM, 2024-11-01, NOT_COVERED, -",
    "UNKNOWN, 2024-11-01, UNKNOWN, 12.4 %",
    "NATURAL, 2026-11-21, UNKNOWN, 12 %",
    "NATURAL, 2019-01-01, UNKNOWN, -"
  })
  void theCapSpeaksOnlyWhereItApplies(
      LenderKind lender, String formed, Standing standing, String rate) {
    PriceFinding.Judicial cap =
        found(
            review(question(42_500, 14, "4928", lender, formed), "cn"),
            PriceFinding.Judicial.class);
    assertThat(cap.standing()).isEqualTo(standing);
    assertThat(cap.cap().map(known -> known.rate().toString()).orElse("-")).isEqualTo(rate);
    assertThat(cap.above().fen() > 0).isEqualTo(standing == Standing.ABOVE);
  }

  @ParameterizedTest
  @CsvSource({
    "PLATFORM, 2025-10-01, ABOVE",
    "PLATFORM, 2025-09-30, NOT_COVERED",
    "NATURAL, 2025-10-01, NOT_COVERED",
    "UNKNOWN, 2025-10-01, UNKNOWN"
  })
  void theAttentionLineIsForBanksThroughPlatforms(
      LenderKind lender, String formed, Standing standing) {
    PriceReview review = review(question(42_500, 14, "4928", lender, formed), "cn");
    assertThat(found(review, PriceFinding.Attention.class).standing()).isEqualTo(standing);
  }

  @Test
  void aWayThatGivesTheRateIsNamed() {
    PriceQuestion flat = question(12_000, 12, "1072", LenderKind.UNKNOWN, "2025-01-01");
    PriceReview review =
        review(
            new PriceQuestion(
                flat.flows(),
                Optional.empty(),
                Optional.of(AnnualRate.of("7.2")),
                Optional.of(AnnualRate.of("7.2")),
                Optional.empty(),
                LenderKind.UNKNOWN,
                flat.formed()),
            "cn");
    assertThat(found(review, PriceFinding.Reported.class).way()).contains(PriceFinding.Way.SIMPLE);
    assertThat(found(review, PriceFinding.Instalment.class).flat()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "uk, 100, 1, 124, WITHIN",
    "uk, 100, 1, 126, ABOVE",
    "uk, 100, 12, 9, NOT_COVERED",
    "uk, 100, 13, 16, NOT_COVERED",
    "sg, 1000, 12, 106.55, WITHIN",
    "sg, 1000, 12, 106.60, ABOVE"
  })
  void hardCapsOfLicensedLenders(String law, int received, int n, String each, Standing standing) {
    PriceReview review =
        review(question(received, n, each, LenderKind.LICENSED, "2026-01-10"), law);
    assertThat(found(review, PriceFinding.Hard.class).standing()).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({"9.69, WITHIN", "9.80, WITHIN", "9.82, ABOVE"})
  void aStatedRateOfTheUsIsExactToAnEighth(String stated, Standing standing) {
    PriceQuestion bare = question(5_000, 24, "230", LenderKind.LICENSED, "2026-01-10");
    PriceReview review =
        review(
            new PriceQuestion(
                bare.flows(),
                Optional.empty(),
                Optional.of(AnnualRate.of(stated)),
                Optional.empty(),
                Optional.empty(),
                bare.lender(),
                bare.formed()),
            "us");
    assertThat(found(review, PriceFinding.Tolerance.class).standing()).isEqualTo(standing);
  }
}
