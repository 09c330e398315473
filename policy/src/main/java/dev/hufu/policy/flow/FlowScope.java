package dev.hufu.policy.flow;

import dev.hufu.kernel.consent.DataClass;
import dev.hufu.kernel.limit.Limits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * What may be looked at: up to which day, how far back, which classes of data, and which names are
 * the person's own.
 *
 * <p>Example: {@code FlowScope.of(LocalDate.of(2026, 11, 20), 12, zone)} looks at the twelve months
 * that end with that day.
 *
 * @param last the last day that counts
 * @param months how many months back, 1 to {@link Limits#FLOW_MONTHS_MAX}
 * @param zone in which days begin
 * @param allowed classes of data that may be read; rows of any other are left out
 * @param ownNames names under which the person's other accounts show
 */
public record FlowScope(
    LocalDate last, int months, ZoneId zone, Set<DataClass> allowed, Set<String> ownNames) {

  /** What a person may look at in their own bills. */
  public static final Set<DataClass> OF_BILLS =
      Set.of(DataClass.WALLET_FLOW, DataClass.BANK_FLOW, DataClass.MERCHANT_REVENUE);

  public FlowScope {
    if (months < 1 || months > Limits.FLOW_MONTHS_MAX) {
      throw new IllegalArgumentException("1 to " + Limits.FLOW_MONTHS_MAX + " months: " + months);
    }
    allowed = allowed.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(allowed));
    ownNames = Set.copyOf(ownNames);
  }

  /** All that bills hold, with no names but those the bills themselves give. */
  public static FlowScope of(LocalDate last, int months, ZoneId zone) {
    return new FlowScope(last, months, zone, OF_BILLS, Set.of());
  }

  public FlowScope allowing(Set<DataClass> classes) {
    return new FlowScope(last, months, zone, classes, ownNames);
  }

  public FlowScope owning(Set<String> names) {
    return new FlowScope(last, months, zone, allowed, names);
  }

  /** The first day after the window. */
  LocalDate end() {
    return last.plusDays(1);
  }

  /** The first day of a month, the newest being 0; always counted from the end. */
  LocalDate from(int month) {
    return end().minusMonths(month + 1L);
  }

  /** The first day after a month. */
  LocalDate to(int month) {
    return end().minusMonths(month);
  }

  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }
}
