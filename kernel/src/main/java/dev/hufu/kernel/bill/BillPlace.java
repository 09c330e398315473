package dev.hufu.kernel.bill;

/**
 * Where a row stands, so that a person finds it again: {@code bill.csv:18}.
 *
 * @param file the path as it was given; {@code bill.zip!inner.csv} inside an archive
 * @param sheet the sheet where the file has several, else empty
 * @param row first row is 1: the line where the row begins in a text, the row number of a sheet
 */
public record BillPlace(String file, String sheet, int row) implements Comparable<BillPlace> {

  public BillPlace {
    if (row < 1) {
      throw new IllegalArgumentException("rows start at 1: " + row);
    }
  }

  @Override
  public int compareTo(BillPlace other) {
    int files = file.compareTo(other.file);
    int sheets = files != 0 ? files : sheet.compareTo(other.sheet);
    return sheets != 0 ? sheets : Integer.compare(row, other.row);
  }

  @Override
  public String toString() {
    return file + (sheet.isEmpty() ? "" : "#" + sheet) + ":" + row;
  }
}
