package dev.hufu.app.web;

import dev.hufu.app.ops.ErrorPages;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * What a person sees when a page was refused or something broke.
 *
 * @param reference to quote when asking for help, or empty
 * @param again a form that came too late, ready to be sent again
 */
public record ErrorView(String code, Wording sentence, String reference, Optional<Again> again) {

  /** A form with everything that was typed into it. */
  public record Again(String action, boolean multipart, List<Kept> fields) {
    public Again {
      fields = List.copyOf(fields);
    }

    static Again of(ErrorPages.KeptForm form) {
      return new Again(
          form.action(),
          form.multipart(),
          form.fields().stream().map(field -> new Kept(field.name(), field.value())).toList());
    }
  }

  /** One field of it; it may hold a chat. */
  public record Kept(String name, String value) {

    @Override
    public String toString() {
      return "Kept[" + name + "]";
    }
  }

  static ErrorView of(Refusal refusal) {
    return new ErrorView(refusal.code().id(), refusal.wording(), "", Optional.empty());
  }
}
