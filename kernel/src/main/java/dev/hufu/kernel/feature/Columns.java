package dev.hufu.kernel.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The values that conditions over one kind of event may read, each at its place: first the fields
 * of the event in their order, then features, then what is derived.
 */
public record Columns(List<Column> list, Map<String, Integer> places) {

  public Columns(List<Column> list) {
    this(List.copyOf(list), places(list));
  }

  private static Map<String, Integer> places(List<Column> list) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < list.size(); place++) {
      if (places.put(list.get(place).name(), place) != null) {
        throw new IllegalArgumentException("twice: " + list.get(place).name());
      }
    }
    return Map.copyOf(places);
  }

  public int size() {
    return list.size();
  }

  public OptionalInt find(String name) {
    Integer place = places.get(name);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }
}
