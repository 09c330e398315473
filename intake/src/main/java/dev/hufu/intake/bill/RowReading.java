package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.BillIds;
import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.BillSums;
import dev.hufu.kernel.bill.BillTime;
import dev.hufu.kernel.bill.BillWords;
import dev.hufu.kernel.bill.Direction;
import dev.hufu.kernel.bill.Platform;
import dev.hufu.kernel.bill.RowKind;
import dev.hufu.kernel.bill.RowStatus;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.money.Fen;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns rows of cells below a header into rows of a bill, or says why not. */
final class RowReading {

  private static final Pattern FEE = Pattern.compile("服务费\\s*[¥￥]?\\s*([\\d,]+\\.\\d{1,2})");
  static final int NOTES_MAX = 20;

  /** What is the same for all rows of a table. */
  record Setting(
      String file,
      String sheet,
      Platform platform,
      String account,
      ZoneId zone,
      Header header,
      Optional<BillMapping> mapping,
      Optional<BalanceMoves> moves) {}

  private static final List<Field> NEVER_RECKONED =
      List.of(Field.TIME, Field.DATE, Field.AMOUNT, Field.IN, Field.OUT);

  private final Setting setting;
  private final Header header;
  private final boolean signed;
  private final int lastNeeded;
  private final int[] columns = new int[Field.values().length];
  private final List<Refusal> notes = new ArrayList<>();

  RowReading(Setting setting) {
    this.setting = setting;
    this.header = setting.header();
    this.lastNeeded = header.lastNeeded();
    for (Field field : Field.values()) {
      columns[field.ordinal()] = header.column(field);
    }
    this.signed = !header.has(Field.DIRECTION) && header.has(Field.AMOUNT);
  }

  /** What should be known of rows that were read all the same. */
  List<Refusal> notes() {
    return notes;
  }

  Outcome<BillRow> read(TableRow row) {
    if (row.broken().isPresent()) {
      return Outcome.refused(row.broken().get());
    }
    Optional<Refusal> shape = shape(row);
    if (shape.isPresent()) {
      return Outcome.refused(shape.get());
    }
    noteFormulas(row);
    Outcome<BillTime> time = time(row);
    if (time instanceof Outcome.Refused<BillTime>(var refusal)) {
      return refused(row, refusal, header.has(Field.TIME) ? Field.TIME : Field.DATE);
    }
    return money(row).then(money -> row(row, time.orThrow(), money));
  }

  /** A text that a spreadsheet would reckon is read as it stands, and told. */
  private void noteFormulas(TableRow row) {
    for (int column = 0; column < row.cells().size(); column++) {
      String cell = row.cells().get(column);
      if (cell.length() > 2 && cell.charAt(0) == '=' && reckoned(cell.charAt(1))) {
        note(Code.BILL_FORMULA_SEEN, cell, row, column);
      }
    }
  }

  /** Names such as {@code =_=} are none. */
  private static boolean reckoned(char second) {
    return second >= 'a' && second <= 'z'
        || second >= 'A' && second <= 'Z'
        || second >= '0' && second <= '9'
        || "+-@".indexOf(second) >= 0;
  }

  /** The sum of a row and its direction, before its kind is known. */
  private record Money(Amount amount, Direction direction) {}

  private Optional<Refusal> shape(TableRow row) {
    for (int column = header.names().size(); column < row.cells().size(); column++) {
      if (!row.cell(column).isEmpty()) {
        String cells = row.cells().size() + " ≠ " + header.names().size();
        return Optional.of(Refusal.of(Code.BILL_ROW_CELLS, cells).at(place(row, column)));
      }
    }
    if (row.cells().size() <= lastNeeded) {
      String cells = row.cells().size() + " ≠ " + header.names().size();
      return Optional.of(Refusal.of(Code.BILL_ROW_CELLS, cells).at(place(row, row.cells().size())));
    }
    if (row.formulas().isEmpty()) {
      return Optional.empty();
    }
    for (Field field : NEVER_RECKONED) {
      if (row.formulas().contains(header.column(field))) {
        return Optional.of(
            Refusal.of(Code.BILL_FORMULA, field.id()).at(place(row, header.column(field))));
      }
    }
    return Optional.empty();
  }

  private Outcome<BillTime> time(TableRow row) {
    String paid = cell(row, Field.PAID);
    String written = paid.isEmpty() ? cell(row, Field.TIME) : paid;
    String day = cell(row, Field.DATE);
    if (setting.mapping().isPresent() && setting.mapping().get().time().isPresent()) {
      return setting
          .mapping()
          .get()
          .time()
          .get()
          .read(written.isEmpty() ? day : written, setting.zone());
    }
    return day.isEmpty()
        ? Moment.read(written, "", setting.zone())
        : Moment.read(day, written, setting.zone());
  }

  private Outcome<Money> money(TableRow row) {
    if (header.has(Field.AMOUNT)) {
      return one(row);
    }
    String in = cell(row, Field.IN);
    String out = cell(row, Field.OUT);
    boolean noIn = nothing(in);
    boolean noOut = nothing(out);
    if (noIn == noOut) {
      boolean zero = !Amount.none(in) || !Amount.none(out);
      return zero && noIn
          ? Amount.read("0").map(amount -> new Money(amount, Direction.NEUTRAL))
          : refused(row, Refusal.of(Code.BILL_AMOUNT, in + " / " + out), Field.IN);
    }
    Field side = noIn ? Field.OUT : Field.IN;
    Direction usual = noIn ? Direction.OUT : Direction.IN;
    Outcome<Amount> amount = Amount.read(noIn ? out : in);
    if (amount instanceof Outcome.Refused<Amount>(var refusal)) {
      return refused(row, refusal, side);
    }
    // A bank books a correction as a negative sum of the same side.
    // Where the name of the column has the minus, its sums have it, too.
    boolean usualMinus = header.names().get(header.column(side)).contains("(-");
    boolean back = amount.orThrow().negative() && !usualMinus;
    if (back) {
      note(Code.BILL_NEGATIVE, noIn ? out : in, row, header.column(side));
    }
    Direction turned = usual == Direction.OUT ? Direction.IN : Direction.OUT;
    return amount.map(sum -> new Money(sum, back ? turned : usual));
  }

  private static boolean nothing(String written) {
    if (Amount.none(written)) {
      return true;
    }
    return Amount.read(written).findValue().map(sum -> sum.fen().fen() == 0).orElse(false);
  }

  private Outcome<Money> one(TableRow row) {
    String written = cell(row, Field.AMOUNT);
    Outcome<Amount> amount = Amount.read(written);
    if (amount instanceof Outcome.Refused<Amount>(var refusal)) {
      return refused(row, refusal, Field.AMOUNT);
    }
    Amount sum = amount.orThrow();
    if (signed) {
      boolean plus = written.indexOf('+') >= 0;
      return Outcome.of(new Money(sum, byWords(row, sum.negative(), plus)));
    }
    String word = cell(row, Field.DIRECTION);
    Optional<Direction> direction =
        setting
            .mapping()
            .flatMap(mapping -> Optional.ofNullable(mapping.directions().get(word)))
            .or(() -> Directions.of(word));
    if (direction.isEmpty()) {
      note(Code.BILL_DIRECTION, word, row, header.column(Field.DIRECTION));
      return Outcome.of(new Money(sum, Direction.NEUTRAL));
    }
    if (sum.negative()) {
      if (direction.get() == Direction.IN) {
        return refused(row, Refusal.of(Code.BILL_AMOUNT_SIGN, written), Field.AMOUNT);
      }
      note(Code.BILL_NEGATIVE, written, row, header.column(Field.AMOUNT));
    }
    return Outcome.of(new Money(sum, direction.get()));
  }

  /**
   * Without a column for it: the sign, else what the balance did, else the words of a card's bill,
   * where out is usual.
   */
  private Direction byWords(TableRow row, boolean negative, boolean plus) {
    boolean swapped = setting.mapping().map(BillMapping::positiveIsOut).orElse(false);
    if (negative || plus) {
      return negative == swapped ? Direction.IN : Direction.OUT;
    }
    if (setting.moves().isPresent()) {
      Optional<Direction> moved = setting.moves().get().find(row);
      if (moved.isEmpty()) {
        String written = cell(row, Field.BALANCE);
        note(Code.BILL_BALANCE_SILENT, written, row, header.column(Field.BALANCE));
      }
      return moved.orElse(Direction.NEUTRAL);
    }
    if (setting.mapping().isPresent() || header.has(Field.BALANCE)) {
      return swapped ? Direction.OUT : Direction.IN;
    }
    String words = cell(row, Field.TYPE) + cell(row, Field.ITEM);
    boolean back =
        words.contains("退货")
            || words.contains("退款")
            || words.contains("还款")
            || words.contains("返现");
    return back ? Direction.IN : Direction.OUT;
  }

  private Outcome<BillRow> row(TableRow row, BillTime time, Money money) {
    Amount amount = money.amount();
    String statusText = word(row, Field.STATUS);
    BillWords words =
        new BillWords(
            word(row, Field.TYPE),
            word(row, Field.ITEM),
            word(row, Field.METHOD),
            statusText,
            word(row, Field.NOTE),
            where(row));
    RowKind kind = Kinds.of(setting.platform(), words, money.direction());
    RowStatus status = status(statusText, kind, amount);
    String currency = currency(row, amount);
    if (!currency.equals("CNY")) {
      note(Code.BILL_CURRENCY, currency, row, Math.max(0, header.column(Field.CURRENCY)));
    }
    return Outcome.of(
        new BillRow(
            new BillPlace(setting.file(), setting.sheet(), row.row()),
            setting.platform(),
            setting.account(),
            time,
            amount.fen(),
            money.direction(),
            kind,
            status,
            word(row, Field.COUNTERPARTY),
            word(row, Field.COUNTERPARTY_ACCOUNT),
            words,
            new BillIds(word(row, Field.TRANSACTION), word(row, Field.MERCHANT)),
            new BillSums(
                fee(row, words.note()),
                refunded(row, amount, statusText),
                balance(row),
                currency)));
  }

  private String where(TableRow row) {
    String country = word(row, Field.COUNTRY);
    String place = word(row, Field.WHERE);
    return country.isEmpty() || country.equals("CHN") ? place : (place + " " + country).strip();
  }

  /** A refund whose status says refunded is done; a payment that says so came back. */
  private RowStatus status(String text, RowKind kind, Amount amount) {
    if (!header.has(Field.STATUS)) {
      return amount.refunded().isEmpty() ? RowStatus.DONE : back(amount);
    }
    RowStatus status = Statuses.of(text);
    if (kind == RowKind.REFUND
        && (status == RowStatus.REFUNDED || status == RowStatus.PART_REFUNDED)) {
      return RowStatus.DONE;
    }
    return amount.refunded().isPresent() && status == RowStatus.DONE ? back(amount) : status;
  }

  private static RowStatus back(Amount amount) {
    return amount.refunded().filter(amount.fen()::equals).isPresent()
        ? RowStatus.REFUNDED
        : RowStatus.PART_REFUNDED;
  }

  private Optional<Fen> refunded(TableRow row, Amount amount, String status) {
    return amount
        .refunded()
        .or(() -> Statuses.refunded(status))
        .or(() -> side(row, Field.REFUNDED))
        .filter(sum -> sum.fen() > 0);
  }

  private Optional<Fen> fee(TableRow row, String note) {
    return side(row, Field.FEE).or(() -> fee(note)).filter(sum -> sum.fen() > 0);
  }

  private static Optional<Fen> fee(String note) {
    if (note.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = FEE.matcher(note);
    return matcher.find() ? Fen.parseYuan(matcher.group(1)).findValue() : Optional.empty();
  }

  private Optional<Fen> balance(TableRow row) {
    return Amount.read(cell(row, Field.BALANCE))
        .findValue()
        .map(sum -> sum.negative() ? Fen.ZERO.minus(sum.fen()) : sum.fen());
  }

  private Optional<Fen> side(TableRow row, Field field) {
    String written = cell(row, field);
    return Amount.none(written)
        ? Optional.empty()
        : Amount.read(written).findValue().map(Amount::fen);
  }

  private String currency(TableRow row, Amount amount) {
    return amount
        .currency()
        .or(() -> Amount.currency(cell(row, Field.CURRENCY)))
        .or(() -> setting.mapping().map(BillMapping::currency))
        .orElse("CNY");
  }

  private String cell(TableRow row, Field field) {
    return row.cell(columns[field.ordinal()]);
  }

  /** A cell as a word; "/" stands for nothing. */
  private String word(TableRow row, Field field) {
    String written = cell(row, field);
    return written.equals("/") ? "" : written;
  }

  private void note(Code code, String subject, TableRow row, int column) {
    if (notes.size() < NOTES_MAX) {
      notes.add(Refusal.of(code, shown(subject)).at(place(row, column)));
    }
  }

  private <T> Outcome<T> refused(TableRow row, Refusal refusal, Field field) {
    return Outcome.refused(refusal.at(place(row, header.column(field))));
  }

  private Position place(TableRow row, int column) {
    String file =
        setting.sheet().isEmpty() ? setting.file() : setting.file() + "#" + setting.sheet();
    return new Position(file, row.row(), Math.max(0, column) + 1);
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
