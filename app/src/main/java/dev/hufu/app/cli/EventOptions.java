package dev.hufu.app.cli;

import dev.hufu.app.history.EventFiles;
import dev.hufu.app.history.EventPacks;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.policy.event.EventProgram;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command over a stream of events has. */
final class EventOptions {

  @Option(
      names = "--events",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "events.events")
  List<Path> events = new ArrayList<>();

  @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "events.mapping")
  Optional<Path> mapping = Optional.empty();

  @Option(
      names = "--pack",
      paramLabel = "ID",
      defaultValue = "cn/transfer",
      descriptionKey = "events.pack")
  String pack = "cn/transfer";

  @Option(names = "--packs", paramLabel = "DIR", descriptionKey = "events.packs")
  Optional<Path> packs = Optional.empty();

  @Option(names = "--now", paramLabel = "TIME", descriptionKey = "events.now")
  Optional<OffsetDateTime> now = Optional.empty();

  /** The moment of the run: later events are refused. */
  Instant moment() {
    return now.map(OffsetDateTime::toInstant).orElseGet(Instant::now);
  }

  Outcome<EventProgram> program(Map<String, String> environment) {
    return EventPacks.open(Packs.folder(packs, environment), pack);
  }

  Outcome<EventFiles> files(EventTypes types) {
    return EventFiles.of(events, mapping, types);
  }
}
