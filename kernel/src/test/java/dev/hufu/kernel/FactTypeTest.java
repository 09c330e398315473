package dev.hufu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal: units are never guessed. Method: every kind at, below and beyond what it takes. */
class FactTypeTest {

  @Test
  void aWrittenValueReadsBack() {
    qt().forAll(longs().between(0, Limits.AMOUNT_FEN_MAX))
        .check(
            fen -> {
              FactValue value = new FactValue.Amount(new Fen(fen));
              return type(FactKind.AMOUNT)
                  .parse(type(FactKind.AMOUNT).write(value))
                  .orThrow()
                  .equals(value);
            });
    qt().forAll(longs().between(0, 999_999_999L))
        .check(
            seconds -> {
              FactValue value = new FactValue.Elapsed(Duration.ofSeconds(seconds));
              return type(FactKind.ELAPSED).parse(value.toString()).orThrow().equals(value);
            });
  }

  @Test
  void eachKindReadsItsForm() {
    assertThat(read(FactKind.AMOUNT, "1,000 元")).isEqualTo(new FactValue.Amount(Fen.ofYuan(1000)));
    assertThat(read(FactKind.ELAPSED, "3 w")).isEqualTo(new FactValue.Elapsed(Duration.ofDays(21)));
    assertThat(read(FactKind.RATE, "6.50 %")).isEqualTo(new FactValue.Rate(new BigDecimal("6.5")));
    assertThat(read(FactKind.DAY, "2027-03-31"))
        .isEqualTo(new FactValue.Day(LocalDate.of(2027, 3, 31)));
    assertThat(read(FactKind.FLAG, "是")).isEqualTo(new FactValue.Flag(true));
    assertThat(read(FactKind.COUNT, "3")).isEqualTo(new FactValue.Count(3));
    assertThat(read(FactKind.CHOICE, "passed")).isEqualTo(new FactValue.Choice("passed"));
  }

  @ParameterizedTest
  @CsvSource({
    "AMOUNT, 1000, FACT_WRONG_UNIT",
    "AMOUNT, 1000 usd, FACT_WRONG_UNIT",
    "AMOUNT, 1000 d, FACT_WRONG_UNIT",
    "AMOUNT, 1.005 yuan, AMOUNT_BELOW_FEN",
    "AMOUNT, -1 yuan, FACT_WRONG_VALUE",
    "ELAPSED, 2 y, FACT_WRONG_UNIT",
    "ELAPSED, 730, FACT_WRONG_UNIT",
    "ELAPSED, -3 d, FACT_WRONG_VALUE",
    "RATE, 6, FACT_WRONG_UNIT",
    "RATE, 6.1234567 %, FACT_WRONG_VALUE",
    "COUNT, 3 d, FACT_WRONG_UNIT",
    "COUNT, -1, FACT_WRONG_VALUE",
    "DAY, 2027-02-30, FACT_WRONG_VALUE",
    "FLAG, maybe, FACT_WRONG_VALUE",
    "CHOICE, gone, FACT_WRONG_VALUE",
  })
  void aWrongFormIsRefusedWithItsCode(FactKind kind, String written, Code code) {
    assertThat(type(kind).parse(written).findRefusal()).map(Refusal::code).contains(code);
  }

  @Test
  void limitsHoldAtTheLimitAndRefuseOneBeyond() {
    String most = type(FactKind.AMOUNT).write(new FactValue.Amount(new Fen(Limits.AMOUNT_FEN_MAX)));
    String more =
        type(FactKind.AMOUNT).write(new FactValue.Amount(new Fen(Limits.AMOUNT_FEN_MAX + 1)));
    assertThat(type(FactKind.AMOUNT).parse(most).findValue()).isPresent();
    assertThat(type(FactKind.AMOUNT).parse(more).findRefusal()).isPresent();
    String words = "字".repeat(Limits.FACT_TEXT_CHARS_MAX);
    assertThat(type(FactKind.WORDS).parse(words).findValue()).isPresent();
    assertThat(type(FactKind.WORDS).parse(words + "字").findRefusal()).isPresent();
  }

  @Test
  void personalWordsDoNotPrint() {
    assertThat(new FactValue.Words("我妈住院")).hasToString("words(4)");
  }

  private static FactValue read(FactKind kind, String written) {
    return type(kind).parse(written).orThrow();
  }

  private static FactType type(FactKind kind) {
    return new FactType(
        "a.fact",
        kind,
        kind == FactKind.AMOUNT ? "yuan" : "",
        kind == FactKind.CHOICE
            ? List.of(new FactType.Option("passed", new Wording("对上了", "matches")))
            : List.of(),
        Optional.empty(),
        Optional.empty(),
        Sensitivity.OPEN,
        Optional.empty(),
        Optional.empty());
  }
}
