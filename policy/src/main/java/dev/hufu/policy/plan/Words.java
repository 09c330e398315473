package dev.hufu.policy.plan;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of words: some by name, some by how they begin, or all but these. Immutable.
 *
 * <p>Example: {@code city in ["A", "B"]} or {@code !device.startsWith("emu-")}.
 */
record Words(SortedSet<String> exact, SortedSet<String> prefixes, boolean except) {

  boolean has(String word) {
    return except ^ listed(word);
  }

  /** Whether it is named or begins so, whatever that means for belonging. */
  private boolean listed(String word) {
    if (exact.contains(word)) {
      return true;
    }
    for (String prefix : prefixes) {
      if (word.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  Words not() {
    return new Words(exact, prefixes, !except);
  }

  /** What is in either; both must be of one kind, either all by name or all but. */
  Words join(Words other) {
    TreeSet<String> names = new TreeSet<>(exact);
    names.addAll(other.exact);
    TreeSet<String> begins = new TreeSet<>(prefixes);
    begins.addAll(other.prefixes);
    return new Words(names, begins, except);
  }
}
