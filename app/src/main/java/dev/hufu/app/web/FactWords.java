package dev.hufu.app.web;

import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.text.Wording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts in words a person knows: the question as it was asked, the answer as it was offered. */
public final class FactWords {

  private FactWords() {}

  /** The question, or the bare name where nobody is asked. */
  public static Wording name(@Nullable FactType type, String name) {
    return Optional.ofNullable(type).flatMap(FactType::question).orElse(new Wording(name, name));
  }

  /** The option's label where one means this value, else the value with its unit. */
  public static Wording value(@Nullable FactType type, FactValue value) {
    if (type != null) {
      for (FactType.Option option : type.options()) {
        if (type.parse(option.value()).findValue().equals(Optional.of(value))) {
          return option.label();
        }
      }
    }
    return switch (value) {
      case FactValue.Amount(var fen) -> {
        String unit = type == null ? "yuan" : type.unit();
        yield unit.equals("yuan")
            ? new Wording(fen.display() + "\u00a0元", fen.display() + "\u00a0yuan")
            : both(fen.display() + "\u00a0" + unit);
      }
      case FactValue.Elapsed(var length) ->
          new Wording(length.toDays() + "\u00a0天", length.toDays() + "\u00a0days");
      case FactValue.Flag(var yes) -> yes ? new Wording("是", "yes") : new Wording("否", "no");
      case FactValue.Words(var text) -> both(text.isBlank() ? "—" : text);
      case FactValue.Count _count -> both(value.toString());
      case FactValue.Choice _choice -> both(value.toString());
      case FactValue.Day _day -> both(value.toString());
      case FactValue.Rate _rate -> both(value.toString());
    };
  }

  private static Wording both(String text) {
    return new Wording(text, text);
  }
}
