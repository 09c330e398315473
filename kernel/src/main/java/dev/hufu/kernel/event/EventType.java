package dev.hufu.kernel.event;

import dev.hufu.kernel.limit.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A kind of event: its name and its fields, each at a fixed place.
 *
 * <p>Example: {@code transfer} with amount, payer, payee, device, place, channel, method, and
 * whatever a pack adds behind them by {@link #with}.
 *
 * @param name lower camel case: {@code transfer}, {@code limitChange}
 */
public record EventType(String name, List<EventField> fields, Map<String, Integer> places) {

  public EventType(String name, List<EventField> fields) {
    this(name, List.copyOf(fields), places(fields));
  }

  public EventType {
    if (!name.matches("[a-z][A-Za-z0-9]{0,39}")) {
      throw new IllegalArgumentException("not an event's name: " + name);
    }
    if (fields.size() > Limits.EVENT_FIELDS_MAX) {
      throw new IllegalArgumentException("too many fields: " + fields.size());
    }
  }

  private static Map<String, Integer> places(List<EventField> fields) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < fields.size(); place++) {
      if (places.put(fields.get(place).name(), place) != null) {
        throw new IllegalArgumentException("twice: " + fields.get(place).name());
      }
    }
    return Map.copyOf(places);
  }

  /** The place of a field, if there is one of that name. */
  public OptionalInt find(String field) {
    Integer place = places.get(field);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The place of a field that is known to be there. */
  public int place(String field) {
    return find(field).orElseThrow(() -> new IllegalArgumentException(name + "." + field));
  }

  /** The same kind with more fields behind its own. */
  public EventType with(List<EventField> more) {
    List<EventField> all = new ArrayList<>(fields);
    all.addAll(more);
    return new EventType(name, all);
  }
}
