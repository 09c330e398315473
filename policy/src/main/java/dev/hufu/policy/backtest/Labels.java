package dev.hufu.policy.backtest;

import dev.hufu.kernel.event.EventValues;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What events turned out to be, as far as anybody knows.
 *
 * <p>Example: {@code Labels.field("fraud")} reads a flag of the event itself; {@code
 * Labels.ofFrauds(ids)} knows the ids of the fraudulent ones and takes the rest for honest.
 */
@FunctionalInterface
public interface Labels {

  /** What an event turned out to be. */
  enum Label {
    FRAUD,
    HONEST,
    UNKNOWN
  }

  Labels NONE = event -> Label.UNKNOWN;

  Label of(EventValues event);

  /** A flag of the event itself; kinds without it are unknown. */
  static Labels field(String name) {
    return event -> {
      OptionalInt place = event.type().find(name);
      if (place.isEmpty() || !event.known(place.getAsInt())) {
        return Label.UNKNOWN;
      }
      return event.number(place.getAsInt()) == 1 ? Label.FRAUD : Label.HONEST;
    };
  }

  static Labels ofFrauds(Set<String> ids) {
    return event -> ids.contains(event.id()) ? Label.FRAUD : Label.HONEST;
  }
}
