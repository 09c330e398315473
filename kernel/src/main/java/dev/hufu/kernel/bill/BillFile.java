package dev.hufu.kernel.bill;

import dev.hufu.kernel.code.Refusal;
import java.util.List;

/**
 * What a file, or one sheet of it, says about itself and what was found in it.
 *
 * @param path as it was given; {@code bill.zip!inner.csv} inside an archive
 * @param form which form was read, such as {@code wechat-csv}
 * @param account whose bill it is, as the head says; may be empty
 * @param found counted over all rows of the file, refused ones included in their number
 * @param rowsRead rows that became {@link BillRow}s, before overlaps are removed
 * @param refused rows that did not, each with its reason
 * @param notes what else should be known: no last line, a formula in a cell, two headers
 */
public record BillFile(
    String path,
    String sheet,
    Platform platform,
    String form,
    String account,
    BillTotals declared,
    BillTotals found,
    int rowsRead,
    List<RefusedRow> refused,
    List<Refusal> notes) {

  public BillFile {
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
  }

  /** All rows of the file: none is dropped in silence. */
  public int rowsInFile() {
    return rowsRead + refused.size();
  }
}
