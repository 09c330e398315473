package dev.hufu.kernel.code;

import dev.hufu.kernel.text.Wording;
import java.util.Optional;

/**
 * An expected refusal: what was refused, why, where.
 *
 * <p>Example: {@code Refusal.of(Code.TEXT_TOO_LONG, "5242880")} reads "这段文字太长…".
 *
 * @param code the reason, from the one register
 * @param subject what was refused, fit to be shown (never personal data), possibly empty
 * @param position where in a file it was, if it was in a file
 */
public record Refusal(Code code, String subject, Optional<Position> position) {

  public static Refusal of(Code code, String subject) {
    return new Refusal(code, subject, Optional.empty());
  }

  public Refusal at(Position where) {
    return new Refusal(code, subject, Optional.of(where));
  }

  /** The sentence for the person, with the subject filled in for {@code {}}. */
  public Wording wording() {
    return code.wording().map(sentence -> sentence.replace("{}", subject));
  }

  @Override
  public String toString() {
    return code.id() + position.map(p -> " " + p).orElse("") + ": " + wording().en();
  }
}
