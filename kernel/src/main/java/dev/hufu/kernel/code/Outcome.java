package dev.hufu.kernel.code;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a call that may be refused gives back: a value, or the refusal. Exceptions stay for bugs and
 * for I/O.
 *
 * <p>Example: {@code switch (Fen.parseYuan(text)) { case Outcome.Ok(var fen) -> …; case
 * Outcome.Refused(var refusal) -> …; }}
 */
public sealed interface Outcome<T> {

  /** The value that was asked for. */
  record Ok<T>(T value) implements Outcome<T> {}

  /** Why there is none. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  static <T> Outcome<T> of(T value) {
    return new Ok<>(value);
  }

  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** Refuses with a code and the value that was refused, as it may be shown to the person. */
  static <T> Outcome<T> refused(Code code, String subject) {
    return new Refused<>(Refusal.of(code, subject));
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Ok<T>(var value) -> new Ok<>(change.apply(value));
      case Refused<T>(var refusal) -> new Refused<>(refusal);
    };
  }

  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Ok<T>(var value) -> next.apply(value);
      case Refused<T>(var refusal) -> new Refused<>(refusal);
    };
  }

  default Optional<T> findValue() {
    return switch (this) {
      case Ok<T>(var value) -> Optional.of(value);
      case Refused<T> _refused -> Optional.empty();
    };
  }

  default Optional<Refusal> findRefusal() {
    return switch (this) {
      case Ok<T> _ok -> Optional.empty();
      case Refused<T>(var refusal) -> Optional.of(refusal);
    };
  }

  /** The value; throws with the refusal's text where there is none. For callers that checked. */
  default T orThrow() {
    return switch (this) {
      case Ok<T>(var value) -> value;
      case Refused<T>(var refusal) -> throw new NoSuchElementException(refusal.toString());
    };
  }
}
