package dev.hufu.intake.price;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.hufu.intake.TextSniffer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.loan.price.Flow;
import dev.hufu.kernel.money.Fen;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of dated sums: a day and a sum in each row, plus for received and minus for paid, and
 * possibly a currency. A first row of names is passed over.
 *
 * <p>Example: {@code date,amount} / {@code 2024-11-01,42500} / {@code 2024-12-01,-4928}. The first
 * row that cannot be read refuses the file, with its line and column.
 *
 * @param currency the one that is named, if one is
 */
public record FlowsCsv(List<Flow> flows, Optional<String> currency) {

  private static final Set<String> DAY_NAMES = Set.of("date", "day", "日期", "时间");
  private static final int CELLS_MAX = 3;

  private static final Pattern DATED =
      Pattern.compile(
          "(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?[\\s,:]*"
              + "(?<sign>[+−-]?)\\s*(?<sum>\\S.*)");

  public FlowsCsv {
    flows = List.copyOf(flows);
  }

  /**
   * Reads a file.
   *
   * @param file as it is called in refusals
   * @return its sums; or what {@link TextSniffer} refuses, {@link Code#PRICE_FLOWS_ROW}, {@link
   *     Code#PRICE_FLOWS_TOO_MANY}, {@link Code#PRICE_CURRENCIES_MIXED}, or what {@link SumText}
   *     refuses
   */
  public static Outcome<FlowsCsv> read(String file, byte[] bytes) {
    return TextSniffer.decode(bytes, Limits.PRICE_FLOWS_CHARS_MAX)
        .then(text -> rows(file, text.startsWith("\uFEFF") ? text.substring(1) : text));
  }

  /** Whether a text that somebody typed has a day at the beginning of its first line. */
  public static boolean dated(String typed) {
    return typed.lines().map(SumText::fold).filter(line -> !line.isBlank()).findFirst().stream()
        .anyMatch(line -> DATED.matcher(line.strip()).matches());
  }

  /**
   * Reads dated sums as people type them, one a line, paid unless a plus says that it arrived:
   * {@code 2024-12-01 4928}, {@code 2024年11月1日 +42,500}.
   */
  public static Outcome<FlowsCsv> typed(String file, String text) {
    StringBuilder rows = new StringBuilder(text.length() + 64);
    for (String line : text.lines().toList()) {
      Matcher dated = DATED.matcher(SumText.fold(line).strip());
      rows.append(dated.matches() ? row(dated) : '"' + line.replace("\"", "") + '"').append('\n');
    }
    return rows(file, rows.toString());
  }

  private static String row(Matcher dated) {
    String sign = dated.group("sign").equals("+") ? "+" : "-";
    String day =
        "%s-%2s-%2s"
            .formatted(dated.group("year"), dated.group("month"), dated.group("day"))
            .replace(' ', '0');
    return day + ",\"" + sign + dated.group("sum").replace("\"", "") + '"';
  }

  private static Outcome<FlowsCsv> rows(String file, String text) {
    List<Flow> flows = new ArrayList<>();
    Set<String> currencies = new HashSet<>();
    long line = 1;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      for (CsvRecord row : rows) {
        line = row.getStartingLineNumber();
        if (row.getFields().stream().allMatch(String::isBlank) || names(flows, row)) {
          continue;
        }
        if (flows.size() == Limits.PRICE_FLOWS_MAX) {
          return Outcome.refused(Code.PRICE_FLOWS_TOO_MANY, "> " + flows.size());
        }
        Outcome<Flow> flow = flow(file, row, currencies);
        if (flow instanceof Outcome.Refused<Flow>(var refusal)) {
          return Outcome.refused(refusal);
        }
        flows.add(flow.orThrow());
        if (currencies.size() > 1) {
          return Outcome.refused(
              Refusal.of(
                      Code.PRICE_CURRENCIES_MIXED,
                      String.join(", ", currencies.stream().sorted().toList()))
                  .at(new Position(file, (int) line, 1)));
        }
      }
    } catch (CsvParseException | java.io.IOException broken) {
      return Outcome.refused(
          Refusal.of(Code.PRICE_FLOWS_ROW, "\"…\"").at(new Position(file, (int) line, 1)));
    }
    return Outcome.of(new FlowsCsv(flows, currencies.stream().findFirst()));
  }

  private static boolean names(List<Flow> flows, CsvRecord row) {
    return flows.isEmpty() && DAY_NAMES.contains(row.getField(0).strip().toLowerCase(Locale.ROOT));
  }

  private static Outcome<Flow> flow(String file, CsvRecord row, Set<String> currencies) {
    int line = (int) row.getStartingLineNumber();
    if (row.getFieldCount() < 2 || row.getFieldCount() > CELLS_MAX) {
      return Outcome.refused(
          Refusal.of(Code.PRICE_FLOWS_ROW, SumText.shown(String.join(",", row.getFields())))
              .at(new Position(file, line, 1)));
    }
    if (row.getFieldCount() == CELLS_MAX && !row.getField(2).isBlank()) {
      currencies.add(row.getField(2).strip().toUpperCase(Locale.ROOT));
    }
    LocalDate day;
    try {
      day = LocalDate.parse(row.getField(0).strip().replace('/', '-'));
    } catch (DateTimeException notADay) {
      return Outcome.refused(
          Refusal.of(Code.PRICE_FLOWS_ROW, SumText.shown(row.getField(0)))
              .at(new Position(file, line, 1)));
    }
    String cell = SumText.fold(row.getField(1)).strip();
    boolean minus = cell.startsWith("-") || cell.startsWith("−");
    String digits = minus || cell.startsWith("+") ? cell.substring(1) : cell;
    return switch (SumText.read(digits)) {
      case Outcome.Ok<SumText>(var sum) -> {
        sum.currency().ifPresent(currencies::add);
        yield Outcome.of(new Flow(day, minus ? Fen.ZERO.minus(sum.sum()) : sum.sum()));
      }
      case Outcome.Refused<SumText>(var refusal) ->
          Outcome.refused(refusal.at(new Position(file, line, row.getField(0).length() + 2)));
    };
  }
}
