package dev.hufu.intake.bill;

import dev.hufu.kernel.code.Refusal;
import java.util.List;

/**
 * A file, or one sheet of it, as rows of cells.
 *
 * @param sheet its name where the file has several sheets, else empty
 * @param container what it came in: {@code csv}, {@code xlsx}, {@code xls}
 * @param cut whether the last row ends without a line end, as a file does that was cut off
 */
record Table(
    String sheet, String container, List<TableRow> rows, boolean cut, List<Refusal> notes) {}
