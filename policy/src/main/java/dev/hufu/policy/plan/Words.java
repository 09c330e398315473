package dev.hufu.policy.plan;

import java.util.Optional;
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

  /** What is in both, if that can be said as one set of words. */
  Optional<Words> and(Words other) {
    if (except && other.except) {
      return Optional.of(join(other));
    }
    if (except) {
      return other.and(this);
    }
    TreeSet<String> names = new TreeSet<>(exact);
    names.removeIf(word -> !other.has(word));
    if (other.except) {
      return prefixes.isEmpty() ? Optional.of(new Words(names, prefixes, false)) : Optional.empty();
    }
    other.exact.stream().filter(this::has).forEach(names::add);
    TreeSet<String> begins = new TreeSet<>(prefixes);
    begins.removeIf(prefix -> other.prefixes.stream().noneMatch(prefix::startsWith));
    other.prefixes.stream()
        .filter(prefix -> prefixes.stream().anyMatch(prefix::startsWith))
        .forEach(begins::add);
    return Optional.of(new Words(names, begins, false));
  }

  Optional<Words> or(Words other) {
    return not().and(other.not()).map(Words::not);
  }

  Words not() {
    return new Words(exact, prefixes, !except);
  }

  private Words join(Words other) {
    TreeSet<String> names = new TreeSet<>(exact);
    names.addAll(other.exact);
    TreeSet<String> begins = new TreeSet<>(prefixes);
    begins.addAll(other.prefixes);
    return new Words(names, begins, except);
  }
}
