package dev.hufu.kernel.lender;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a supervisor's list: who may lend, and until when.
 *
 * <p>Example: {@code new Licence("某某小额贷款有限公司", …)}.
 *
 * @param creditCode the unified social credit code, or the registration number of another country
 * @param number of the licence
 * @param kind as the list calls it: 小额贷款公司, 消费金融公司, licensed moneylender
 * @param until last day on which it holds, if the list says so
 */
public record Licence(
    String name,
    Optional<String> creditCode,
    Optional<String> number,
    String kind,
    String region,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    String note) {

  /** Whether it holds that day, as far as the list says. */
  public boolean holds(LocalDate day) {
    return !from.map(day::isBefore).orElse(false) && !until.map(day::isAfter).orElse(false);
  }
}
