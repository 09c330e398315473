package dev.hufu.tlog;

import java.util.Optional;
import java.util.function.Function;

/**
 * A thing that held every check, or the flaw that was found first. Nothing in this room throws for
 * what strangers send.
 *
 * <pre>{@code
 * switch (Checkpoint.parse(text)) {
 *   case Checked.Sound<Checkpoint>(var checkpoint) -> use(checkpoint);
 *   case Checked.Flawed<Checkpoint>(var flaw) -> refuse(flaw);
 * }
 * }</pre>
 */
public sealed interface Checked<T> {

  /** It held. */
  record Sound<T>(T value) implements Checked<T> {}

  /** It did not. */
  record Flawed<T>(Flaw flaw) implements Checked<T> {}

  static <T> Checked<T> sound(T value) {
    return new Sound<>(value);
  }

  static <T> Checked<T> flawed(Reason reason, String where) {
    return new Flawed<>(new Flaw(reason, where));
  }

  default <R> Checked<R> then(Function<? super T, Checked<R>> next) {
    return switch (this) {
      case Sound<T>(var value) -> next.apply(value);
      case Flawed<T>(var flaw) -> new Flawed<>(flaw);
    };
  }

  default Optional<Flaw> problem() {
    return this instanceof Flawed<T>(var flaw) ? Optional.of(flaw) : Optional.empty();
  }

  /** For a thing the caller made itself; a flaw in it is a bug of the caller. */
  default T orThrow() {
    return switch (this) {
      case Sound<T>(var value) -> value;
      case Flawed<T>(var flaw) -> throw new IllegalStateException(flaw.toString());
    };
  }
}
