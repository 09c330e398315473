package dev.hufu.kernel.bill;

import java.util.List;

/** One file as it was read: what it says about itself, and its rows in its own order. */
public record Statement(BillFile file, List<BillRow> rows) {

  public Statement {
    rows = List.copyOf(rows);
  }
}
