package dev.hufu.policy.event;

import dev.hufu.kernel.feature.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a decider read and ruled at one step, kept while it goes on: so another thread can count it,
 * or decide upon it by another version of the rules. Filled again and again; belongs to the decider
 * that made it, see {@link EventDecider#newKept}.
 */
public final class Kept {

  /** By kind of event, each made when first wanted. */
  private final @Nullable Row[] rows;

  private final @Nullable Ruling[] rulings;
  private int kind = -1;

  Kept(int kinds) {
    rows = new Row[kinds];
    rulings = new Ruling[kinds];
  }

  void take(int ofKind, Row row, Ruling ruling) {
    Row sameRow = rows[ofKind];
    Ruling sameRuling = rulings[ofKind];
    if (sameRow == null || sameRuling == null) {
      sameRow = new Row(row.columns());
      rows[ofKind] = sameRow;
      sameRuling = new Ruling(ruling);
      rulings[ofKind] = sameRuling;
    }
    sameRow.copy(row);
    sameRuling.copy(ruling);
    kind = ofKind;
  }

  /** Nothing is kept any more. */
  public void clear() {
    kind = -1;
  }

  /** Whether the step decided. */
  public boolean decided() {
    return kind >= 0;
  }

  /** What was ruled, if the step decided. */
  public Ruling ruling() {
    return Objects.requireNonNull(rulings[kind]);
  }

  Row row() {
    return Objects.requireNonNull(rows[kind]);
  }
}
