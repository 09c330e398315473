package dev.hufu.language.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: cards and mobiles are found however they are grouped, and nothing else is. */
class AccountReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "打到4111 1111 1111 1111|BANK_CARD|4111111111111111|true|4111 1111 1111 1111",
        "卡号4111-1111-1111-1112。|BANK_CARD|4111111111111112|false|4111-1111-1111-1112",
        "打我13800138000|MOBILE|13800138000|true|13800138000",
        "+86 138 0013 8000|MOBILE|13800138000|true|86 138 0013 8000",
        "一三八零零一三八零零零|MOBILE|13800138000|true|一三八零零一三八零零零",
        "１３８００１３８０００|MOBILE|13800138000|true|１３８００１３８０００"
      })
  void readsANumber(
      String text, FoundAccount.Kind kind, String digits, boolean luhn, String where) {
    assertThat(AccountReader.read(text))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(kind);
              assertThat(found.digits()).isEqualTo(digits);
              assertThat(found.passesLuhn()).isEqualTo(luhn);
              assertThat(found.span().of(text)).isEqualTo(where);
              assertThat(found.toString()).doesNotContain(digits);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "01234567890", "2027-03-31", "12800138000", "123456789012345"})
  void readsNothingElse(String text) {
    assertThat(AccountReader.read(text)).isEmpty();
  }

  /** One figure makes the check fit, and only one. */
  @Test
  void exactlyOneCheckDigitFits() {
    qt().withExamples(500)
        .forAll(longs().between(100_000_000_000_000L, 999_999_999_999_999L))
        .checkAssert(
            stem -> {
              int fits = 0;
              for (int check = 0; check <= 9; check++) {
                fits += AccountReader.passesLuhn("" + stem + check) ? 1 : 0;
              }
              assertThat(fits).isEqualTo(1);
            });
  }

  /** ISO/IEC 7812-1: a wrong figure anywhere is noticed. */
  @Test
  void everyMistypedFigureIsNoticed() {
    qt().withExamples(500)
        .forAll(integers().between(0, 15), integers().between(1, 9))
        .checkAssert(
            (place, shift) -> {
              StringBuilder digits = new StringBuilder("4111111111111111");
              digits.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + shift) % 10));
              assertThat(AccountReader.passesLuhn(digits.toString())).isFalse();
            });
  }

  @Test
  void readsNamesOfBanks() {
    String text = "转到我建行卡或者中国工商银行，招商銀行也行，收 ICBC";
    assertThat(BankReader.read(text))
        .extracting(found -> found.name() + "=" + found.span().of(text))
        .containsExactly("中国建设银行=建行", "中国工商银行=中国工商银行", "招商银行=招商銀行", "中国工商银行=ICBC");
    assertThat(BankReader.read("银行行长说 ccbx")).isEmpty();
  }
}
