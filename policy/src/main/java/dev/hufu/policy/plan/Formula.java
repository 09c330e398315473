package dev.hufu.policy.plan;

import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.feature.Row;
import java.util.List;

/**
 * A condition that has been read: three-valued, where {@link #UNSURE} stands for both an unknown
 * and an error, for {@code &&} and {@code ||} of CEL treat them alike. Immutable and thread-safe.
 */
sealed interface Formula {

  int FALSE = 0;
  int TRUE = 1;
  int UNSURE = 2;

  int truth(Row row, Scratch scratch);

  /** The same for two formulas that mean the same by their form. */
  String key();

  /** Roughly how many steps; terms try the cheap ones first. */
  default int cost() {
    return 1;
  }

  /** Where a reckoning says that it came to no value. */
  final class Scratch {
    boolean failed;

    /** Whether it failed since the last time, which is thereby forgotten. */
    boolean takeFailed() {
      boolean was = failed;
      failed = false;
      return was;
    }
  }

  static Formula constant(boolean holds) {
    return new Constant(holds ? TRUE : FALSE);
  }

  record Constant(int truth) implements Formula {
    @Override
    public int truth(Row row, Scratch scratch) {
      return truth;
    }

    @Override
    public String key() {
      return "#" + truth;
    }
  }

  /** A number of the row lies in a set of numbers; a real one by {@link Cell#key}. */
  record Within(int place, FieldKind kind, Ranges ranges) implements Formula {
    @Override
    public int truth(Row row, Scratch scratch) {
      if (!Cell.known(row, place, kind)) {
        return UNSURE;
      }
      return ranges.has(Cell.key(row, place, kind)) ? TRUE : FALSE;
    }

    @Override
    public String key() {
      return "$"
          + place
          + " in "
          + ranges.fromStart()
          + java.util.Arrays.toString(ranges.flips().at());
    }
  }

  record Among(int place, Words words) implements Formula {
    @Override
    public int truth(Row row, Scratch scratch) {
      if (!row.known(place)) {
        return UNSURE;
      }
      return words.has(row.word(place)) ? TRUE : FALSE;
    }

    @Override
    public String key() {
      return "$" + place + " among " + words;
    }
  }

  record IsKnown(int place, FieldKind kind, boolean wanted) implements Formula {
    @Override
    public int truth(Row row, Scratch scratch) {
      return Cell.known(row, place, kind) == wanted ? TRUE : FALSE;
    }

    @Override
    public String key() {
      return (wanted ? "known " : "unknown ") + place;
    }
  }

  record Both(List<Formula> parts, String key, int cost) implements Formula {
    Both(List<Formula> parts) {
      this(List.copyOf(parts), joined(parts, " && "), sum(parts));
    }

    @Override
    public int truth(Row row, Scratch scratch) {
      int truth = TRUE;
      for (Formula part : parts) {
        int one = part.truth(row, scratch);
        if (one == FALSE) {
          return FALSE;
        }
        truth = Math.max(truth, one);
      }
      return truth;
    }
  }

  record Either(List<Formula> parts, String key, int cost) implements Formula {
    Either(List<Formula> parts) {
      this(List.copyOf(parts), joined(parts, " || "), sum(parts));
    }

    @Override
    public int truth(Row row, Scratch scratch) {
      int truth = FALSE;
      for (Formula part : parts) {
        int one = part.truth(row, scratch);
        if (one == TRUE) {
          return TRUE;
        }
        truth = Math.max(truth, one);
      }
      return truth;
    }
  }

  record Not(Formula part) implements Formula {
    @Override
    public int truth(Row row, Scratch scratch) {
      int one = part.truth(row, scratch);
      return one == UNSURE ? UNSURE : 1 - one;
    }

    @Override
    public String key() {
      return "!(" + part.key() + ")";
    }

    @Override
    public int cost() {
      return part.cost();
    }
  }

  /** What no index holds: arithmetic between columns, choices, and what only CEL can do. */
  record Reckoned(String key, int cost, Reckoning reckoning) implements Formula {
    @Override
    public int truth(Row row, Scratch scratch) {
      return reckoning.truth(row, scratch);
    }
  }

  /** The work of a {@link Reckoned}. */
  @FunctionalInterface
  interface Reckoning {
    int truth(Row row, Scratch scratch);
  }

  private static String joined(List<Formula> parts, String by) {
    return "(" + String.join(by, parts.stream().map(Formula::key).toList()) + ")";
  }

  private static int sum(List<Formula> parts) {
    return parts.stream().mapToInt(Formula::cost).sum();
  }
}
