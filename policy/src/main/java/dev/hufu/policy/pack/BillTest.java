package dev.hufu.policy.pack;

import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.code.Position;
import java.util.List;

/**
 * A pack's own story of a bill: the rows, and which watches should see something in them.
 *
 * @param rows the ordinary life of the file with what happened in this story
 * @param fired watches that must see something, {@code notFired} watches that must not
 * @param quiet whether nothing else may stand out
 */
public record BillTest(
    String name,
    Position position,
    List<BillRow> rows,
    List<String> fired,
    List<String> notFired,
    boolean quiet) {

  public BillTest {
    rows = List.copyOf(rows);
    fired = List.copyOf(fired);
    notFired = List.copyOf(notFired);
  }
}
