package dev.hufu.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.matter.Sensitivity;
import dev.hufu.kernel.money.Fen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {

  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

  private static EventValues transfer() {
    return EventValues.of(EventTypes.TRANSFER, "t1", AT)
        .put("amount", 100_00)
        .put("payer", "a")
        .put("payee", "b")
        .build();
  }

  @Test
  void aTransferIsReadByItsWords() {
    String told =
        switch (Event.of(transfer())) {
          case Event.Transfer t -> t.payer() + " → " + t.payee() + " " + t.amount();
          case Event other -> "another kind: " + other.id();
        };

    assertThat(told).isEqualTo("a → b " + Fen.ofYuan(100));
  }

  @Test
  void everyBuiltInKindHasAViewOfItsOwn() {
    for (EventType type : EventTypes.BUILT_IN.list()) {
      EventValues.Builder builder = EventValues.of(type, "e", AT);
      for (EventField field : type.fields()) {
        if (field.kind() == FieldKind.WORD) {
          builder.put(field.name(), "w");
        } else {
          builder.put(field.name(), 1);
        }
      }

      assertThat(Event.of(builder.build()).getClass().getSimpleName())
          .isEqualToIgnoringCase(type.name());
    }
  }

  @Test
  void aKindOfAPackIsDeclared() {
    EventType own = new EventType("cashOut", List.of(field(1)));

    assertThat(Event.of(EventValues.of(own, "c", AT).build())).isInstanceOf(Event.Declared.class);
  }

  @Test
  void anUnknownFieldHasNoWord() {
    assertThat(Event.of(transfer()).word("device")).isEmpty();
  }

  @Test
  void aMissingRequiredFieldIsNamed() {
    EventValues.Builder builder = EventValues.of(EventTypes.TRANSFER, "t", AT).put("amount", 1);

    assertThat(builder.missing()).isEqualTo(EventTypes.TRANSFER.fields().get(1));
    assertThatThrownBy(builder::build).hasMessageContaining("transfer.payer");
  }

  @Test
  void aWordIsNoNumber() {
    EventValues.Builder builder = EventValues.of(EventTypes.TRANSFER, "t", AT);

    assertThatThrownBy(() -> builder.put("payer", 1)).hasMessageContaining("is a word");
    assertThatThrownBy(() -> builder.put("amount", "1")).hasMessageContaining("is no word");
  }

  @Test
  void whatIsPrintedIsNotPeoplesData() {
    assertThat(transfer()).hasToString("transfer t1 at 2026-11-21T12:00:00Z");
  }

  @Test
  void aKindHasSixtyFourFieldsAtMost() {
    List<EventField> fields = new ArrayList<>();
    for (int n = 0; n < Limits.EVENT_FIELDS_MAX; n++) {
      fields.add(field(n));
    }
    EventType full = new EventType("full", fields);
    EventValues.Builder all = EventValues.of(full, "e", AT);
    for (EventField field : fields) {
      all.put(field.name(), true);
    }

    assertThat(all.build().known(Limits.EVENT_FIELDS_MAX - 1)).isTrue();
    assertThatThrownBy(() -> full.with(List.of(field(Limits.EVENT_FIELDS_MAX))))
        .hasMessageContaining("too many fields");
  }

  @Test
  void aNameStandsOnceInAKind() {
    assertThatThrownBy(() -> new EventType("twice", List.of(field(1), field(1))))
        .hasMessageContaining("twice");
  }

  private static EventField field(int n) {
    return new EventField("f" + n, FieldKind.FLAG, "", Sensitivity.OPEN, false);
  }
}
