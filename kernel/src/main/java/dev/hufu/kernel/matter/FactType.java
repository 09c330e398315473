package dev.hufu.kernel.matter;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The declaration of one fact: what may be known, in which unit, and how it is asked.
 *
 * <p>Example: {@code relation.accountAge}, {@link FactKind#ELAPSED}, asked "这个微信号是什么时候加的？". {@link
 * #parse} is the only way from a written value to a typed one, for forms, files and pack tests
 * alike; units are never guessed.
 *
 * @param name dotted, lower camel case: {@code request.amount}
 * @param unit for {@link FactKind#AMOUNT} the currency word ({@code yuan}, {@code usd}), else empty
 * @param options for {@link FactKind#CHOICE} the choices in the order they are shown; for other
 *     kinds answers offered as buttons, each with the written value it stands for
 * @param question as asked, if people are asked at all
 * @param help one line below the question
 * @param assumed what holds while nobody has said otherwise, such as {@code not_tried}
 * @param extract what a reader of chats may fill in here
 */
public record FactType(
    String name,
    FactKind kind,
    String unit,
    List<Option> options,
    Optional<Wording> question,
    Optional<Wording> help,
    Sensitivity sensitivity,
    Optional<FactValue> assumed,
    Optional<Extract> extract) {

  /** One answer offered: the written value ({@code not_tried}, {@code 0 d}) and its words. */
  public record Option(String value, Wording label) {}

  /** What can be read out of a chat. */
  public enum Extract {
    /** The sum that the other side asks for. */
    SUM,
    /** The day by which it is to be paid back. */
    REPAY_DAY,
    /** Whether the other side gives a number of an account or a card. */
    ACCOUNT,
    /** Whether the other side gives a telephone number. */
    PHONE,
    /** The bank that the other side names. */
    BANK
  }

  private static final Pattern QUANTITY = Pattern.compile("(-?[\\d,，.]+)\\s*([\\p{L}%％]*)");
  private static final Set<String> YUAN = Set.of("yuan", "元", "块", "cny", "rmb");

  public FactType {
    options = List.copyOf(options);
  }

  /**
   * Reads a written value: {@code 1000 yuan}, {@code 730 d}, {@code 6 %}, {@code true}, {@code
   * 2027-03-31}, {@code not_tried}.
   *
   * @return the value, or {@link Code#FACT_WRONG_UNIT} where the unit is missing or of another
   *     kind, or {@link Code#FACT_WRONG_VALUE}
   */
  public Outcome<FactValue> parse(String written) {
    String text = written.strip();
    return switch (kind) {
      case FLAG -> parseFlag(text);
      case COUNT -> parseCount(text);
      case AMOUNT -> parseAmount(text);
      case ELAPSED -> parseElapsed(text);
      case CHOICE -> parseChoice(text);
      case DAY -> parseDay(text);
      case RATE -> parseRate(text);
      case WORDS ->
          text.length() <= Limits.FACT_TEXT_CHARS_MAX
              ? Outcome.of(new FactValue.Words(text))
              : wrongValue("more than " + Limits.FACT_TEXT_CHARS_MAX + " characters");
    };
  }

  /** The inverse of {@link #parse}: {@code 1000.00 yuan}, {@code 63072000 s}. */
  public String write(FactValue value) {
    return value instanceof FactValue.Amount ? value + " " + unit : value.toString();
  }

  private Outcome<FactValue> parseFlag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "是" -> Outcome.of(new FactValue.Flag(true));
      case "false", "no", "否" -> Outcome.of(new FactValue.Flag(false));
      default -> wrongValue(text + " (true, false)");
    };
  }

  private Outcome<FactValue> parseCount(String text) {
    return text.matches("\\d{1,15}")
        ? Outcome.of(new FactValue.Count(Long.parseLong(text)))
        : text.matches("\\d+\\s*\\p{L}+") ? wrongUnit(text, "a plain number") : wrongValue(text);
  }

  private Outcome<FactValue> parseAmount(String text) {
    Matcher quantity = QUANTITY.matcher(text);
    if (!quantity.matches()) {
      return wrongValue(text);
    }
    String written = quantity.group(2).toLowerCase(Locale.ROOT);
    boolean fits = unit.equals("yuan") ? YUAN.contains(written) : unit.equalsIgnoreCase(written);
    if (!fits) {
      return wrongUnit(text, unit);
    }
    return Fen.parseYuan(quantity.group(1))
        .then(
            fen ->
                fen.fen() < 0 || fen.fen() > Limits.AMOUNT_FEN_MAX
                    ? wrongValue(text)
                    : Outcome.<FactValue>of(new FactValue.Amount(fen)));
  }

  private Outcome<FactValue> parseElapsed(String text) {
    Matcher quantity = QUANTITY.matcher(text);
    if (!quantity.matches() || !quantity.group(1).matches("\\d{1,9}")) {
      return wrongValue(text);
    }
    long count = Long.parseLong(quantity.group(1));
    return switch (quantity.group(2)) {
      case "s" -> Outcome.of(new FactValue.Elapsed(Duration.ofSeconds(count)));
      case "min" -> Outcome.of(new FactValue.Elapsed(Duration.ofMinutes(count)));
      case "h" -> Outcome.of(new FactValue.Elapsed(Duration.ofHours(count)));
      case "d" -> Outcome.of(new FactValue.Elapsed(Duration.ofDays(count)));
      case "w" -> Outcome.of(new FactValue.Elapsed(Duration.ofDays(7 * count)));
      default -> wrongUnit(text, "s, min, h, d, w");
    };
  }

  private Outcome<FactValue> parseChoice(String text) {
    List<String> ids = options.stream().map(Option::value).toList();
    return ids.contains(text)
        ? Outcome.of(new FactValue.Choice(text))
        : wrongValue(text + " (" + String.join(", ", ids) + ")");
  }

  private Outcome<FactValue> parseDay(String text) {
    try {
      return Outcome.of(new FactValue.Day(LocalDate.parse(text)));
    } catch (DateTimeException notADay) {
      return wrongValue(text + " (2027-03-31)");
    }
  }

  private Outcome<FactValue> parseRate(String text) {
    Matcher quantity = QUANTITY.matcher(text);
    if (!quantity.matches() || !quantity.group(1).matches("\\d{1,6}(\\.\\d{1,6})?")) {
      return wrongValue(text);
    }
    if (!quantity.group(2).equals("%") && !quantity.group(2).equals("％")) {
      return wrongUnit(text, "%");
    }
    return Outcome.of(new FactValue.Rate(new BigDecimal(quantity.group(1))));
  }

  private Outcome<FactValue> wrongValue(String text) {
    return Outcome.refused(Code.FACT_WRONG_VALUE, name + " = " + text);
  }

  private Outcome<FactValue> wrongUnit(String text, String expected) {
    return Outcome.refused(Code.FACT_WRONG_UNIT, name + " = " + text + " (" + expected + ")");
  }
}
