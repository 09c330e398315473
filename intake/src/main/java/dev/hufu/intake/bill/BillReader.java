package dev.hufu.intake.bill;

import dev.hufu.intake.ImageKind;
import dev.hufu.kernel.bill.BillFile;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillTotals;
import dev.hufu.kernel.bill.RefusedRow;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads one file with bills: a text, a workbook, or an archive of them.
 *
 * <p>Example: {@code new BillReader().password("123456").read("wechat.zip", bytes)} gives one
 * {@link Statement} per sheet or file inside. Rows that cannot be read are in {@link
 * BillFile#refused()}; a file that holds no bill at all is refused with a {@code BILL_} code.
 */
public final class BillReader {

  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  /** Rows that one core reads in one go. */
  private static final int PART_ROWS = 8_192;

  private final Optional<String> password;
  private final Optional<BillMapping> mapping;

  public BillReader() {
    this(Optional.empty(), Optional.empty());
  }

  private BillReader(Optional<String> password, Optional<BillMapping> mapping) {
    this.password = password;
    this.mapping = mapping;
  }

  /** A reader that opens archives with this password. */
  public BillReader password(String word) {
    return new BillReader(Optional.of(word), mapping);
  }

  /** A reader that takes columns as this mapping says. */
  public BillReader mapping(BillMapping map) {
    return new BillReader(password, Optional.of(map));
  }

  /**
   * Reads one file.
   *
   * @param file its path, as it is shown
   */
  public Outcome<List<Statement>> read(String file, byte[] bytes) {
    return read(file, bytes, true);
  }

  private Outcome<List<Statement>> read(String file, byte[] bytes, boolean archives) {
    if (bytes.length > Limits.BILL_BYTES_MAX) {
      return refused(
          Code.BILL_TOO_LARGE, "> " + Limits.BILL_BYTES_MAX / (1024 * 1024) + " MB", file);
    }
    if (starts(bytes, PDF)) {
      return refused(Code.BILL_OTHER_FILE, "PDF", file);
    }
    Optional<ImageKind> image = ImageKind.find(bytes);
    if (image.isPresent()) {
      return refused(Code.BILL_OTHER_FILE, image.get().name(), file);
    }
    if (starts(bytes, OLE2)) {
      return placed(XlsTables.read(file, bytes), file).then(tables -> sheets(file, tables));
    }
    if (BillArchive.looksLike(bytes)) {
      if (BillArchive.workbook(bytes)) {
        return placed(XlsxTables.read(file, bytes), file).then(tables -> sheets(file, tables));
      }
      return archives
          ? placed(BillArchive.read(bytes, password), file).then(files -> files(file, files))
          : refused(Code.BILL_OTHER_FILE, "ZIP", file);
    }
    return placed(CsvTable.read(file, bytes), file)
        .then(table -> statement(file, table))
        .map(List::of);
  }

  private static <T> Outcome<T> placed(Outcome<T> read, String file) {
    return switch (read) {
      case Outcome.Ok<T> ok -> ok;
      case Outcome.Refused<T>(var refusal) ->
          refusal.position().isPresent()
              ? read
              : Outcome.refused(refusal.at(new Position(file, 1, 1)));
    };
  }

  private static <T> Outcome<T> refused(Code code, String subject, String file) {
    return Outcome.refused(Refusal.of(code, subject).at(new Position(file, 1, 1)));
  }

  private static boolean starts(byte[] bytes, byte[] magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Every file of an archive; one that is no bill is told, unless none is. */
  private Outcome<List<Statement>> files(String archive, Map<String, byte[]> files) {
    List<Statement> statements = new ArrayList<>();
    Optional<Refusal> first = Optional.empty();
    List<Refusal> others = new ArrayList<>();
    for (var inner : files.entrySet()) {
      switch (read(archive + "!" + inner.getKey(), inner.getValue(), false)) {
        case Outcome.Ok<List<Statement>>(var read) -> statements.addAll(read);
        case Outcome.Refused<List<Statement>>(var refusal) -> {
          first = first.or(() -> Optional.of(refusal));
          others.add(refusal);
        }
      }
    }
    if (statements.isEmpty() && first.isPresent()) {
      return Outcome.refused(first.get());
    }
    return Outcome.of(withNotes(statements, others));
  }

  /** Every sheet of a workbook that is a bill; the others are told, unless none is. */
  private Outcome<List<Statement>> sheets(String file, List<Table> tables) {
    List<Statement> statements = new ArrayList<>();
    List<Refusal> others = new ArrayList<>();
    Optional<Refusal> first = Optional.empty();
    for (Table table : tables) {
      switch (statement(file, table)) {
        case Outcome.Ok<Statement>(var read) -> statements.add(read);
        case Outcome.Refused<Statement>(var refusal) -> {
          first = first.or(() -> Optional.of(refusal));
          boolean empty = table.rows().stream().allMatch(TableRow::blank);
          if (!empty) {
            others.add(
                refusal.code() == Code.BILL_NOT_A_BILL
                    ? Refusal.of(Code.BILL_NOT_IN_SHEET, table.sheet())
                        .at(new Position(shown(file, table), 1, 1))
                    : refusal);
          }
        }
      }
    }
    return statements.isEmpty()
        ? Outcome.refused(
            first.orElseGet(() -> Refusal.of(Code.BILL_EMPTY, "").at(new Position(file, 1, 1))))
        : Outcome.of(withNotes(statements, others));
  }

  private static List<Statement> withNotes(List<Statement> statements, List<Refusal> notes) {
    if (notes.isEmpty() || statements.isEmpty()) {
      return statements;
    }
    BillFile file = statements.getFirst().file();
    List<Refusal> all = new ArrayList<>(file.notes());
    all.addAll(notes);
    List<Statement> noted = new ArrayList<>(statements);
    noted.set(
        0,
        new Statement(
            new BillFile(
                file.path(),
                file.sheet(),
                file.platform(),
                file.form(),
                file.account(),
                file.declared(),
                file.found(),
                file.rowsRead(),
                file.refused(),
                all),
            statements.getFirst().rows()));
    return noted;
  }

  private static String shown(String file, Table table) {
    return table.sheet().isEmpty() ? file : file + "#" + table.sheet();
  }

  private Outcome<Statement> statement(String file, Table table) {
    Position start = new Position(shown(file, table), 1, 1);
    Optional<Header> found = mapping.isPresent() ? mapped(table) : Header.find(table.rows());
    if (found.isEmpty()) {
      return Outcome.refused(noHeader(file, table).orElseGet(() -> notABill(start)));
    }
    Header header = found.get();
    List<TableRow> above = table.rows().subList(0, header.index());
    List<TableRow> below = table.rows().subList(header.index() + 1, table.rows().size());
    List<TableRow> footers = below.stream().filter(Preamble::footer).toList();
    Preamble preamble = Preamble.of(above, footers);
    BillForm form =
        mapping.isPresent() ? BillForm.TABLE : BillForm.of(preamble.above(), header, file);
    Optional<Field> lacking = form.lacks(header);
    if (lacking.isPresent()) {
      return Outcome.refused(lacks(lacking.get(), header, file, table));
    }
    return rows(file, table, header, preamble, form, below);
  }

  private static Refusal notABill(Position start) {
    return Refusal.of(Code.BILL_NOT_A_BILL, Integer.toString(Limits.BILL_HEADER_ROWS_MAX))
        .at(start);
  }

  /** Where a maker is named and a header stands but for a column: which column. */
  private static Optional<Refusal> noHeader(String file, Table table) {
    return Header.lacking(table.rows())
        .flatMap(
            header -> {
              List<TableRow> above = table.rows().subList(0, header.index());
              return BillForm.named(Preamble.of(above, List.of()).above())
                  .flatMap(form -> form.lacks(header))
                  .map(field -> lacks(field, header, file, table));
            });
  }

  private static Refusal lacks(Field field, Header header, String file, Table table) {
    int row = table.rows().get(header.index()).row();
    return Refusal.of(Code.BILL_COLUMN_MISSING, field.names().getFirst())
        .at(new Position(shown(file, table), row, 1));
  }

  /** The row that has every column the mapping names. */
  private Optional<Header> mapped(Table table) {
    Map<Field, String> wanted = mapping.orElseThrow().columns();
    int last = Math.min(table.rows().size(), Limits.BILL_HEADER_ROWS_MAX);
    for (int index = 0; index < last; index++) {
      List<String> names = table.rows().get(index).cells().stream().map(Field::plain).toList();
      if (names.containsAll(wanted.values())) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        wanted.forEach((field, name) -> columns.put(field, names.indexOf(name)));
        return Optional.of(new Header(index, names, columns));
      }
    }
    return Optional.empty();
  }

  private Outcome<Statement> rows(
      String file,
      Table table,
      Header header,
      Preamble preamble,
      BillForm form,
      List<TableRow> below) {
    RowReading.Setting setting =
        new RowReading.Setting(
            file,
            table.sheet(),
            form.platform(),
            preamble.account(),
            mapping.map(BillMapping::zone).orElse(preamble.zone()),
            header,
            mapping,
            mapping.isPresent() ? Optional.empty() : BalanceMoves.of(header, below));
    // Rows know nothing of each other: a large bill is read by all cores at once.
    int parts = Math.ceilDiv(below.size(), PART_ROWS);
    List<RowPart> read =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(
                nth -> {
                  int to = Math.min(below.size(), (nth + 1) * PART_ROWS);
                  RowPart part = new RowPart(setting, table, nth + 1 == parts);
                  part.read(below.subList(nth * PART_ROWS, to));
                  return part;
                })
            .toList();
    List<BillRow> rows = new ArrayList<>(below.size());
    List<RefusedRow> refused = new ArrayList<>();
    List<Refusal> notes = new ArrayList<>(table.notes());
    List<Refusal> ofRows = new ArrayList<>();
    for (RowPart part : read) {
      rows.addAll(part.rows());
      refused.addAll(part.refused());
      notes.addAll(part.headers());
      ofRows.addAll(part.notes());
    }
    if (rows.isEmpty() && refused.isEmpty()) {
      int row = table.rows().get(header.index()).row();
      return Outcome.refused(
          Refusal.of(Code.BILL_EMPTY, "").at(new Position(shown(file, table), row, 1)));
    }
    notes.addAll(ofRows.subList(0, Math.min(ofRows.size(), RowReading.NOTES_MAX)));
    return Outcome.of(told(file, table, header, preamble, form, rows, refused, notes));
  }

  private Statement told(
      String file,
      Table table,
      Header header,
      Preamble preamble,
      BillForm form,
      List<BillRow> rows,
      List<RefusedRow> refused,
      List<Refusal> notes) {
    BillTotals found = BillTotals.of(rows.size() + refused.size(), rows);
    for (BillTotals.Part part : preamble.declared().differences(found)) {
      notes.add(
          differs(part, preamble.declared(), found).at(new Position(shown(file, table), 1, 1)));
    }
    String id = mapping.map(BillMapping::name).orElseGet(() -> form.id(header, table.container()));
    BillFile told =
        new BillFile(
            file,
            table.sheet(),
            form.platform(),
            id,
            preamble.account(),
            preamble.declared(),
            found,
            rows.size(),
            refused,
            notes);
    return new Statement(told, rows);
  }

  private static Refusal differs(BillTotals.Part part, BillTotals declared, BillTotals found) {
    String subject =
        switch (part) {
          case ROWS -> "rows " + declared.rows().orElse(0) + " ≠ " + found.rows().orElse(0);
          case IN -> "收入 in " + sum(declared.in()) + " ≠ " + sum(found.in());
          case OUT -> "支出 out " + sum(declared.out()) + " ≠ " + sum(found.out());
          case NEUTRAL -> "不计收支 neutral " + sum(declared.neutral()) + " ≠ " + sum(found.neutral());
        };
    return Refusal.of(Code.BILL_TOTALS_DIFFER, subject);
  }

  private static String sum(Optional<BillTotals.Sum> sum) {
    return sum.map(s -> s.count() + " × " + s.amount()).orElse("");
  }
}
