package dev.hufu.policy.forensics;

import java.util.List;
import java.util.Map;

/**
 * Something a look saw, before it is put into words.
 *
 * @param rows indices into the timeline, in the order of time
 * @param said what only this look knows and its sentence may name
 */
record Sighting(List<Integer> rows, Map<String, String> said) {

  Sighting(List<Integer> rows) {
    this(rows, Map.of());
  }

  Sighting {
    rows = rows.stream().sorted().distinct().toList();
    said = Map.copyOf(said);
  }
}
