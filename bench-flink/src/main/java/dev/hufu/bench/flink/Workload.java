package dev.hufu.bench.flink;

import dev.hufu.bench.TallyEvents;
import dev.hufu.bench.TallyEvents.Spread;
import dev.hufu.kernel.event.EventValues;

/**
 * The events that every engine is given, made before anything is measured. No two are of one
 * moment: SQL's {@code RANGE} counts what else happened at the same one, so with ties the engines
 * would rightly disagree.
 */
final class Workload {

  private static final int ACCOUNTS = 200_000;
  private static final double GAP_MILLIS = 650;
  private static final long SEED = 20261122;

  private Workload() {}

  static EventValues[] events(Spread spread, int count) {
    TallyEvents source = new TallyEvents(spread, SEED, ACCOUNTS, GAP_MILLIS);
    EventValues[] events = new EventValues[count];
    long last = 0;
    for (int i = 0; i < count; i++) {
      EventValues made = source.next();
      last = Math.max(last + 1, made.at());
      events[i] = last == made.at() ? made : moved(made, last);
    }
    return events;
  }

  private static EventValues moved(EventValues event, long at) {
    EventValues.Builder copy = EventValues.of(event.type(), event.id(), at);
    for (int place = 0; place < event.type().fields().size(); place++) {
      if (event.known(place)) {
        switch (event.type().fields().get(place).kind()) {
          case WORD -> copy.put(place, event.word(place));
          default -> copy.put(place, event.number(place));
        }
      }
    }
    return copy.build();
  }
}
