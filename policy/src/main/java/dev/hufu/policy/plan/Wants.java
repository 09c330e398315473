package dev.hufu.policy.plan;

import dev.hufu.kernel.event.FieldKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers what terms want of one column, until its index is built. */
final class Wants {

  record OfNumber(int term, Ranges ranges) {}

  record OfWord(int term, Words words) {}

  final int place;
  final FieldKind kind;
  final List<OfNumber> numbers = new ArrayList<>();
  final List<OfWord> words = new ArrayList<>();
  final List<Integer> known = new ArrayList<>();
  final List<Integer> missing = new ArrayList<>();

  Wants(int place, FieldKind kind) {
    this.place = place;
    this.kind = kind;
  }

  /** All terms, but those that want the column to be missing. */
  long[] whenKnown(int termWords) {
    return allBut(missing, termWords);
  }

  /** All terms, but those that want the column to be known. */
  long[] whenMissing(int termWords) {
    return allBut(known, termWords);
  }

  /** Terms that cannot be told without the column. */
  long[] readers(int termWords) {
    long[] bits = new long[termWords];
    numbers.forEach(want -> ColumnIndex.set(bits, want.term()));
    words.forEach(want -> ColumnIndex.set(bits, want.term()));
    return bits;
  }

  private static long[] allBut(List<Integer> terms, int termWords) {
    long[] bits = new long[termWords];
    Arrays.fill(bits, -1L);
    terms.forEach(term -> ColumnIndex.clear(bits, term));
    return bits;
  }

  /** Distinct cut points of all ranges: how large the index of a number would be in full. */
  long[] cuts() {
    return numbers.stream()
        .flatMapToLong(want -> Arrays.stream(want.ranges().flips().at()))
        .sorted()
        .distinct()
        .toArray();
  }
}
