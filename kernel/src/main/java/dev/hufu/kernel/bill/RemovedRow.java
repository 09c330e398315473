package dev.hufu.kernel.bill;

/**
 * A row that stands in two files and was taken out once.
 *
 * @param kept where the same row stands that was kept
 */
public record RemovedRow(BillRow row, BillPlace kept) {}
