package dev.hufu.policy.casework;

import dev.hufu.kernel.casework.CaseFile;
import dev.hufu.kernel.casework.Payment;
import dev.hufu.kernel.money.Capitals;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Lang;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.CasePolicy;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.paper.Filling;
import dev.hufu.policy.paper.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of placeholders in the texts of a case; one that is not known stays a line. */
public final class CaseWords {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Map<String, Wording> values = new HashMap<>();
  private final Map<String, Wording> labels;

  public CaseWords(Pack pack, CaseFile file, Instant now) {
    labels = pack.casework().map(CasePolicy::words).orElse(Map.of());
    file.facts().forEach(this::put);
    values.put("at", dated(now, pack.zone()));
    if (!file.payments().isEmpty()) {
      put("lost.sum", file.lost().display());
      capitals("lost.capitals", file.lost());
      put("lost.count", Integer.toString(file.payments().size()));
    }
    file.largest().ifPresent(payment -> paid(payment, pack.zone()));
  }

  private void paid(Payment payment, ZoneId zone) {
    put("paid.sum", payment.sum().display());
    capitals("paid.capitals", payment.sum());
    payment.at().ifPresent(at -> values.put("paid.at", spoken(at, zone)));
    payment.from().ifPresent(from -> put("paid.from", from));
    payment.payee().ifPresent(payee -> put("payee.name", payee));
    payment.account().ifPresent(account -> put("payee.account", grouped(account)));
    payment.bank().ifPresent(bank -> put("payee.bank", bank));
  }

  /** A number in groups of four, as it is read out; anything else as it is. */
  static String grouped(String account) {
    String digits = account.replaceAll("\\s", "");
    return digits.matches("\\d{12,24}") ? digits.replaceAll("(\\d{4})(?=\\d)", "$1 ") : account;
  }

  /** As it is said: {@code 10月14日 9点50分}; in English as it is written. */
  static Wording spoken(Instant at, ZoneId zone) {
    ZonedDateTime time = at.atZone(zone);
    return new Wording(
        time.getMonthValue()
            + "月"
            + time.getDayOfMonth()
            + "日 "
            + time.getHour()
            + "点"
            + (time.getMinute() == 0 ? "整" : time.getMinute() + "分"),
        MINUTE.format(time));
  }

  /** As a letter is dated: {@code 2022年10月14日}. */
  private static Wording dated(Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return new Wording(
        day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
        day.toString());
  }

  /** As it is written: {@code 2022-10-14 09:50}. */
  public static String written(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }

  private void capitals(String name, Fen sum) {
    Capitals.of(sum).findValue().ifPresent(words -> put(name, words));
  }

  private void put(String name, String value) {
    values.put(name, new Wording(value, value));
  }

  /** The sentence with what is known; a line where something is not. */
  public Wording fill(Wording text) {
    return new Filling(values).fill(text);
  }

  /** As {@link #spans}, but a place that is not known says what belongs there. */
  public List<Span> asked(Wording text, Lang lang) {
    return new Filling(values, labels).spans(text.in(lang), lang);
  }

  /** The sentence in runs, so that what was filled in can be told from the form. */
  public List<Span> spans(Wording text, Lang lang) {
    return new Filling(values).spans(text.in(lang), lang);
  }
}
