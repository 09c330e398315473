package dev.hufu.policy.lender;

import java.util.Optional;

/**
 * Where something is to be seen: the place in what was told, and the piece of evidence that shows
 * it.
 *
 * <p>Example: {@code collection[3]}, 录音 3.
 *
 * @param place a part of the file, {@code charges[1]}; {@code permissions}, {@code chat}
 */
public record Pointer(String place, Optional<String> evidence) {

  static Pointer of(String place) {
    return new Pointer(place, Optional.empty());
  }

  static Pointer of(String list, int index, Optional<String> evidence) {
    return new Pointer(list + "[" + (index + 1) + "]", evidence);
  }
}
