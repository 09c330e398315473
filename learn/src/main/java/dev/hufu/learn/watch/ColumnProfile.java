package dev.hufu.learn.watch;

import java.util.List;

/**
 * How the cells of one column were spread where a model was trained, as counts in bins. The last
 * bin is that of missing cells; a column of words has one more before it, of rare and unknown
 * words.
 */
public sealed interface ColumnProfile permits NumberProfile, WordProfile {

  String name();

  /** How many cells lay in each bin. */
  List<Long> counts();

  /** The bin of a cell, as it is written. */
  int bin(String cell);

  /** The bin of a missing cell. */
  default int missing() {
    return counts().size() - 1;
  }

  default long rows() {
    return counts().stream().mapToLong(Long::longValue).sum();
  }

  /** What a person calls a bin. */
  String label(int bin);
}
