package dev.hufu.app.cli;

import dev.hufu.app.history.TextTable;
import dev.hufu.app.ops.Terminal;
import dev.hufu.intake.Packed;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.loan.price.CashFlows;
import dev.hufu.kernel.loan.price.EquationApr;
import dev.hufu.kernel.loan.price.Flow;
import dev.hufu.kernel.loan.price.Growth;
import dev.hufu.kernel.loan.price.NoRate;
import dev.hufu.kernel.loan.price.Rate;
import dev.hufu.kernel.loan.price.RateSearch;
import dev.hufu.kernel.loan.price.RegZApr;
import dev.hufu.kernel.loan.price.Roots;
import dev.hufu.kernel.loan.price.Ticks;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds prices and plans against public truth tables: examples of Regulation Z and of the EU's
 * directive, generated loans of other libraries, and spreadsheets' functions.
 */
final class PriceVectors {

  /** A rate of a spreadsheet is right if it lies this near, relative to 1 + rate. */
  private static final double NEAR = 1e-6;

  /** A root leaves less than this of the sums. */
  private static final double LEFT = 1e-4;

  private static final double EDGE = 1e-3;

  private final Terminal terminal;
  private final TextTable table = new TextTable(1);
  private final List<String> notes = new ArrayList<>();
  private boolean same = true;

  PriceVectors(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How one vector came out. */
  enum Came {
    RIGHT,
    /** Its own figure does not hold, and the note shows by how much. */
    REFERENCE_WRONG,
    DIFFERENT,
    /** It is not about loans, or does not say what it would take. */
    OUTSIDE
  }

  /** What came of one vector. */
  record Verdict(Came came, String note) {

    static final Verdict RIGHT = new Verdict(Came.RIGHT, "");

    static Verdict wrong(String note) {
      return new Verdict(Came.DIFFERENT, note);
    }

    static Verdict outside(String why) {
      return new Verdict(Came.OUTSIDE, why);
    }
  }

  /** One family: a file and what is done with each of its vectors. */
  private interface Check {
    Verdict of(JsonNode vector);
  }

  /** Prints the table; whether everything that can be checked came out as its authors say. */
  Outcome<Boolean> evaluate(Path data) {
    table.row(
        word("一族", "family"),
        word("条数", "vectors"),
        word("一致", "agree"),
        word("参考自己不成立", "reference wrong"),
        word("不一致", "differ"),
        word("不在此列", "outside"));
    PlanVectors plans = new PlanVectors();
    try {
      family(data, "regz-appendix-j.json", PriceVectors::regZ);
      family(data, "eu-98-7-annex-iii.json", PriceVectors::directive);
      family(data, "fsharp-finance-apreuropeanunion.json", PriceVectors::generated);
      family(data, "fsharp-finance-aprunitedkingdom.json", PriceVectors::generated);
      family(data, "pyxirr-xirr.json", PriceVectors::xirr);
      family(data, "java-xirr.json", PriceVectors::xirr);
      family(data, "formulajs-financial.json", plans::function);
      family(data, "fineract-schedules.json.gz", plans::schedule);
    } catch (IOException | JacksonException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
    table.print(terminal.out());
    notes.forEach(terminal.out()::println);
    return Outcome.of(same);
  }

  private void family(Path data, String file, Check check) throws IOException {
    JsonNode vectors = read(data.resolve(file));
    Map<String, Integer> outside = new TreeMap<>();
    Map<Came, Integer> counts = new EnumMap<>(Came.class);
    for (JsonNode vector : vectors) {
      Verdict verdict = check.of(vector);
      counts.merge(verdict.came(), 1, Integer::sum);
      switch (verdict.came()) {
        case RIGHT -> {}
        case OUTSIDE -> outside.merge(verdict.note(), 1, Integer::sum);
        case REFERENCE_WRONG, DIFFERENT ->
            notes.add("  " + file + " " + name(vector) + ": " + verdict.note());
      }
    }
    same &= !counts.containsKey(Came.DIFFERENT);
    List<Object> row = new ArrayList<>(List.of(file, vectors.size()));
    for (Came came : Came.values()) {
      row.add(counts.getOrDefault(came, 0));
    }
    table.row(row.toArray());
    outside.forEach((why, count) -> notes.add("  " + file + ": " + count + " × " + why));
  }

  private static JsonNode read(Path file) throws IOException {
    try (InputStream in = Packed.open(file)) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private static String name(JsonNode vector) {
    for (String field : List.of("id", "file", "scenario")) {
      if (vector.has(field)) {
        return vector.get(field).asString();
      }
    }
    return vector.path("function").asString() + "(" + vector.path("args").asString() + ")";
  }

  static Fen fen(String yuan) {
    return new Fen(
        new BigDecimal(yuan).movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static Verdict regZ(JsonNode vector) {
    return printed(RegZApr.of(loan(vector, "advances")), vector.get("apr_percent").asString());
  }

  private static Verdict directive(JsonNode vector) {
    return printed(
        EquationApr.DAYS.of(loan(vector, "drawdowns")), vector.get("apr_percent").asString());
  }

  private static CashFlows loan(JsonNode vector, String advances) {
    List<Flow> flows = new ArrayList<>();
    vector.get(advances).forEach(a -> flows.add(Flow.received(day(a), fen(a.get(1).asString()))));
    vector.get("payments").forEach(p -> flows.add(Flow.paid(day(p), fen(p.get(1).asString()))));
    return CashFlows.dated(flows).orThrow();
  }

  private static LocalDate day(JsonNode pair) {
    return LocalDate.parse(pair.get(0).asString());
  }

  /** Compares as the table is printed. */
  private static Verdict printed(Optional<Rate> rate, String expected) {
    int places = Math.max(0, new BigDecimal(expected).scale());
    return rate.map(
            known -> {
              BigDecimal percent = known.percent(places);
              if (percent.compareTo(new BigDecimal(expected)) == 0) {
                return Verdict.RIGHT;
              }
              String note = known.percent(7) + " %, expected " + expected + " %";
              return onTheEdge(known, places)
                  ? new Verdict(Came.REFERENCE_WRONG, note + "; it stops before the rounding edge")
                  : Verdict.wrong(note);
            })
        .orElseGet(() -> Verdict.wrong("no rate, expected " + expected + " %"));
  }

  /** Whether the rate lies so near the edge of rounding that a coarse search misses it. */
  private static boolean onTheEdge(Rate rate, int places) {
    double scaled = rate.fraction() * Math.pow(10, places + 2);
    return Math.abs(scaled - Math.floor(scaled) - 0.5) < EDGE;
  }

  /** A loan as a table of days, payments and balances. */
  private static Verdict generated(JsonNode vector) {
    LocalDate start = LocalDate.parse(vector.get("start_date").asString());
    List<Flow> flows = new ArrayList<>();
    flows.add(Flow.received(start, fen(vector.get("principal").asString())));
    for (JsonNode row : vector.get("schedule")) {
      String payment = row.get(1).asString();
      boolean numbers = row.size() == 5 && payment.matches("[\\d,]+\\.\\d+");
      if (numbers && fen(payment.replace(",", "")).fen() > 0) {
        flows.add(Flow.paid(start.plusDays(row.get(0).asInt()), fen(payment.replace(",", ""))));
      }
    }
    if (flows.size() == 1) {
      return Verdict.outside("no payments in the vector");
    }
    BigDecimal expected = new BigDecimal(vector.get("apr_percent").asString()).setScale(1);
    return printed(EquationApr.DAYS.of(CashFlows.dated(flows).orThrow()), expected.toPlainString());
  }

  private static Verdict xirr(JsonNode vector) {
    TreeMap<LocalDate, Double> byDay = new TreeMap<>();
    boolean nothing = false;
    for (JsonNode flow : vector.get("flows")) {
      double sum =
          flow.get(1).isNumber()
              ? flow.get(1).asDouble()
              : Double.parseDouble(flow.get(1).asString());
      byDay.merge(day(flow), sum, Double::sum);
      nothing |= sum == 0;
    }
    byDay.values().removeIf(sum -> sum == 0);
    long[] ticks =
        byDay.keySet().stream()
            .mapToLong(day -> ChronoUnit.DAYS.between(byDay.firstKey(), day) * Ticks.DAY)
            .toArray();
    double[] sums = byDay.values().stream().mapToDouble(Double::doubleValue).toArray();
    Roots roots = ticks.length < 2 ? new Roots.None(NoRate.ONE_WAY) : RateSearch.roots(ticks, sums);
    JsonNode reference = vector.get("xirr");
    return reference == null || reference.isNull()
        ? none(roots)
        : compared(roots, reference.asDouble(), nothing, left(ticks, sums, reference.asDouble()));
  }

  private static Verdict none(Roots roots) {
    return roots instanceof Roots.One(var growth)
        ? Verdict.wrong(
            "the reference has none; " + growth.effective() + " is a root, and proven the only one")
        : Verdict.RIGHT;
  }

  private static Verdict compared(Roots roots, double reference, boolean nothing, double left) {
    boolean right =
        switch (roots) {
          case Roots.One(var growth) -> near(growth, reference);
          case Roots.Several(var growths) ->
              growths.stream().anyMatch(growth -> near(growth, reference));
          case Roots.None(var why) -> why == NoRate.ONE_WAY && nothing && reference == -1;
        };
    if (right) {
      return Verdict.RIGHT;
    }
    String note = roots + ", the reference says " + reference;
    return left > LEFT
        ? new Verdict(
            Came.REFERENCE_WRONG,
            String.format(
                Locale.ROOT, "%s, at which %.1f %% of the sums are left", note, 100 * left))
        : Verdict.wrong(note);
  }

  /** What is left of the sums at that rate, as a part of all of them; nothing at a root. */
  private static double left(long[] ticks, double[] sums, double rate) {
    double left = 0;
    double all = 0;
    for (int i = 0; i < sums.length; i++) {
      double now = sums[i] * Math.pow(1 + rate, -(double) ticks[i] / Ticks.YEAR);
      left += now;
      all += Math.abs(now);
    }
    return Math.abs(left) / all;
  }

  private static boolean near(Growth growth, double reference) {
    return Math.abs(growth.effective().fraction() - reference) <= NEAR * (1 + Math.abs(reference));
  }

  private String word(String zh, String en) {
    return new Wording(zh, en).in(terminal.lang());
  }
}
