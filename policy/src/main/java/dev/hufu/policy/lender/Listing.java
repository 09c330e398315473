package dev.hufu.policy.lender;

import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several things in one line, in both languages: 利息 100、担保费 200. */
final class Listing {

  private Listing() {}

  static <T> Optional<Wording> of(List<T> things, Function<T, Wording> word) {
    List<Wording> words = things.stream().map(word).toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Wording(
                words.stream().map(Wording::zh).collect(Collectors.joining("、")),
                words.stream().map(Wording::en).collect(Collectors.joining(", "))));
  }

  /** A label with something behind it. */
  static Wording with(Wording label, String behind) {
    return new Wording(label.zh() + behind, label.en() + behind);
  }
}
