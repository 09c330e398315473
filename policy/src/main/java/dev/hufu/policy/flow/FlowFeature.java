package dev.hufu.policy.flow;

import dev.hufu.kernel.consent.DataClass;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.pack.FlowPolicy.Feature;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One figure of somebody's bills.
 *
 * <p>Example: {@code netInflow} is 6,200.00 yuan a month, from 96 rows, by wallet flow; its
 * definition says what was taken off.
 *
 * @param told what the pack says of it
 * @param definition that sentence with the pack's lines filled in
 * @param classes the classes of data it was reckoned from
 * @param reading the value, or why there is none
 */
public record FlowFeature(
    Feature told, Wording title, Wording definition, Set<DataClass> classes, Reading reading) {

  public FlowFeature {
    classes = Set.copyOf(classes);
  }

  /** A value or the lack of one. */
  public sealed interface Reading {}

  /**
   * A value.
   *
   * @param value yuan to the fen, ratios to four places, half to even
   * @param rows indices of the timeline it comes from, in the order of time
   */
  public record Known(BigDecimal value, List<Integer> rows) implements Reading {

    public Known {
      rows = List.copyOf(rows);
    }
  }

  /** No value, and why; never a zero in its stead. */
  public record Missing(Why why, Wording said) implements Reading {}

  /** What kind of lack it is. */
  public enum Why {
    /** A class of data was refused. A score must take it as neutral. */
    WITHHELD,
    /** The bill is too short. */
    TOO_SHORT,
    /** The bill does not hold such a thing. */
    NOT_IN_BILL,
    /** There is nothing to divide by. */
    NOTHING_TO_COMPARE
  }

  public String name() {
    return told.name();
  }

  public Optional<BigDecimal> value() {
    return reading instanceof Known(var value, var _rows) ? Optional.of(value) : Optional.empty();
  }

  public List<Integer> rows() {
    return reading instanceof Known(var _value, var rows) ? rows : List.of();
  }
}
