package dev.hufu.kernel.bill;

import dev.hufu.kernel.code.Refusal;

/**
 * A row that could not be read, kept with its place and the reason.
 *
 * @param raw the row as it stands, cells joined by " | ", cut to what can be shown
 */
public record RefusedRow(BillPlace place, Refusal why, String raw) {}
