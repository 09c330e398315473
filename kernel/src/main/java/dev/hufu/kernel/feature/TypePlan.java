package dev.hufu.kernel.feature;

import dev.hufu.kernel.event.EventType;

/** What is to be done at one kind of event: which logs it goes to, which features are read. */
final class TypePlan {

  final EventType type;
  final Columns columns;
  final Touch[] touches;

  /** Ratios in an order in which their parts are there before them. */
  final Quotient[] quotients;

  /** Fields whose words are keys or values of any touch. */
  final int[] wordPlaces;

  /** Another declaration that was found equal, so that it is compared once. */
  private volatile EventType alike;

  TypePlan(
      EventType type, Columns columns, Touch[] touches, Quotient[] quotients, int[] wordPlaces) {
    this.type = type;
    this.alike = type;
    this.columns = columns;
    this.touches = touches;
    this.quotients = quotients;
    this.wordPlaces = wordPlaces;
  }

  /** Whether an event of that declaration can be read: the same one, or one with equal fields. */
  boolean takes(EventType declared) {
    if (declared == type || declared == alike) {
      return true;
    }
    boolean equal = declared.fields().equals(type.fields());
    if (equal) {
      alike = declared;
    }
    return equal;
  }

  /** One log that the event comes upon: by which fields, and what happens there. */
  static final class Touch {
    final Group group;
    final int[] keyPlaces;
    final boolean feeds;

    /** Read before the event is counted: features that leave the current event out. */
    final Figure[] before;

    final Figure[] after;

    Touch(Group group, int[] keyPlaces, boolean feeds, Figure[] before, Figure[] after) {
      this.group = group;
      this.keyPlaces = keyPlaces;
      this.feeds = feeds;
      this.before = before;
      this.after = after;
    }
  }

  /**
   * One feature as it is computed.
   *
   * @param window of the group
   * @param value of the group, or -1
   * @param unit what a mean or deviation is divided by
   * @param word whether the value is a word
   * @param place of the feature in the row
   */
  record Figure(Aggregate aggregate, int window, int value, double unit, boolean word, int place) {}

  /**
   * One place divided by another, each a real or a whole number in its unit.
   *
   * @param aboveUnit what a whole number above is divided by; 0 if it is a real
   * @param belowUnit the same below
   */
  record Quotient(int above, double aboveUnit, int below, double belowUnit, int place) {

    void put(Row row) {
      if (row.known(above) && row.known(below)) {
        double divisor = real(row, below, belowUnit);
        if (divisor != 0) {
          row.putReal(place, real(row, above, aboveUnit) / divisor);
        }
      }
    }

    private static double real(Row row, int place, double unit) {
      return unit == 0 ? row.real(place) : row.number(place) / unit;
    }
  }
}
