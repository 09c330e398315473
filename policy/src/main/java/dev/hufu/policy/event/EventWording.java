package dev.hufu.policy.event;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Aggregate;
import dev.hufu.kernel.feature.Column;
import dev.hufu.kernel.feature.FeatureSpec;
import dev.hufu.kernel.feature.Row;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.EventPolicy;
import dev.hufu.policy.pack.Pack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of a row into words: {@code {transfer.amount}} becomes 1,000 元, {@code
 * {payer.in.since}} becomes 2 小时.
 */
final class EventWording {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z0-9._]*)\\}");
  static final Wording NOT_KNOWN = new Wording("（不知道）", "(not known)");
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private final String currency;
  private final Map<String, Boolean> money = new HashMap<>();

  EventWording(Pack pack, EventPolicy policy) {
    this.currency = pack.currency();
    for (FeatureSpec spec : policy.features().specs()) {
      boolean real = spec.aggregate() == Aggregate.MEAN || spec.aggregate() == Aggregate.STDDEV;
      boolean ofMoney =
          spec.value()
              .flatMap(
                  field -> policy.types().find(spec.on()).map(t -> t.fields().get(t.place(field))))
              .map(field -> field.kind() == FieldKind.AMOUNT)
              .orElse(false);
      money.put(spec.name(), real && ofMoney);
    }
  }

  Wording fill(Wording text, Row row) {
    return new Wording(fill(text.zh(), row, true), fill(text.en(), row, false));
  }

  private String fill(String text, Row row, boolean zh) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> {
              OptionalInt place = row.columns().find(match.group(1));
              Wording words =
                  place.isPresent() && row.known(place.getAsInt())
                      ? value(row, place.getAsInt())
                      : NOT_KNOWN;
              return Matcher.quoteReplacement(zh ? words.zh() : words.en());
            });
  }

  Wording value(Row row, int place) {
    Column column = row.columns().list().get(place);
    return column.kind() == FieldKind.WORD
        ? both(row.word(place))
        : number(column, row.number(place));
  }

  /**
   * @param number as it lies in a row: in the smallest unit, or the bits of a double
   */
  Wording number(Column column, long number) {
    return switch (column.kind()) {
      case FLAG -> number == 1 ? new Wording("是", "yes") : new Wording("不是", "no");
      case COUNT -> both(Long.toString(number));
      case AMOUNT -> amount(number);
      case ELAPSED -> length(number);
      case RATE -> both(BigDecimal.valueOf(number, 6).stripTrailingZeros().toPlainString());
      case REAL -> real(column, Double.longBitsToDouble(number));
      case WORD -> throw new IllegalArgumentException(column.name() + " is a word");
    };
  }

  private Wording real(Column column, double real) {
    return money.getOrDefault(column.name(), false)
        ? amount(Math.round(real))
        : both(BigDecimal.valueOf(real).setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  private Wording amount(long fen) {
    String digits = new Fen(fen).display();
    return currency.equals("yuan")
        ? new Wording(digits + " 元", digits + " yuan")
        : both(digits + " " + currency);
  }

  private static Wording length(long millis) {
    if (millis >= 2 * DAY) {
      return unit(millis / DAY, "天", "days");
    }
    if (millis >= 2 * HOUR) {
      return unit(millis / HOUR, "小时", "hours");
    }
    return millis >= 2 * MINUTE
        ? unit(millis / MINUTE, "分钟", "minutes")
        : unit(millis / 1_000, "秒", "seconds");
  }

  private static Wording unit(long count, String zh, String en) {
    return new Wording(count + " " + zh, count + " " + en);
  }

  private static Wording both(String text) {
    return new Wording(text, text);
  }
}
