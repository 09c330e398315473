package dev.hufu.kernel.event;

import dev.hufu.kernel.money.Fen;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened in a stream: a typed view over its {@link EventValues}. The engine reads
 * the values; people who write Java match on the family.
 *
 * <p>Example: {@code switch (Event.of(values)) { case Event.Transfer t -> t.amount(); … }}
 */
public sealed interface Event {

  EventValues values();

  /** Money that moves from one account to another. */
  record Transfer(EventValues values) implements Event {
    public Fen amount() {
      return new Fen(number("amount"));
    }

    public String payer() {
      return word("payer").orElseThrow();
    }

    public String payee() {
      return word("payee").orElseThrow();
    }

    public Optional<String> device() {
      return word("device");
    }
  }

  /** Somebody asks somebody for money. */
  record MoneyRequest(EventValues values) implements Event {
    public Fen amount() {
      return new Fen(number("amount"));
    }

    public String asker() {
      return word("asker").orElseThrow();
    }

    public String asked() {
      return word("asked").orElseThrow();
    }
  }

  /** A message, of which the engine knows who, to whom, and how it was scored; never the text. */
  record Message(EventValues values) implements Event {
    public String sender() {
      return word("sender").orElseThrow();
    }

    public String receiver() {
      return word("receiver").orElseThrow();
    }
  }

  /** An account is entered. */
  record SignIn(EventValues values) implements Event {
    public String account() {
      return word("account").orElseThrow();
    }
  }

  /** A limit of an account is moved. */
  record LimitChange(EventValues values) implements Event {
    public String account() {
      return word("account").orElseThrow();
    }

    public Fen after() {
      return new Fen(number("after"));
    }
  }

  /** An account gets another device. */
  record DeviceChange(EventValues values) implements Event {
    public String account() {
      return word("account").orElseThrow();
    }

    public String device() {
      return word("device").orElseThrow();
    }
  }

  /** What an earlier event turned out to be; it may arrive days later. */
  record Label(EventValues values) implements Event {
    public String event() {
      return word("event").orElseThrow();
    }

    public boolean fraud() {
      return number("fraud") == 1;
    }
  }

  /** A kind of event that a pack declared. */
  record Declared(EventValues values) implements Event {}

  /** The view that fits the type's name. */
  static Event of(EventValues values) {
    return switch (values.type().name()) {
      case "transfer" -> new Transfer(values);
      case "moneyRequest" -> new MoneyRequest(values);
      case "message" -> new Message(values);
      case "signIn" -> new SignIn(values);
      case "limitChange" -> new LimitChange(values);
      case "deviceChange" -> new DeviceChange(values);
      case "label" -> new Label(values);
      default -> new Declared(values);
    };
  }

  default String id() {
    return values().id();
  }

  default Instant at() {
    return Instant.ofEpochMilli(values().at());
  }

  /** A number by the name of its field; the field must be there and known. */
  default long number(String field) {
    return values().number(values().type().place(field));
  }

  /** A word by the name of its field, if it is known. */
  default Optional<String> word(String field) {
    int place = values().type().place(field);
    return values().known(place) ? Optional.of(values().word(place)) : Optional.empty();
  }
}
