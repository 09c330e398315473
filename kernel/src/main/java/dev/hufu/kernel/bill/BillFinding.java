package dev.hufu.kernel.bill;

import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.util.List;

/**
 * Something that stands out in a timeline, never a verdict: what was seen, in which rows, and the
 * innocent explanation to rule out first.
 *
 * @param rule the rule of the pack, such as {@code probe-then-large}
 * @param rows indices into {@link Timeline#rows()}, in the order of time
 * @param sum what left by these rows together
 * @param reason what was seen, with figures
 * @param innocent what would explain it; to be ruled out with the person
 */
public record BillFinding(
    String rule,
    Wording title,
    Strength strength,
    List<Integer> rows,
    Fen sum,
    Wording reason,
    Wording innocent) {

  public BillFinding {
    rows = List.copyOf(rows);
  }
}
