package dev.hufu.store;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a matter holds before and after a decision: what was pasted and answered. Stored sealed.
 *
 * <p>Example: {@code new Draft("向我借 10,000", "{\"chat\":\"…\"}")}.
 *
 * @param title the line in the list of matters, at most {@link Limits#TITLE_CHARS_MAX}
 * @param json the content, whatever shape the caller keeps, at most {@link Limits#MATTER_BYTES_MAX}
 */
public record Draft(String title, String json) {

  Optional<Refusal> refusal() {
    if (title.length() > Limits.TITLE_CHARS_MAX) {
      return Optional.of(Refusal.of(Code.NOTE_TOO_LONG, Integer.toString(Limits.TITLE_CHARS_MAX)));
    }
    return tooLarge(json.getBytes(StandardCharsets.UTF_8).length);
  }

  static Optional<Refusal> tooLarge(int bytes) {
    return bytes > Limits.MATTER_BYTES_MAX
        ? Optional.of(Refusal.of(Code.MATTER_TOO_LARGE, Integer.toString(bytes)))
        : Optional.empty();
  }

  /** The draft itself, or why it is not kept. */
  public Outcome<Draft> checked() {
    return refusal().<Outcome<Draft>>map(Outcome.Refused::new).orElseGet(() -> Outcome.of(this));
  }

  @Override
  public String toString() {
    return "Draft[***]";
  }
}
