package dev.hufu.intake.event;

import static dev.hufu.intake.event.Reading.accepted;
import static dev.hufu.intake.event.Reading.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Goal: what is written is what is read, and totals add up whatever lies between the events. */
class EventRoundTripTest {

  private static final String[] LETTERS = {
    "a", "Z", "7", "-", "急", "é", "\"", "\\", "😀", " ", "\u2028"
  };

  @Test
  void whatIsWrittenIsReadAgain() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 40; round++) {
      List<EventValues> events = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        events.add(event(random));
      }
      byte[] written = Reading.written(events);
      byte[] file = round % 2 == 0 ? written : Reading.packed(written);
      List<EventValues> read = accepted(rows(Reading.ndjson(file, OnRefusal.STOP)));
      assertThat(read).isEqualTo(events);
      assertThat(Reading.written(read)).isEqualTo(written);
    }
  }

  @Test
  void goodLinesSurviveAnyRubbishBetweenThem() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 60; round++) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      List<EventValues> events = new ArrayList<>();
      int rubbish = 0;
      for (int i = 0; i < 40; i++) {
        EventValues event = event(random);
        byte[] line = Reading.written(List.of(event));
        if (random.nextInt(3) > 0) {
          file.writeBytes(line);
          events.add(event);
        } else {
          rubbish += spoil(file, line, random);
        }
      }
      // Small buffers cut lines at every place.
      EventReader reader =
          new NdjsonEvents(
              "e",
              new Drops(file.toByteArray(), 1 + random.nextInt(97)),
              Reading.TYPES,
              OnRefusal.GO_ON);
      List<EventRow> rows = rows(reader);
      assertThat(accepted(rows)).isEqualTo(events);
      assertThat(reader.totals().refused()).isEqualTo(rubbish);
    }
  }

  /** Adds a line that is no event; gives back for how many rows it counts. */
  private static int spoil(ByteArrayOutputStream file, byte[] line, SplittableRandom random) {
    switch (random.nextInt(5)) {
      case 0 -> file.writeBytes(Arrays.copyOf(line, 1 + random.nextInt(line.length - 3)));
      case 1 -> file.write(0xC0 + random.nextInt(64));
      case 2 -> {
        byte[] noise = new byte[1 + random.nextInt(300)];
        for (int i = 0; i < noise.length; i++) {
          noise[i] = (byte) (11 + random.nextInt(200));
        }
        noise[0] = '?';
        file.writeBytes(noise);
      }
      case 3 ->
          file.writeBytes(
              "x".repeat(Limits.EVENT_LINE_BYTES_MAX + 1).getBytes(StandardCharsets.UTF_8));
      default -> {
        file.writeBytes(" \t\r\n".getBytes(StandardCharsets.UTF_8));
        return 0;
      }
    }
    file.write('\n');
    return 1;
  }

  /** Gives a few bytes at a time, as sockets do. */
  private static final class Drops extends ByteArrayInputStream {
    private final int drop;

    Drops(byte[] bytes, int drop) {
      super(bytes);
      this.drop = drop;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, drop));
    }
  }

  private static EventValues event(SplittableRandom random) {
    List<EventType> types = Reading.TYPES.list();
    EventType type = types.get(random.nextInt(types.size()));
    long at = random.nextLong(Limits.EVENT_AT_MS_MIN, Limits.EVENT_AT_MS_MAX + 1);
    EventValues.Builder event = EventValues.of(type, word(random, Limits.EVENT_ID_CHARS_MAX), at);
    int place = 0;
    for (EventField field : type.fields()) {
      if (field.required() || random.nextBoolean()) {
        if (field.kind() == FieldKind.WORD) {
          event.put(place, word(random, Limits.EVENT_WORD_CHARS_MAX));
        } else {
          event.put(place, number(random, field.kind()));
        }
      }
      place++;
    }
    return event.build();
  }

  private static long number(SplittableRandom random, FieldKind kind) {
    if (kind == FieldKind.FLAG) {
      return random.nextInt(2);
    }
    long most = random.nextInt(4) == 0 ? Limits.EVENT_NUMBER_MAX : 1000;
    return random.nextInt(8) == 0 ? most : random.nextLong(-most, most + 1);
  }

  private static String word(SplittableRandom random, int charsMax) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(random.nextInt(6) == 0 ? charsMax - 1 : 12);
    while (word.length() < length) {
      word.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return word.toString();
  }
}
