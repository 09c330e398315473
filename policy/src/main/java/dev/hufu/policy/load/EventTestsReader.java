package dev.hufu.policy.load;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventField;
import dev.hufu.kernel.event.EventType;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.event.FieldKind;
import dev.hufu.kernel.matter.FactKind;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.policy.pack.EventTest;
import dev.hufu.policy.yaml.Branch;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code tests/*.yaml} of a pack over events. */
final class EventTestsReader {

  private static final String RATE = "-?\\d{1,7}(\\.\\d{1,6})?";

  private final EventTypes types;
  private final Problems problems;

  EventTestsReader(EventTypes types, Problems problems) {
    this.types = types;
    this.problems = problems;
  }

  List<EventTest> read(Branch file) {
    return file.list("tests").stream().map(this::test).toList();
  }

  private EventTest test(Branch branch) {
    List<EventValues> events = new ArrayList<>();
    for (Branch event : branch.list("events")) {
      add(event, events);
    }
    Branch expect = branch.get("expect");
    return new EventTest(
        branch.text("name"),
        branch.position(),
        events,
        new EventTest.Expect(
            Verdict.valueOf(expect.text("verdict").toUpperCase(Locale.ROOT)),
            expect.find("typology").map(Branch::text),
            expect.texts("fired"),
            expect.texts("notFired"),
            expect.texts("undetermined")));
  }

  /** One event, or as many as {@code repeat} says; {@code {n}} in a word counts them. */
  private void add(Branch branch, List<EventValues> events) {
    String name = branch.names().filter(n -> !n.equals("repeat")).findFirst().orElse("");
    Optional<EventType> type = types.find(name);
    if (type.isEmpty()) {
      problems.add(branch, "no such event: " + name);
      return;
    }
    int times = branch.find("repeat").map(r -> r.get("times").count()).orElse(1);
    Duration every =
        branch.find("repeat").map(r -> Spans.read(r.get("every"))).orElse(Duration.ZERO);
    Branch fields = branch.get(name);
    Optional<Instant> at = moment(fields.get("at"));
    for (int n = 0; n < times && at.isPresent(); n++) {
      Instant when = at.get().plus(every.multipliedBy(n));
      event(type.get(), fields, "e" + events.size(), when, n + 1).ifPresent(events::add);
    }
  }

  private Optional<EventValues> event(EventType type, Branch fields, String id, Instant at, int n) {
    EventValues.Builder builder = EventValues.of(type, id, at);
    boolean whole = true;
    for (String name : fields.names().filter(field -> !field.equals("at")).toList()) {
      OptionalInt place = type.find(name);
      if (place.isEmpty()) {
        problems.add(fields.get(name), type.name() + " has no field " + name);
        whole = false;
      } else {
        whole &= put(builder, type.fields().get(place.getAsInt()), fields.get(name), n);
      }
    }
    EventField missing = builder.missing();
    if (missing != null) {
      problems.add(fields, type.name() + " needs " + missing.name());
      return Optional.empty();
    }
    return whole ? Optional.of(builder.build()) : Optional.empty();
  }

  private boolean put(EventValues.Builder builder, EventField field, Branch value, int n) {
    if (field.kind() == FieldKind.WORD) {
      builder.put(field.name(), value.text().replace("{n}", Integer.toString(n)));
      return true;
    }
    Outcome<Long> number =
        field.kind() == FieldKind.RATE ? rate(value) : number(field, value.text());
    return switch (number) {
      case Outcome.Ok<Long>(var found) -> {
        builder.put(field.name(), found);
        yield true;
      }
      case Outcome.Refused<Long>(var refusal) -> {
        problems.add(value, refusal.wording().en());
        yield false;
      }
    };
  }

  private static Outcome<Long> rate(Branch value) {
    String text = value.text();
    return text.matches(RATE)
        ? Outcome.of(new BigDecimal(text).movePointRight(6).longValueExact())
        : Outcome.refused(Code.FACT_WRONG_VALUE, text);
  }

  /** Written as facts are: {@code 1000 yuan}, {@code 3 d}, {@code true}. */
  private static Outcome<Long> number(EventField field, String text) {
    FactKind kind =
        switch (field.kind()) {
          case FLAG -> FactKind.FLAG;
          case AMOUNT -> FactKind.AMOUNT;
          case ELAPSED -> FactKind.ELAPSED;
          default -> FactKind.COUNT;
        };
    FactType type =
        new FactType(
            "event." + field.name(),
            kind,
            field.unit(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Sensitivity.OPEN,
            Optional.empty(),
            Optional.empty());
    return type.parse(text)
        .map(
            value ->
                switch (value) {
                  case FactValue.Flag(var yes) -> yes ? 1L : 0L;
                  case FactValue.Count(var count) -> count;
                  case FactValue.Amount(var fen) -> fen.fen();
                  case FactValue.Elapsed(var length) -> length.toMillis();
                  default -> throw new IllegalStateException("no number: " + field.name());
                });
  }

  private Optional<Instant> moment(Branch at) {
    try {
      return Optional.of(OffsetDateTime.parse(at.text()).toInstant());
    } catch (DateTimeException notATime) {
      problems.add(at, "not a time with offset: " + at.text() + " (2026-11-21T20:00+08:00)");
      return Optional.empty();
    }
  }
}
