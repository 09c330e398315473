package dev.hufu.policy.load;

import dev.hufu.kernel.bill.Strength;
import dev.hufu.kernel.money.Fen;
import dev.hufu.policy.pack.Forensics;
import dev.hufu.policy.pack.Forensics.Look;
import dev.hufu.policy.pack.Forensics.Watch;
import dev.hufu.policy.yaml.Branch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code forensics.yaml}: every threshold a look asks for, with its unit, and no other. */
final class ForensicsReader {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,6}) (s|min|h|d)");
  private static final Pattern SUM = Pattern.compile("(.{1,20}) (\\w+)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  /** What a threshold is measured in. */
  private enum Unit {
    SUM,
    SPAN,
    COUNT
  }

  private final String currency;
  private final Problems problems;

  ForensicsReader(String currency, Problems problems) {
    this.currency = currency;
    this.problems = problems;
  }

  /**
   * @param tests the files of stories
   */
  Forensics read(Branch file, List<Branch> tests, ZoneId zone) {
    List<Watch> watches = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Branch branch : file.list("watches")) {
      if (!seen.add(branch.text("id"))) {
        problems.add(branch.get("id"), "the watch " + branch.text("id") + " stands here twice");
      }
      watch(branch).ifPresent(watches::add);
    }
    BillTestsReader stories = new BillTestsReader(currency, zone, seen, problems);
    return new Forensics(
        watches, tests.stream().flatMap(one -> stories.read(one).stream()).toList());
  }

  private Optional<Watch> watch(Branch branch) {
    Optional<Look> look =
        Arrays.stream(Look.values())
            .filter(one -> one.id().equals(branch.text("look")))
            .findFirst();
    if (look.isEmpty()) {
      problems.add(
          branch.get("look"),
          "no such look; there are "
              + String.join(", ", Arrays.stream(Look.values()).map(Look::id).toList()));
      return Optional.empty();
    }
    List<String> words =
        branch.texts("words").stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    if (words.isEmpty() && wantsWords(look.get())) {
      problems.add(branch, "the look " + look.get().id() + " asks for words");
    }
    return Optional.of(
        new Watch(
            branch.text("id"),
            look.get(),
            strength(branch.text("strength")),
            numbers(branch, look.get()),
            words,
            branch.wording("title"),
            branch.wording("reason"),
            branch.wording("innocent")));
  }

  private static Strength strength(String id) {
    return Arrays.stream(Strength.values())
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElse(Strength.WEAK);
  }

  private static boolean wantsWords(Look look) {
    return switch (look) {
      case FOREIGN_PLACE,
          WORDS_AGAINST_HABIT,
          LIMIT_RAISED,
          NEW_SUBSCRIPTION,
          LOAN_INFLOW,
          GAMBLING_PATTERN ->
          true;
      case UNUSUAL_HOUR,
          UNKNOWN_MERCHANT,
          PROBE_THEN_LARGE,
          BURST,
          STRANGER_GIFTS,
          FIRST_PAYEE_LARGE,
          DRAINED_BALANCE,
          INFLOW_THEN_OUT,
          FAMILY_CARD ->
          false;
    };
  }

  private static Map<String, Unit> wanted(Look look) {
    return switch (look) {
      case UNUSUAL_HOUR ->
          Map.of(
              "from-hour", Unit.COUNT,
              "to-hour", Unit.COUNT,
              "history", Unit.COUNT,
              "share-permille", Unit.COUNT,
              "sum", Unit.SUM);
      case UNKNOWN_MERCHANT ->
          Map.of("sum", Unit.SUM, "usual-permille", Unit.COUNT, "times", Unit.COUNT);
      case FIRST_PAYEE_LARGE -> Map.of("sum", Unit.SUM, "usual-permille", Unit.COUNT);
      case PROBE_THEN_LARGE ->
          Map.of("probe", Unit.SUM, "large", Unit.SUM, "times", Unit.COUNT, "within", Unit.SPAN);
      case BURST -> Map.of("within", Unit.SPAN, "count", Unit.COUNT, "sum", Unit.SUM);
      case FOREIGN_PLACE -> Map.of("days", Unit.COUNT);
      case WORDS_AGAINST_HABIT, FAMILY_CARD -> Map.of("sum", Unit.SUM, "times", Unit.COUNT);
      case STRANGER_GIFTS -> Map.of("count", Unit.COUNT, "sum", Unit.SUM);
      case LIMIT_RAISED -> Map.of("within", Unit.SPAN, "sum", Unit.SUM);
      case DRAINED_BALANCE ->
          Map.of("within", Unit.SPAN, "from", Unit.SUM, "left-permille", Unit.COUNT);
      case INFLOW_THEN_OUT ->
          Map.of("within", Unit.SPAN, "sum", Unit.SUM, "part-permille", Unit.COUNT);
      case NEW_SUBSCRIPTION -> Map.of();
      case LOAN_INFLOW -> Map.of("sum", Unit.SUM);
      case GAMBLING_PATTERN ->
          Map.of(
              "within", Unit.SPAN,
              "round", Unit.SUM,
              "count", Unit.COUNT,
              "payees", Unit.COUNT,
              "sum", Unit.SUM);
    };
  }

  private Map<String, Long> numbers(Branch branch, Look look) {
    Map<String, Unit> wanted = wanted(look);
    Map<String, Long> numbers = new LinkedHashMap<>();
    Optional<Branch> given = branch.find("numbers");
    if (given.isPresent()) {
      for (String name : given.get().names().toList()) {
        Branch written = given.get().get(name);
        Unit unit = wanted.get(name);
        if (unit == null) {
          problems.add(written, "the look " + look.id() + " has no number " + name);
        } else {
          numbers.put(name, number(written, unit));
        }
      }
    }
    for (String name : wanted.keySet()) {
      if (!numbers.containsKey(name)) {
        problems.add(branch, "the look " + look.id() + " asks for the number " + name);
      }
    }
    return numbers;
  }

  private long number(Branch written, Unit unit) {
    String text = written.text();
    return switch (unit) {
      case COUNT -> {
        if (!COUNT.matcher(text).matches()) {
          problems.add(written, "a plain number, such as 5: " + text);
          yield 0;
        }
        yield Long.parseLong(text);
      }
      case SPAN -> {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
          problems.add(written, "a span, such as 30 min: " + text);
          yield 0;
        }
        yield Long.parseLong(span.group(1)) * seconds(span.group(2));
      }
      case SUM -> sum(written, text);
    };
  }

  private long sum(Branch written, String text) {
    Matcher sum = SUM.matcher(text);
    Optional<Fen> fen =
        sum.matches() && sum.group(2).equals(currency)
            ? Fen.parseYuan(sum.group(1)).findValue()
            : Optional.empty();
    if (fen.isEmpty()) {
      problems.add(written, "a sum, such as 200 " + currency + ": " + text);
    }
    return fen.orElse(Fen.ZERO).fen();
  }

  private static long seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "min" -> 60;
      case "h" -> 3_600;
      default -> 86_400;
    };
  }
}
