package dev.hufu.policy.load;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.policy.yaml.Branch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code events.yaml}: which kinds of event a stream carries and how late they may come. */
final class EventsReader {

  private static final Set<String> RESERVED = Set.of("type", "id", "at");

  private final String currency;
  private final Problems problems;

  EventsReader(String currency, Problems problems) {
    this.currency = currency;
    this.problems = problems;
  }

  EventTypes types(Branch file) {
    EventTypes types = EventTypes.BUILT_IN;
    for (Branch event : file.list("events")) {
      Optional<Branch> base = event.find("extends");
      if (base.isPresent()) {
        Optional<EventType> known = types.find(base.get().text());
        if (known.isEmpty()) {
          problems.add(base.get(), "no such event to extend; there is " + names(types));
          continue;
        }
        types = with(types, known.get(), event);
      } else if (types.find(event.text("name")).isPresent()) {
        problems.add(event.get("name"), "this event is there already; write extends");
      } else {
        types = with(types, new EventType(event.text("name"), List.of()), event);
      }
    }
    if (types.list().size() > Limits.EVENT_TYPES_MAX) {
      problems.add(file.get("events"), "at most " + Limits.EVENT_TYPES_MAX + " kinds of event");
    }
    return types;
  }

  Duration lateness(Branch file) {
    Duration lateness = Spans.read(file.get("lateness"));
    if (lateness.compareTo(Limits.EVENT_LATENESS_MAX) > 0) {
      problems.add(file.get("lateness"), "at most " + Limits.EVENT_LATENESS_MAX.toHours() + " h");
    }
    return lateness;
  }

  private EventTypes with(EventTypes types, EventType base, Branch event) {
    List<EventField> fields = new ArrayList<>();
    for (Branch field : event.list("fields")) {
      String name = field.text("name");
      if (RESERVED.contains(name)) {
        problems.add(field.get("name"), name + " is the name of what every event has");
        continue;
      }
      boolean twice =
          base.find(name).isPresent() || fields.stream().anyMatch(f -> f.name().equals(name));
      if (twice) {
        problems.add(field.get("name"), base.name() + " has a field " + name + " already");
      } else {
        fields.add(field(field));
      }
    }
    if (base.fields().size() + fields.size() > Limits.EVENT_FIELDS_MAX) {
      problems.add(event.get("fields"), "at most " + Limits.EVENT_FIELDS_MAX + " fields");
      return types;
    }
    return types.with(base.with(fields));
  }

  private EventField field(Branch branch) {
    FieldKind kind = FieldKind.valueOf(branch.text("kind").toUpperCase(Locale.ROOT));
    String unit =
        switch (kind) {
          case AMOUNT -> currency;
          case ELAPSED -> "ms";
          default -> "";
        };
    return new EventField(
        branch.text("name"),
        kind,
        unit,
        Sensitivity.valueOf(branch.text("sensitivity").toUpperCase(Locale.ROOT)),
        branch.find("required").map(Branch::yes).orElse(false));
  }

  private static List<String> names(EventTypes types) {
    return types.list().stream().map(EventType::name).toList();
  }
}
