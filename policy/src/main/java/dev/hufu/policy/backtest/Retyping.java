package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An event of one pack's kinds as another pack's kinds hold it: two packs may have added other
 * fields, or the same ones in another order. Fields that the other does not declare are left out.
 */
final class Retyping {

  private final EventTypes to;
  private final Map<String, Optional<Change>> changes = new HashMap<>();

  /** For each field of the one type its place in the other, or −1. */
  private record Change(EventType type, List<Integer> places, boolean same) {}

  Retyping(EventTypes to) {
    this.to = to;
  }

  /** Nothing where the other has no such kind, or requires a field that this event lacks. */
  Optional<EventValues> of(EventValues event) {
    Optional<Change> change =
        changes.computeIfAbsent(
            event.type().name(), name -> to.find(name).map(type -> change(event.type(), type)));
    return change.flatMap(found -> found.same() ? Optional.of(event) : changed(event, found));
  }

  private static Change change(EventType from, EventType to) {
    List<Integer> places = new ArrayList<>();
    for (EventField field : from.fields()) {
      OptionalInt there = to.find(field.name());
      boolean alike = there.isPresent() && to.fields().get(there.getAsInt()).kind() == field.kind();
      places.add(alike ? there.getAsInt() : -1);
    }
    return new Change(to, places, from.fields().equals(to.fields()));
  }

  private static Optional<EventValues> changed(EventValues event, Change change) {
    EventValues.Builder builder = EventValues.of(change.type(), event.id(), event.at());
    for (int place = 0; place < change.places().size(); place++) {
      int there = change.places().get(place);
      if (there < 0 || !event.known(place)) {
        continue;
      }
      if (change.type().fields().get(there).kind() == FieldKind.WORD) {
        builder.put(there, event.word(place));
      } else {
        builder.put(there, event.number(place));
      }
    }
    return builder.missing() == null ? Optional.of(builder.build()) : Optional.empty();
  }
}
