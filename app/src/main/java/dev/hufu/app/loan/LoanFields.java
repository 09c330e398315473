package dev.hufu.app.loan;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.DayCount;
import dev.hufu.kernel.loan.RepaymentPlan;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was typed into a form about a loan, as it was typed, and how its sums, days, rates and plans
 * are read. An empty field is "not said".
 *
 * <p>Example: {@code LoanFields.read(request.getParameterMap(), List.of("day", "sum")).sum("sum")}.
 */
public record LoanFields(SortedMap<String, String> typed) {

  public static final LoanFields NONE = new LoanFields(new TreeMap<>());

  /** The fields of a plan of repayment; {@code due} is the day on which all of it is due. */
  public static final List<String> PLAN = List.of("due", "plan", "count", "first", "parts");

  /** A line of parts holds a day and a sum. */
  private static final int PART_WORDS = 2;

  public LoanFields {
    typed = Collections.unmodifiableSortedMap(new TreeMap<>(typed));
  }

  /** The named fields of a posted form, stripped; empty ones are left out. */
  public static LoanFields read(Map<String, String[]> posted, Collection<String> fields) {
    TreeMap<String, String> typed = new TreeMap<>();
    for (String field : fields) {
      String[] values = posted.get(field);
      if (values != null && values.length > 0 && !values[0].isBlank()) {
        typed.put(field, values[0].strip());
      }
    }
    return new LoanFields(typed);
  }

  public static LoanFields parse(String json) {
    TreeMap<String, String> typed = new TreeMap<>();
    JsonMapper.shared()
        .readTree(json)
        .properties()
        .forEach(field -> typed.put(field.getKey(), field.getValue().asString()));
    return new LoanFields(typed);
  }

  public String json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    typed.forEach(json::put);
    return json.toString();
  }

  public LoanFields with(String field, String value) {
    TreeMap<String, String> more = new TreeMap<>(typed);
    more.put(field, value);
    return new LoanFields(more);
  }

  public String get(String field) {
    return typed.getOrDefault(field, "");
  }

  public Optional<String> find(String field) {
    return Optional.ofNullable(typed.get(field));
  }

  /** The lines of a field of several. */
  public List<String> lines(String field) {
    return get(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** A sum above nothing. */
  public Optional<Fen> sum(String field) {
    return find(field).flatMap(LoanFields::readSum);
  }

  private static Optional<Fen> readSum(String text) {
    return Fen.parseYuan(text.replaceAll("[,，元\\s]", ""))
        .findValue()
        .filter(fen -> fen.fen() > 0 && fen.fen() <= Limits.AMOUNT_FEN_MAX);
  }

  /** No interest is written as nothing or as 0. */
  public Optional<AnnualRate> rate(String field) {
    String digits = get(field).replaceAll("[\\s%％]", "");
    return digits.matches("\\d{1,4}(\\.\\d{1,4})?")
        ? Optional.of(new AnnualRate(new BigDecimal(digits)))
        : Optional.empty();
  }

  public Optional<LocalDate> day(String field) {
    return find(field).flatMap(LoanFields::readDay);
  }

  private static Optional<LocalDate> readDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  public DayCount year() {
    return get("days").equals("360") ? DayCount.DAYS_360 : DayCount.DAYS_365;
  }

  /** Fields that hold something which is no day. */
  public List<String> noDays(String... fields) {
    return List.of(fields).stream()
        .filter(field -> find(field).isPresent() && day(field).isEmpty())
        .toList();
  }

  /** Fields that hold something which is no rate. */
  public List<String> noRates(String... fields) {
    return List.of(fields).stream()
        .filter(field -> find(field).isPresent() && rate(field).isEmpty())
        .toList();
  }

  /** Parts as lines of a day and a sum; empty where one of them is neither, or there is none. */
  public Optional<List<RepaymentPlan.Part>> parts(String field) {
    List<RepaymentPlan.Part> parts = new ArrayList<>();
    for (String line : lines(field)) {
      String[] words = line.split("[\\s，、;；]+|,(?!\\d{3})", PART_WORDS);
      Optional<LocalDate> day = readDay(words[0]);
      Optional<Fen> sum = words.length < PART_WORDS ? Optional.empty() : readSum(words[1]);
      if (day.isEmpty() || sum.isEmpty()) {
        return Optional.empty();
      }
      parts.add(new RepaymentPlan.Part(day.get(), sum.get()));
    }
    return parts.isEmpty() || parts.size() > Limits.LOAN_INSTALMENTS_MAX
        ? Optional.empty()
        : Optional.of(List.copyOf(parts));
  }

  /** The field of a plan that cannot be read. */
  public Optional<String> brokenPlan() {
    return switch (get("plan")) {
      case "parts" -> parts("parts").isEmpty() ? Optional.of("parts") : Optional.empty();
      case "principal", "payment" ->
          count().isEmpty()
              ? Optional.of("count")
              : day("first").isEmpty() ? Optional.of("first") : Optional.empty();
      default -> noDays("due").stream().findFirst();
    };
  }

  private Optional<Integer> count() {
    return find("count")
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(count -> count >= 1 && count <= Limits.LOAN_INSTALMENTS_MAX);
  }

  /** The plan; empty where it is repaid on demand. */
  public Optional<RepaymentPlan> plan() {
    if (brokenPlan().isPresent()) {
      return Optional.empty();
    }
    return switch (get("plan")) {
      case "parts" -> parts("parts").map(RepaymentPlan.FreeForm::new);
      case "principal" ->
          Optional.of(
              new RepaymentPlan.EqualPrincipal(count().orElseThrow(), day("first").orElseThrow()));
      case "payment" ->
          Optional.of(
              new RepaymentPlan.EqualPayment(count().orElseThrow(), day("first").orElseThrow()));
      default -> day("due").map(RepaymentPlan.AtEnd::new);
    };
  }

  /** The first day on which something is to be repaid. */
  public Optional<LocalDate> firstDue() {
    return plan()
        .map(
            plan ->
                switch (plan) {
                  case RepaymentPlan.AtEnd(var due) -> due;
                  case RepaymentPlan.EqualPrincipal(var _, var first) -> first;
                  case RepaymentPlan.EqualPayment(var _, var first) -> first;
                  case RepaymentPlan.FreeForm(var parts) -> parts.getFirst().due();
                });
  }

  /** Names and numbers of people. */
  @Override
  public String toString() {
    return "LoanFields" + typed.keySet();
  }
}
