package dev.hufu.app.bill;

import dev.hufu.app.ops.Terminal;
import dev.hufu.intake.bill.BillReader;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Statement;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.money.Fen;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code hufu evaluate bills}: rows read here against what other importers made of the same files:
 * a mechanical listing of every row, ledgers the importers wrote, and their own inline cases.
 */
public final class BillEvaluation {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private static final Duration APART_MAX = Duration.ofMinutes(15);

  private final Terminal terminal;
  private final Path data;
  private final List<String> misses = new ArrayList<>();
  private int wrong;

  public BillEvaluation(Terminal terminal, Path data) {
    this.terminal = terminal;
    this.data = data;
  }

  /** Prints the tables; whether every row is right or its miss has a name that was foreseen. */
  public Outcome<Boolean> evaluate() {
    try {
      terminal
          .out()
          .println(
              "| file | form | rows in file | read | refused | expected | right | pairs | head ≠"
                  + " rows |\n"
                  + "|---|---|---|---|---|---|---|---|---|");
      listing();
      ledgers();
      cases();
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, data.toString());
    }
    misses.forEach(miss -> terminal.out().println("- " + miss));
    terminal.out().println(wrong == 0 ? "all right" : wrong + " wrong");
    return Outcome.of(wrong == 0);
  }

  private void listing() throws IOException {
    Path file = data.resolve("expected-records.json");
    if (!Files.exists(file)) {
      return;
    }
    for (JsonNode each : JsonMapper.shared().readTree(Files.readAllBytes(file))) {
      String path = each.get("file").asString();
      String part = each.get("part").asString();
      Outcome<List<Statement>> read = read(data.resolve(path));
      if (read instanceof Outcome.Refused<List<Statement>>(var refusal)) {
        wrong++;
        misses.add(path + ": " + refusal);
        continue;
      }
      Statement statement =
          read.orThrow().stream()
              .filter(one -> one.file().sheet().equals(part))
              .findFirst()
              .orElseGet(() -> read.orThrow().getFirst());
      List<JsonNode> records = new ArrayList<>();
      each.get("records").forEach(records::add);
      row(path + " [" + part + "]", statement, records.size(), rightRows(path, statement, records));
    }
  }

  private int rightRows(String path, Statement statement, List<JsonNode> records) {
    Map<Integer, BillRow> rows = new HashMap<>();
    statement.rows().forEach(row -> rows.put(row.place().row(), row));
    int right = 0;
    for (JsonNode record : records) {
      BillRow row = rows.get(record.get("_line").asInt());
      String differs = row == null ? "not read" : differs(row, record);
      if (differs.isEmpty()) {
        right++;
      } else {
        wrong++;
        misses.add(path + ":" + record.get("_line").asInt() + " " + differs);
      }
    }
    int more = statement.file().rowsInFile() - records.size();
    if (more > 0) {
      wrong += more;
      misses.add(path + ": " + more + " rows more than expected");
    }
    return right;
  }

  private static String differs(BillRow row, JsonNode record) {
    List<String> differs = new ArrayList<>();
    if (!text(record, "time").isEmpty()) {
      same("time", normal(text(record, "time")), TIME.format(row.time().local()), differs);
    }
    same(
        "amount",
        new BigDecimal(text(record, "amount")).setScale(2).toPlainString(),
        row.amount().yuan().toPlainString(),
        differs);
    same("direction", direction(text(record, "direction")), row.direction().id(), differs);
    same("type", text(record, "type"), row.type(), differs);
    same("counterparty", text(record, "counterparty"), row.counterparty(), differs);
    same("product", text(record, "product"), row.item(), differs);
    same("method", text(record, "method"), row.method(), differs);
    same("status", text(record, "status"), row.words().status(), differs);
    same("txn_id", text(record, "txn_id"), row.ids().transaction(), differs);
    same("merchant_id", text(record, "merchant_id"), row.ids().merchant(), differs);
    same("remark", text(record, "remark"), row.note(), differs);
    same(
        "counterparty_account",
        text(record, "counterparty_account"),
        row.counterpartyAccount(),
        differs);
    return String.join("; ", differs);
  }

  private static void same(String field, String expected, String found, List<String> differs) {
    // The listing takes quotation marks off the ends of a cell, too.
    if (!bare(expected).equals(bare(found))) {
      differs.add(field + " " + expected + " ≠ " + found);
    }
  }

  private static String bare(String text) {
    return text.replaceAll("^\"+|\"+$", "");
  }

  private static String text(JsonNode record, String field) {
    JsonNode value = record.get(field);
    String text = value == null ? "" : value.asString().strip();
    return text.equals("/") ? "" : text;
  }

  /** {@code 2026/3/2 9:30} as {@code 2026-03-02 09:30:00}. */
  private static String normal(String time) {
    String[] parts = time.replace('/', '-').split("[- :]", -1);
    StringBuilder normal = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      String part = i < parts.length ? parts[i] : "00";
      normal.append(part.length() == 1 ? "0" + part : part);
      normal.append(i < 2 ? "-" : i == 2 ? " " : i < 5 ? ":" : "");
    }
    return normal.toString();
  }

  private static String direction(String written) {
    return switch (written) {
      case "支出", "转出", "expense" -> Direction.OUT.id();
      case "收入", "转入", "income" -> Direction.IN.id();
      default -> Direction.NEUTRAL.id();
    };
  }

  private void row(String name, Statement statement, int expected, int right) {
    terminal
        .out()
        .println(
            "| %s | %s | %d | %d | %d | %d | %d | %d | %s |"
                .formatted(
                    name.replace("|", "/"),
                    statement.file().form(),
                    statement.file().rowsInFile(),
                    statement.file().rowsRead(),
                    statement.file().refused().size(),
                    expected,
                    right,
                    Timeline.of(List.of(statement)).pairs().size(),
                    statement.file().declared().isEmpty()
                        ? "none"
                        : statement.file().declared().differences(statement.file().found())));
    statement
        .file()
        .refused()
        .forEach(refused -> misses.add(refused.place() + " refused: " + refused.why()));
  }

  private Outcome<List<Statement>> read(Path file) throws IOException {
    return new BillReader().read(file.getFileName().toString(), Files.readAllBytes(file));
  }

  /** Every ledger of a folder against the bills beside it. */
  private void ledgers() throws IOException {
    List<Path> ledgers;
    try (Stream<Path> walk = Files.walk(data, 5)) {
      ledgers = walk.filter(path -> path.toString().endsWith(".beancount")).sorted().toList();
    }
    for (Path ledger : ledgers) {
      var sections = PeerLedger.read(Files.readString(ledger));
      try (Stream<Path> beside = Files.list(ledger.getParent())) {
        for (Path bill :
            beside
                .filter(path -> path.toString().matches(".*\\.(csv|xlsx|xls)"))
                .sorted()
                .toList()) {
          List<PeerLedger.Entry> entries =
              sections.getOrDefault(
                  bill.getFileName().toString(), sections.getOrDefault("", List.of()));
          boolean own = sections.containsKey("") || !entries.isEmpty();
          if (own && !entries.isEmpty()) {
            ledger(bill, entries);
          }
        }
      }
    }
  }

  private void ledger(Path bill, List<PeerLedger.Entry> entries) throws IOException {
    String name = data.relativize(bill).toString();
    Outcome<List<Statement>> read = read(bill);
    if (read instanceof Outcome.Refused<List<Statement>>(var refusal)) {
      wrong++;
      misses.add(name + ": " + refusal);
      return;
    }
    Statement statement = read.orThrow().getFirst();
    List<BillRow> open = new ArrayList<>(statement.rows());
    int right = 0;
    for (PeerLedger.Entry entry : entries) {
      Optional<BillRow> row = open.stream().filter(one -> fits(one, entry)).findFirst();
      if (row.isPresent()) {
        right++;
        open.remove(row.get());
      } else {
        boolean none = entry.amount().equals(Fen.ZERO) && entry.day().getYear() == 1970;
        wrong += none ? 0 : 1;
        misses.add(
            name
                + " peer's entry "
                + entry.day()
                + " "
                + entry.amount()
                + " "
                + entry.words()
                + (none ? " (the peer's own note of a row it could not read)" : " not found"));
      }
    }
    row(name + " [ledger]", statement, entries.size(), right);
    if (!open.isEmpty()) {
      misses.add(
          "%s: %d rows the peer left out by its own rules, kept here: %s"
              .formatted(
                  name,
                  open.size(),
                  String.join(", ", open.stream().map(row -> row.place().row() + "").toList())));
    }
  }

  private static boolean fits(BillRow row, PeerLedger.Entry entry) {
    boolean zero = entry.amount().equals(Fen.ZERO);
    return row.time().local().toLocalDate().equals(entry.day())
        && clock(row, entry)
        && (zero || sums(row).contains(entry.amount()));
  }

  /** Of two times in a row, made and paid, importers take the one or the other. */
  private static boolean clock(BillRow row, PeerLedger.Entry entry) {
    if (entry.clock().isEmpty() || !row.time().ofDay()) {
      return true;
    }
    LocalTime here = row.time().local().toLocalTime();
    return Duration.between(here, LocalTime.parse(entry.clock())).abs().compareTo(APART_MAX) <= 0;
  }

  /** Some ledgers book the fee of a withdrawal with it, or apart from it. */
  private static List<Fen> sums(BillRow row) {
    Fen fee = row.sums().fee().orElse(Fen.ZERO);
    return List.of(row.amount(), row.amount().plus(fee), row.amount().minus(fee));
  }

  /** The inline cases of an importer's own tests. */
  private void cases() throws IOException {
    Path file = data.resolve("ezbookkeeping-cases.json");
    if (!Files.exists(file)) {
      return;
    }
    int right = 0;
    int foreseen = 0;
    int all = 0;
    for (JsonNode each : JsonMapper.shared().readTree(Files.readAllBytes(file))) {
      all++;
      String name = each.get("case").asString();
      byte[] bytes =
          each.get("input").asString().getBytes(Charset.forName(each.get("encoding").asString()));
      Outcome<List<Statement>> read = new BillReader().read("case.csv", bytes);
      String differs = PeerCase.differs(each.get("expected"), read);
      if (differs.isEmpty()) {
        right++;
      } else if (PeerCase.FORESEEN.containsKey(plain(name))) {
        foreseen++;
        misses.add(name + ": " + differs + " — " + PeerCase.FORESEEN.get(plain(name)));
      } else {
        wrong++;
        misses.add(name + ": " + differs);
      }
    }
    terminal
        .out()
        .println(
            "| inline cases | | | | | %d | %d | | %d other on purpose |"
                .formatted(all, right, foreseen));
  }

  private static String plain(String name) {
    int mark = name.indexOf("Data_");
    return mark < 0 ? name : name.substring(mark + "Data_".length());
  }
}
