package dev.hufu.app.price;

import dev.hufu.kernel.text.Wording;
import java.util.Optional;

/**
 * One finding in words.
 *
 * @param state how it stands, in two or three words
 * @param law the entry of law it rests on
 */
public record PriceLine(
    String id, Wording title, Wording detail, Wording state, Tone tone, Optional<String> law) {

  /** How loud it is. */
  public enum Tone {
    /** Something does not fit or lies above a line. */
    NO,
    /** Open, or only to be known. */
    OPEN,
    /** It fits. */
    YES
  }

  /** The id and the entry, as small print. */
  public String pointer() {
    return law.map(entry -> id.startsWith("LA-") ? id + " · " + entry : entry)
        .orElseGet(() -> id.startsWith("LA-") ? id : "");
  }
}
