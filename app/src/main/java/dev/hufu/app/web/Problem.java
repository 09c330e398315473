package dev.hufu.app.web;

import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.text.Wording;

/**
 * One line of the summary above a refused form.
 *
 * @param field id of the field it is about; the line leads there
 * @param code from the register, or empty for a field's own check
 */
public record Problem(String field, String code, Wording sentence) {

  public static Problem of(String field, Refusal refusal) {
    return new Problem(field, refusal.code().id(), refusal.wording());
  }
}
