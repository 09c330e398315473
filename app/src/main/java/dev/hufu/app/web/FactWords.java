package dev.hufu.app.web;

import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.FactValue;
import dev.hufu.kernel.text.Wording;
import dev.hufu.policy.decide.Phrasing;
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
    return Phrasing.describe(type, type == null ? "yuan" : type.unit(), value);
  }
}
