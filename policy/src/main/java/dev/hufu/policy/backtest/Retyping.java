package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import java.util.HashMap;
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
  private record Change(EventType type, int[] places, boolean same) {}

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
    int[] places = new int[from.fields().size()];
    for (int place = 0; place < places.length; place++) {
      EventField field = from.fields().get(place);
      OptionalInt there = to.find(field.name());
      boolean alike = there.isPresent() && to.fields().get(there.getAsInt()).kind() == field.kind();
      places[place] = alike ? there.getAsInt() : -1;
    }
    return new Change(to, places, from.fields().equals(to.fields()));
  }

  private static Optional<EventValues> changed(EventValues event, Change change) {
    EventValues.Builder builder = EventValues.of(change.type(), event.id(), event.at());
    for (int place = 0; place < change.places().length; place++) {
      int there = change.places()[place];
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
