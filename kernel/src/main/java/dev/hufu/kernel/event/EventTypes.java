package dev.hufu.kernel.event;

import static dev.hufu.kernel.matter.Sensitivity.OPEN;
import static dev.hufu.kernel.matter.Sensitivity.PERSONAL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of event that a stream may carry: those that every wallet has, and those a pack adds.
 *
 * <p>Example: {@code EventTypes.BUILT_IN.find("transfer")}.
 */
public final class EventTypes {

  public static final EventType TRANSFER =
      new EventType(
          "transfer",
          List.of(
              new EventField("amount", FieldKind.AMOUNT, "yuan", PERSONAL, true),
              new EventField("payer", FieldKind.WORD, "", PERSONAL, true),
              new EventField("payee", FieldKind.WORD, "", PERSONAL, true),
              word("device"),
              word("place"),
              word("channel"),
              word("method"),
              new EventField("balance", FieldKind.AMOUNT, "yuan", PERSONAL, false)));

  public static final EventType MONEY_REQUEST =
      new EventType(
          "moneyRequest",
          List.of(
              new EventField("amount", FieldKind.AMOUNT, "yuan", PERSONAL, true),
              new EventField("asker", FieldKind.WORD, "", PERSONAL, true),
              new EventField("asked", FieldKind.WORD, "", PERSONAL, true),
              word("device"),
              word("channel")));

  public static final EventType MESSAGE =
      new EventType(
          "message",
          List.of(
              new EventField("sender", FieldKind.WORD, "", PERSONAL, true),
              new EventField("receiver", FieldKind.WORD, "", PERSONAL, true),
              new EventField("scamScore", FieldKind.RATE, "", OPEN, false),
              word("script")));

  public static final EventType SIGN_IN =
      new EventType(
          "signIn",
          List.of(
              new EventField("account", FieldKind.WORD, "", PERSONAL, true),
              word("device"),
              word("place"),
              new EventField("passed", FieldKind.FLAG, "", OPEN, false)));

  public static final EventType LIMIT_CHANGE =
      new EventType(
          "limitChange",
          List.of(
              new EventField("account", FieldKind.WORD, "", PERSONAL, true),
              new EventField("before", FieldKind.AMOUNT, "yuan", PERSONAL, false),
              new EventField("after", FieldKind.AMOUNT, "yuan", PERSONAL, true),
              word("device"),
              word("limit")));

  public static final EventType DEVICE_CHANGE =
      new EventType(
          "deviceChange",
          List.of(
              new EventField("account", FieldKind.WORD, "", PERSONAL, true),
              new EventField("device", FieldKind.WORD, "", PERSONAL, true),
              word("previous")));

  public static final EventType LABEL =
      new EventType(
          "label",
          List.of(
              new EventField("event", FieldKind.WORD, "", OPEN, true),
              new EventField("fraud", FieldKind.FLAG, "", OPEN, true),
              word("source")));

  /** Those that need no pack. */
  public static final EventTypes BUILT_IN =
      new EventTypes(
          List.of(TRANSFER, MONEY_REQUEST, MESSAGE, SIGN_IN, LIMIT_CHANGE, DEVICE_CHANGE, LABEL));

  private final Map<String, EventType> types;

  private EventTypes(Collection<EventType> types) {
    Map<String, EventType> byName = new LinkedHashMap<>();
    types.forEach(type -> byName.put(type.name(), type));
    this.types = byName;
  }

  private static EventField word(String name) {
    return new EventField(name, FieldKind.WORD, "", PERSONAL, false);
  }

  public Optional<EventType> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  public List<EventType> list() {
    return List.copyOf(types.values());
  }

  /** These with one more, or with a built-in kind that has got further fields. */
  public EventTypes with(EventType type) {
    List<EventType> all = new ArrayList<>(types.values());
    all.removeIf(old -> old.name().equals(type.name()));
    all.add(type);
    return new EventTypes(all);
  }
}
