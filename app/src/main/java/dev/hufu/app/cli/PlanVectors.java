package dev.hufu.app.cli;

import dev.hufu.app.cli.PriceVectors.Verdict;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.AnnualRate;
import dev.hufu.kernel.loan.plan.DayBasis;
import dev.hufu.kernel.loan.plan.FenRounding;
import dev.hufu.kernel.loan.plan.PlanKind;
import dev.hufu.kernel.loan.plan.PlanRow;
import dev.hufu.kernel.loan.plan.PlanTerms;
import dev.hufu.kernel.loan.plan.Schedule;
import dev.hufu.kernel.loan.price.Growth;
import dev.hufu.kernel.loan.price.Pace;
import dev.hufu.kernel.loan.price.RateSearch;
import dev.hufu.kernel.loan.price.Roots;
import dev.hufu.kernel.loan.price.Ticks;
import dev.hufu.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The functions of spreadsheets and the schedules of a loan system, as far as a plan has them. */
final class PlanVectors {

  private static final double NEAR = 1e-9;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private static final FenRounding HALF_EVEN = new FenRounding(1, RoundingMode.HALF_EVEN);
  private static final List<DayBasis> BASES =
      List.of(DayBasis.ACT_365F, DayBasis.THIRTY_360, DayBasis.ACT_360);

  /** Steps after which a schedule is no longer what the terms alone say. */
  private static final Pattern MOVES =
      Pattern.compile(
          "transaction amount|charge|reschedul|tranche|second"
              + " disburse|write-?off|prepay|undo|refund|down.?payment",
          Pattern.CASE_INSENSITIVE);

  /** One call of a spreadsheet function that is about a plain loan or a rate. */
  Verdict function(JsonNode vector) {
    String name = vector.get("function").asString();
    String expected = vector.get("expected").asString();
    Optional<List<Double>> args = numbers(vector.get("args").asString());
    boolean error = expected.startsWith("error");
    if (args.isEmpty()) {
      return error
          ? Verdict.outside("words where numbers belong")
          : Verdict.outside("the sums are not in the vector");
    }
    Optional<Double> value =
        switch (name) {
          case "IRR" -> irr(vector.get("args").asString());
          case "EFFECT" -> effect(args.get());
          case "NOMINAL" -> nominal(args.get());
          case "RATE" -> rate(args.get());
          case "CUMIPMT", "CUMPRINC", "PPMT", "PMT", "IPMT" -> plan(name, args.get());
          default -> Optional.of(Double.NaN);
        };
    if (value.filter(number -> number.isNaN()).isPresent()) {
      return Verdict.outside(
          "not about a plain loan: discounting, payments in advance, or a sum left at the end");
    }
    if (error) {
      return value.isEmpty()
          ? Verdict.RIGHT
          : Verdict.wrong(value.get() + ", expected " + expected);
    }
    double sum = Double.parseDouble(expected);
    boolean money = !List.of("IRR", "EFFECT", "NOMINAL", "RATE").contains(name);
    double allowed = money ? 0.01 * Math.max(1, args.get().get(1)) / 2 : NEAR * 100;
    return value.filter(number -> Math.abs(number - sum) <= allowed).isPresent()
        ? Verdict.RIGHT
        : Verdict.wrong(value.map(String::valueOf).orElse("none") + ", expected " + expected);
  }

  private static Optional<List<Double>> numbers(String args) {
    List<Double> numbers = new ArrayList<>();
    for (String word : args.replaceAll("null,|[\\[\\]]", "").split(",")) {
      String[] parts = word.strip().split("\\s*[*/]\\s*");
      if (!Arrays.stream(parts).allMatch(part -> part.matches("-?[\\d.]+(e-?\\d+)?"))) {
        return Optional.empty();
      }
      double number = Double.parseDouble(parts[0]);
      for (int i = 1; i < parts.length; i++) {
        double by = Double.parseDouble(parts[i]);
        number = word.contains("/") ? number / by : number * by;
      }
      numbers.add(number);
    }
    return Optional.of(numbers);
  }

  private static Optional<Double> irr(String args) {
    double[] sums =
        numbers(args.substring(0, args.indexOf(']'))).orElse(List.of()).stream()
            .mapToDouble(Double::doubleValue)
            .toArray();
    long[] ticks =
        IntStream.range(0, sums.length)
            .filter(i -> sums[i] != 0)
            .mapToLong(i -> i * Ticks.YEAR)
            .toArray();
    double[] moved = Arrays.stream(sums).filter(sum -> sum != 0).toArray();
    return RateSearch.roots(ticks, moved) instanceof Roots.One(var growth)
        ? Optional.of(growth.effective().fraction())
        : Optional.empty();
  }

  private static Optional<Double> effect(List<Double> args) {
    int periods = args.get(1).intValue();
    return periods < 1 || args.get(0) <= 0 || 12 % periods != 0
        ? Optional.empty()
        : Optional.of(
            Growth.of(args.get(0) / periods, new Pace.Months(12 / periods)).effective().fraction());
  }

  private static Optional<Double> nominal(List<Double> args) {
    int periods = args.get(1).intValue();
    return periods < 1 || args.get(0) <= 0
        ? Optional.empty()
        : Optional.of(
            new Growth(Math.log1p(args.get(0))).nominal(new Pace.Months(12 / periods)).fraction());
  }

  /** {@code n, payment, now, later}: sums after each period and one more at the end. */
  private static Optional<Double> rate(List<Double> args) {
    int n = args.get(0).intValue();
    long[] ticks = IntStream.rangeClosed(0, n).mapToLong(i -> i * Ticks.YEAR).toArray();
    double[] sums = new double[n + 1];
    Arrays.fill(sums, args.get(1));
    sums[0] = args.get(2);
    sums[n] += args.get(3);
    return RateSearch.roots(ticks, sums) instanceof Roots.One(var growth)
        ? Optional.of(growth.effective().fraction())
        : Optional.empty();
  }

  /** Rows of a level plan; signs as spreadsheets have them. */
  private static Optional<Double> plan(String name, List<Double> args) {
    boolean sums = name.startsWith("CUM");
    double rate = args.get(0);
    double count = sums || name.equals("PMT") ? args.get(1) : args.get(2);
    double principal = args.get(sums || name.equals("PMT") ? 2 : 3);
    boolean plain = sums ? args.get(5) != 1 : args.size() <= 4 && !name.equals("PMT");
    if (!plain) {
      return Optional.of(Double.NaN);
    }
    if (rate <= 0 || count <= 0 || sums && (args.get(5) > 1 || args.get(3) < 1)) {
      return Optional.empty();
    }
    int from = sums ? args.get(3).intValue() : args.get(1).intValue();
    int to = sums ? args.get(4).intValue() : from;
    BigDecimal percent = BigDecimal.valueOf(rate * 1200).setScale(6, RoundingMode.HALF_UP);
    Outcome<Schedule> schedule =
        PlanTerms.monthly(
                new PlanKind.EqualPayment(),
                new Fen(Math.round(principal * 100)),
                new AnnualRate(percent),
                (int) count)
            .schedule();
    if (from > to || schedule.findValue().isEmpty()) {
      return Optional.empty();
    }
    boolean interest = name.contains("IPMT");
    return Optional.of(
        -schedule.orThrow().rows().subList(from - 1, to).stream()
            .map(row -> interest ? row.interest() : row.principal())
            .mapToDouble(sum -> sum.yuan().doubleValue())
            .sum());
  }

  /** The first schedule of a scenario, if it follows from the terms alone. */
  Verdict schedule(JsonNode scenario) {
    if (scenario.get("loan").size() != 1 || scenario.get("schedules").isEmpty()) {
      return Verdict.outside("no single loan with a schedule");
    }
    JsonNode loan = scenario.get("loan").get(0);
    JsonNode first = scenario.get("schedules").get(0);
    String steps =
        IntStream.range(0, Math.min(first.get("after").asInt(), scenario.get("steps").size()))
            .mapToObj(i -> scenario.get("steps").get(i).asString())
            .filter(step -> !step.contains("disburse the loan"))
            .reduce("", (a, b) -> a + "\n" + b);
    if (MOVES.matcher(steps + loan.get("LoanProduct").asString().replace('_', ' ')).find()) {
      return Verdict.outside("payments, charges or changes before the schedule is shown");
    }
    List<JsonNode> rows = new ArrayList<>();
    first.get("rows").forEach(rows::add);
    List<JsonNode> dues = rows.stream().filter(row -> !row.get("Nr").asString().isEmpty()).toList();
    if (rows.size() != dues.size() + 1
        || dues.stream().anyMatch(row -> zero(row, "Interest") && zero(row, "Principal due"))
        || !"0".equals(loan.path("graceOnPrincipalPayment").asString("0"))) {
      return Verdict.outside("several advances, or periods without principal");
    }
    LocalDate start = day(rows.getFirst());
    List<LocalDate> days = dues.stream().map(PlanVectors::day).toList();
    for (PlanTerms terms : candidates(loan, start, days, rows.getFirst())) {
      if (terms.schedule().findValue().filter(plan -> same(plan, dues)).isPresent()) {
        return Verdict.RIGHT;
      }
    }
    return Verdict.wrong("no rounding and day count gives these rows");
  }

  private static boolean zero(JsonNode row, String field) {
    return new BigDecimal("0" + row.get(field).asString()).signum() == 0;
  }

  private static LocalDate day(JsonNode row) {
    return LocalDate.parse(row.get("Date").asString().replaceFirst("^0", ""), DAY);
  }

  /** The vector does not say rounding and day count, so each is tried. */
  private static List<PlanTerms> candidates(
      JsonNode loan, LocalDate start, List<LocalDate> days, JsonNode advance) {
    AnnualRate rate = new AnnualRate(new BigDecimal(loan.get("ANNUAL interest rate %").asString()));
    Fen principal = PriceVectors.fen(advance.get("Balance of loan").asString());
    List<PlanKind> kinds =
        loan.get("interest type").asString().equals("FLAT")
            ? List.of(new PlanKind.FlatFee())
            : loan.get("amortization type").asString().equals("EQUAL_INSTALLMENTS")
                ? List.of(new PlanKind.EqualPayment())
                : List.of(new PlanKind.EqualPrincipal());
    List<PlanTerms> candidates = new ArrayList<>();
    for (PlanKind kind : kinds) {
      for (long unit : new long[] {1, 100}) {
        for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.DOWN)) {
          for (FenRounding interest : List.of(FenRounding.FEN, HALF_EVEN)) {
            PlanTerms terms =
                PlanTerms.monthly(kind, principal, rate, days.size())
                    .rounded(new PlanTerms.Roundings(interest, new FenRounding(unit, mode)));
            candidates.add(terms.on(start, days, Optional.empty()));
            for (DayBasis basis : BASES) {
              candidates.add(terms.on(start, days, Optional.of(basis)));
            }
          }
        }
      }
    }
    return candidates;
  }

  private static boolean same(Schedule plan, List<JsonNode> rows) {
    if (plan.rows().size() != rows.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      PlanRow row = plan.rows().get(i);
      if (!row.principal().equals(PriceVectors.fen(rows.get(i).get("Principal due").asString()))
          || !row.interest().equals(PriceVectors.fen(rows.get(i).get("Interest").asString()))) {
        return false;
      }
    }
    return true;
  }
}
