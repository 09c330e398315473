package dev.hufu.app.casework;

import dev.hufu.kernel.casework.Payment;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.money.Fen;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * A payment as it is typed: all of it may be empty.
 *
 * @param sum in yuan
 * @param at the minute, {@code 2022-10-14T09:50} or with a space
 */
public record PaymentForm(
    String sum, String at, String from, String payee, String account, String bank) {

  public static final PaymentForm EMPTY = new PaymentForm("", "", "", "", "", "");

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  static PaymentForm read(Map<String, String[]> posted) {
    return new PaymentForm(
        one(posted, "sum"),
        one(posted, "at"),
        one(posted, "from"),
        one(posted, "payee"),
        one(posted, "account"),
        one(posted, "bank"));
  }

  static String one(Map<String, String[]> posted, String name) {
    String[] values = posted.get(name);
    return values == null || values.length == 0 ? "" : values[0].strip();
  }

  /** Whether anything of a payment was told. */
  public boolean blank() {
    return sum.isEmpty();
  }

  /** The payment, or {@link Code#AMOUNT_NOT_A_NUMBER} or {@link Code#CASE_TIME_WRONG}. */
  Outcome<Payment> payment(ZoneId zone) {
    return Fen.parseYuan(sum)
        .then(
            fen ->
                fen.fen() > 0
                    ? Outcome.of(fen)
                    : Outcome.<Fen>refused(Code.AMOUNT_NOT_A_NUMBER, sum))
        .then(
            fen ->
                time(at, zone)
                    .map(
                        moment ->
                            new Payment(
                                fen, moment, told(from), told(payee), told(account), told(bank))));
  }

  private static Optional<String> told(String text) {
    return Optional.of(text).filter(typed -> !typed.isEmpty());
  }

  /** The moment that was typed; empty if none was. */
  static Outcome<Optional<Instant>> time(String typed, ZoneId zone) {
    if (typed.isBlank()) {
      return Outcome.of(Optional.empty());
    }
    try {
      LocalDateTime minute = LocalDateTime.parse(typed.strip().replace(' ', 'T'));
      if (minute.getYear() >= FIRST_YEAR && minute.getYear() <= LAST_YEAR) {
        return Outcome.of(Optional.of(minute.atZone(zone).toInstant()));
      }
    } catch (DateTimeException notATime) {
      return Outcome.refused(Code.CASE_TIME_WRONG, typed);
    }
    return Outcome.refused(Code.CASE_TIME_WRONG, typed);
  }

  /** As a field of a date and a minute holds it. */
  static String minute(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }
}
