package dev.hufu.intake.lender;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.hufu.intake.TextSniffer;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.lender.Licence;
import dev.hufu.kernel.lender.LicenceList;
import dev.hufu.kernel.limit.Limits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a list of licensed lenders. Lines that begin with {@code #} stand before the header and say
 * what the list is: {@code #title}, {@code #source}, {@code #asOf} (a day). Then a header and one
 * lender a line; columns go by their English or Chinese names, unknown ones are left out.
 *
 * <p>Example: {@code LicenceCsv.read("list.csv", bytes)}; form in {@code
 * docs/reference/lender-file.md}.
 */
public final class LicenceCsv {

  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "name", List.of("name", "名称", "机构名称", "公司名称"),
          "creditCode", List.of("creditcode", "uscc", "统一社会信用代码", "社会信用代码"),
          "number", List.of("number", "licence", "许可证号", "许可证编号", "机构编码"),
          "kind", List.of("kind", "type", "类别", "机构类型"),
          "region", List.of("region", "地区", "省份", "住所"),
          "from", List.of("from", "validfrom", "批准日期", "发证日期"),
          "until", List.of("until", "validto", "到期日期", "有效期至"),
          "note", List.of("note", "备注"));

  private static final int CELL_CHARS_MAX = 300;

  private final String file;
  private final Map<String, String> about = new HashMap<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Licence> entries = new ArrayList<>();

  private LicenceCsv(String file) {
    this.file = file;
  }

  /**
   * Reads a list.
   *
   * @param file as it is called in refusals
   * @return the list; {@link Code#LICENCE_LIST_TOO_LARGE}, {@link Code#LICENCE_LIST_UNDATED},
   *     {@link Code#LICENCE_LIST_BROKEN} with its place, or what no text is refused with
   */
  public static Outcome<LicenceList> read(String file, byte[] bytes) {
    return bytes.length > Limits.LICENCE_LIST_BYTES_MAX
        ? Outcome.refused(Code.LICENCE_LIST_TOO_LARGE, bytes.length + " bytes")
        : TextSniffer.decode(bytes, Limits.LICENCE_LIST_BYTES_MAX)
            .then(text -> new LicenceCsv(file).list(text));
  }

  private Outcome<LicenceList> list(String text) {
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)) {
      for (CsvRecord row : rows) {
        Optional<Refusal> refusal = row(row);
        if (refusal.isPresent()) {
          return Outcome.refused(refusal.get());
        }
      }
    } catch (CsvParseException broken) {
      return Outcome.refused(Code.LICENCE_LIST_BROKEN, "\"…\"");
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    if (columns.isEmpty()) {
      return Outcome.refused(Code.LICENCE_LIST_BROKEN, "name, 名称 ?");
    }
    return about();
  }

  private Optional<Refusal> row(CsvRecord row) {
    String first = row.getField(0).strip();
    if (columns.isEmpty() && first.startsWith("#")) {
      String line = String.join(",", row.getFields());
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(1, colon).strip().toLowerCase(Locale.ROOT);
        about.put(name, line.substring(colon + 1).strip().replaceAll(",+$", ""));
      }
      return Optional.empty();
    }
    return columns.isEmpty() ? header(row) : entry(row);
  }

  private Optional<Refusal> header(CsvRecord row) {
    for (int i = 0; i < row.getFieldCount(); i++) {
      String title = row.getField(i).strip().toLowerCase(Locale.ROOT);
      int cell = i;
      COLUMNS.forEach(
          (name, titles) -> {
            if (titles.contains(title)) {
              columns.putIfAbsent(name, cell);
            }
          });
    }
    return columns.containsKey("name")
        ? Optional.empty()
        : Optional.of(broken("name, 名称 ?", row, 1));
  }

  private Optional<Refusal> entry(CsvRecord row) {
    if (entries.size() == Limits.LICENCES_MAX) {
      return Optional.of(Refusal.of(Code.LICENCE_LIST_TOO_LARGE, "> " + Limits.LICENCES_MAX));
    }
    for (int i = 0; i < row.getFieldCount(); i++) {
      if (row.getField(i).length() > CELL_CHARS_MAX) {
        return Optional.of(broken("> " + CELL_CHARS_MAX, row, i + 1));
      }
    }
    Optional<String> name = cell(row, "name");
    if (name.isEmpty()) {
      return Optional.of(broken("name, 名称 ?", row, 1));
    }
    for (String day : List.of("from", "until")) {
      Optional<String> written = cell(row, day);
      if (written.isPresent() && day(written.get()).isEmpty()) {
        String shown = PermissionText.shown(written.get()) + " (2026-11-01)";
        return Optional.of(broken(shown, row, 1 + columns.getOrDefault(day, 0)));
      }
    }
    entries.add(
        new Licence(
            name.get(),
            cell(row, "creditCode"),
            cell(row, "number"),
            cell(row, "kind").orElse(""),
            cell(row, "region").orElse(""),
            cell(row, "from").flatMap(LicenceCsv::day),
            cell(row, "until").flatMap(LicenceCsv::day),
            cell(row, "note").orElse("")));
    return Optional.empty();
  }

  private Outcome<LicenceList> about() {
    Optional<LocalDate> asOf =
        Optional.ofNullable(about.get("asof")).or(() -> named("日期")).flatMap(LicenceCsv::day);
    Optional<String> source = Optional.ofNullable(about.get("source")).or(() -> named("来源"));
    if (asOf.isEmpty() || source.isEmpty() || source.get().isBlank()) {
      return Outcome.refused(Code.LICENCE_LIST_UNDATED, "#source, #asOf");
    }
    String title = Optional.ofNullable(about.get("title")).or(() -> named("名单")).orElse(file);
    return Outcome.of(new LicenceList(title, source.get(), asOf.get(), entries));
  }

  private Optional<String> named(String name) {
    return Optional.ofNullable(about.get(name));
  }

  private Optional<String> cell(CsvRecord row, String name) {
    Integer cell = columns.get(name);
    return cell == null || cell >= row.getFieldCount()
        ? Optional.empty()
        : Optional.of(row.getField(cell).strip()).filter(text -> !text.isEmpty());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.replace('/', '-')));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private Refusal broken(String what, CsvRecord row, int column) {
    return Refusal.of(Code.LICENCE_LIST_BROKEN, what)
        .at(new Position(file, (int) row.getStartingLineNumber(), column));
  }
}
