package dev.hufu.intake.bill;

import dev.hufu.kernel.bill.BillPlace;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.RefusedRow;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.kernel.code.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Rows below a header that are read in one go: each read, refused, or no transaction at all. */
final class RowPart {

  private final RowReading.Setting setting;
  private final Table table;
  private final boolean last;
  private final RowReading reading;
  private final List<BillRow> rows = new ArrayList<>();
  private final List<RefusedRow> refused = new ArrayList<>();
  private final List<Refusal> headers = new ArrayList<>();

  /**
   * @param last whether the file ends with this part
   */
  RowPart(RowReading.Setting setting, Table table, boolean last) {
    this.setting = setting;
    this.table = table;
    this.last = last;
    this.reading = new RowReading(setting);
  }

  List<BillRow> rows() {
    return rows;
  }

  List<RefusedRow> refused() {
    return refused;
  }

  /** Where the header stands again. */
  List<Refusal> headers() {
    return headers;
  }

  List<Refusal> notes() {
    return reading.notes();
  }

  void read(List<TableRow> part) {
    for (TableRow row : part) {
      if (row.blank() || Preamble.footer(row)) {
        continue;
      }
      if (setting.header().repeatedBy(row)) {
        headers.add(Refusal.of(Code.BILL_HEADER_TWICE, "").at(place(row)));
        continue;
      }
      boolean ends = last && row == part.getLast() && table.cut();
      if (ends && row.cells().size() < setting.header().names().size()) {
        refuse(row, Refusal.of(Code.BILL_ROW_CUT, "").at(place(row)));
        continue;
      }
      switch (reading.read(row)) {
        case Outcome.Ok<BillRow>(var read) -> rows.add(read);
        case Outcome.Refused<BillRow>(var why) -> refuse(row, why);
      }
    }
  }

  private void refuse(TableRow row, Refusal why) {
    BillPlace place = new BillPlace(setting.file(), setting.sheet(), row.row());
    refused.add(new RefusedRow(place, why, row.raw()));
  }

  private Position place(TableRow row) {
    String file = setting.file();
    String shown = setting.sheet().isEmpty() ? file : file + "#" + setting.sheet();
    return new Position(shown, row.row(), 1);
  }
}
