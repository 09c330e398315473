package dev.hufu.stream;

import dev.hufu.intake.event.EventWriter;
import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A file of events as a wallet might send it on a bad day: every kind a pack knows, some late, some
 * too late, some twice, some from the future, and lines that are no event at all.
 */
final class SampleEvents {

  static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static final List<byte[]> BROKEN =
      List.of(
          "{\"type\":\"transfer\",\"id\":\"cut".getBytes(StandardCharsets.UTF_8),
          "{\"type\":\"nothing\",\"id\":\"n\",\"at\":1790000000000}"
              .getBytes(StandardCharsets.UTF_8),
          "{\"type\":\"transfer\",\"id\":\"neg\u00fcl\"}".getBytes(StandardCharsets.ISO_8859_1));

  private final Random random;
  private final EventTypes types;
  private long clock = FROM.toEpochMilli();

  private SampleEvents(EventTypes types, long seed) {
    this.types = types;
    this.random = new Random(seed);
  }

  static byte[] file(EventTypes types, long seed, int lines) throws IOException {
    return new SampleEvents(types, seed).file(lines);
  }

  private byte[] file(int lines) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    List<byte[]> written = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      byte[] line;
      if (i > 0 && chance(3)) {
        line = written.get(written.size() - 1 - random.nextInt(Math.min(4, written.size())));
      } else if (chance(1)) {
        line = BROKEN.get(random.nextInt(BROKEN.size()));
      } else {
        line = line("e" + i);
      }
      written.add(line);
      file.writeBytes(line);
      file.write('\n');
    }
    return file.toByteArray();
  }

  private byte[] line(String id) throws IOException {
    clock += random.nextInt(100_000);
    long at = clock;
    if (chance(4)) {
      at -= random.nextInt(600_000);
    } else if (chance(2)) {
      at -= 3_600_000 + random.nextInt(3_600_000);
    } else if (chance(1)) {
      at = NOW.toEpochMilli() + 86_400_000;
    }
    List<EventType> all = types.list();
    EventType type =
        chance(65) ? types.find("transfer").orElseThrow() : all.get(random.nextInt(all.size()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EventWriter writer = new EventWriter(out)) {
      writer.write(event(type, id, at));
    }
    return out.toString(StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
  }

  private EventValues event(EventType type, String id, long at) {
    EventValues.Builder event = EventValues.of(type, id, at);
    for (EventField field : type.fields()) {
      if (!field.required() && chance(40)) {
        continue;
      }
      switch (field.kind()) {
        case WORD -> event.put(field.name(), word(field.name()));
        case FLAG -> event.put(field.name(), chance(30));
        case COUNT -> event.put(field.name(), random.nextInt(50));
        case AMOUNT -> event.put(field.name(), 1L + random.nextInt(chance(30) ? 1_000 : 3_000_000));
        case RATE -> event.put(field.name(), random.nextInt(1_000_001));
        case ELAPSED -> event.put(field.name(), (long) random.nextInt(100) * 86_400_000);
        case REAL -> throw new IllegalStateException(field.name());
      }
    }
    return event.build();
  }

  private String word(String field) {
    return switch (field) {
      case "payer", "payee", "account", "asker", "asked", "sender", "receiver" ->
          "账户" + random.nextInt(25);
      case "device", "previous" -> "d" + random.nextInt(12);
      default -> field + random.nextInt(6);
    };
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
