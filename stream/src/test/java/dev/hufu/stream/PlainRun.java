package dev.hufu.stream;

import dev.hufu.intake.event.EventRow;
import dev.hufu.intake.event.NdjsonEvents;
import dev.hufu.intake.event.OnRefusal;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.feature.Taken;
import dev.hufu.policy.event.EventDecider;
import dev.hufu.policy.event.EventDecisionJson;
import dev.hufu.policy.event.EventProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The same file without Flink: a reader, a decider for each shard, and a list. What it says is what
 * the job has to say.
 */
final class PlainRun {

  final List<String> decisions = new ArrayList<>();
  final Map<String, EventDecider> deciders = new HashMap<>();
  long read;
  long fed;
  long refused;

  /**
   * @param shard by the id of the event, empty for a line without one
   * @param from lines before it are passed over, as if nobody remembered them
   */
  static PlainRun of(EventProgram program, byte[] file, Function<String, String> shard, long from)
      throws IOException {
    PlainRun run = new PlainRun();
    EventDecisionJson json = new EventDecisionJson();
    try (NdjsonEvents events =
        new NdjsonEvents(
            "e", new ByteArrayInputStream(file), program.policy().types(), OnRefusal.GO_ON)) {
      Optional<EventRow> row = events.next();
      for (; row.isPresent(); row = events.next()) {
        if (++run.read <= from) {
          continue;
        }
        if (row.get() instanceof EventRow.Accepted(int _line, EventValues event)) {
          EventDecider decider =
              run.deciders.computeIfAbsent(
                  shard.apply(event.id()), name -> new EventDecider(program));
          Taken taken = decider.step(event, SampleEvents.NOW.toEpochMilli());
          if (taken == Taken.COUNTED && decider.decided()) {
            run.decisions.add(json.line(decider.decision(event)).toString());
          } else if (taken == Taken.COUNTED) {
            run.fed++;
          } else {
            run.refused++;
          }
        } else {
          run.refused++;
        }
      }
    }
    return run;
  }
}
