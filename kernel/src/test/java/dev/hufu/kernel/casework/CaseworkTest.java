package dev.hufu.kernel.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Goal: a term ends when the rule says, to the minute or on the day, and a case is the sum of its
 * entries. Method: dates reckoned by hand, and random terms held to the law that no clock ends
 * before its event.
 */
class CaseworkTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Around the autumn holidays of 2026: the tenth of October is a Saturday that works. */
  private static final WorkCalendar YEAR_2026 =
      new WorkCalendar(
          2026,
          2026,
          Set.of(
              day("2026-10-01"),
              day("2026-10-02"),
              day("2026-10-03"),
              day("2026-10-04"),
              day("2026-10-05"),
              day("2026-10-06"),
              day("2026-10-07")),
          Set.of(day("2026-10-10")));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text + "+08:00").toInstant();
  }

  private static Due end(int amount, Term.Unit unit, String start) {
    return new Term(amount, unit).from(at(start), ZONE, List.of(YEAR_2026)).orElseThrow();
  }

  @Test
  void hoursEndOnTheMinute() {
    Due due = end(48, Term.Unit.HOUR, "2022-10-14T12:40:00");
    assertThat(due).isEqualTo(new Due(at("2022-10-16T12:40:00"), false));
    assertThat(due.over(at("2022-10-16T12:39:59"))).isFalse();
    assertThat(due.over(at("2022-10-16T12:40:00"))).isTrue();
  }

  @Test
  void daysEndWithTheDay() {
    Due due = end(15, Term.Unit.DAY, "2026-09-28T16:20:00");
    assertThat(due.day(ZONE)).isEqualTo(day("2026-10-13"));
    assertThat(due.over(at("2026-10-13T23:59:59"))).isFalse();
    assertThat(due.over(at("2026-10-14T00:00:00"))).isTrue();
    assertThat(end(30, Term.Unit.DAY, "2026-09-28T16:20:00").day(ZONE)).isEqualTo("2026-10-28");
    assertThat(end(60, Term.Unit.DAY, "2026-09-28T16:20:00").day(ZONE)).isEqualTo("2026-11-27");
    assertThat(end(6, Term.Unit.MONTH, "2026-08-31T10:00:00").day(ZONE)).isEqualTo("2027-02-28");
  }

  @Test
  void workingDaysKnowHolidaysAndSaturdaysThatWork() {
    assertThat(end(3, Term.Unit.WORKING_DAY, "2026-09-30T09:00:00").day(ZONE))
        .isEqualTo("2026-10-10");
  }

  @Test
  void workingDaysBehindTheCalendarCountWithoutHolidaysAndSaySo() {
    Term term = new Term(3, Term.Unit.WORKING_DAY);
    Due behind = term.from(at("2026-12-30T09:00:00"), ZONE, List.of(YEAR_2026)).orElseThrow();
    assertThat(behind.day(ZONE)).isEqualTo("2027-01-04");
    assertThat(behind.holidaysKnownThrough()).contains(day("2026-12-31"));
    Due inside = term.from(at("2026-12-28T09:00:00"), ZONE, List.of(YEAR_2026)).orElseThrow();
    assertThat(inside.day(ZONE)).isEqualTo("2026-12-31");
    assertThat(inside.holidaysKnownThrough()).isEmpty();
    assertThat(term.from(at("2025-12-30T09:00:00"), ZONE, List.of(YEAR_2026))).isEmpty();
    assertThat(term.from(at("2026-12-30T09:00:00"), ZONE, List.of())).isEmpty();
    WorkCalendar next = new WorkCalendar(2027, 2027, Set.of(day("2027-01-01")), Set.of());
    assertThat(
            term.from(at("2026-12-30T09:00:00"), ZONE, List.of(YEAR_2026, next))
                .map(due -> due.day(ZONE)))
        .contains(day("2027-01-05"));
  }

  @Test
  void noClockEndsBeforeItsEvent() {
    Random random = new Random(20221014);
    for (int i = 0; i < 200; i++) {
      Term.Unit unit = Term.Unit.values()[random.nextInt(Term.Unit.values().length)];
      Term term = new Term(1 + random.nextInt(40), unit);
      Instant start = at("2026-02-01T00:00:00").plusSeconds(random.nextInt(200 * 86_400));
      Due due = term.from(start, ZONE, List.of(YEAR_2026)).orElseThrow();
      assertThat(due.at()).as("%s from %s", term, start).isAfter(start);
      assertThat(due.day(ZONE)).isAfterOrEqualTo(start.atZone(ZONE).toLocalDate());
    }
  }

  @Test
  void aTermIsBounded() {
    assertThat(new Term(Limits.TERM_AMOUNT_MAX, Term.Unit.DAY).amount())
        .isEqualTo(Limits.TERM_AMOUNT_MAX);
    assertThatThrownBy(() -> new Term(Limits.TERM_AMOUNT_MAX + 1, Term.Unit.DAY))
        .hasMessageContaining("not " + (Limits.TERM_AMOUNT_MAX + 1));
    assertThatThrownBy(() -> new Term(0, Term.Unit.DAY)).hasMessageContaining("not 0");
  }

  private static Payment payment(long yuan, String when) {
    return new Payment(
        Fen.ofYuan(yuan),
        Optional.of(at(when)),
        Optional.of("微信"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void entriesAddUpAndAreTakenBack() {
    List<CaseEntry> entries =
        List.of(
            new CaseEntry.Opened("fake-lender"),
            new CaseEntry.Paid(payment(3000, "2026-10-02T10:00:00")),
            new CaseEntry.Paid(payment(1800, "2026-10-01T10:00:00")),
            new CaseEntry.Paid(payment(9, "2026-10-03T10:00:00")),
            new CaseEntry.PaidNot(2),
            new CaseEntry.Told(new TreeMap<>(java.util.Map.of("me.name", "冯", "place", "江门"))),
            new CaseEntry.Told(new TreeMap<>(java.util.Map.of("place", ""))),
            new CaseEntry.Happened("stop-placed", at("2026-10-02T12:00:00")),
            new CaseEntry.Happened("stop-placed", at("2026-10-02T13:00:00")),
            new CaseEntry.HappenedNot("stop-placed"),
            new CaseEntry.Ticked("station", true),
            new CaseEntry.Ticked("call-110", true),
            new CaseEntry.Ticked("station", false),
            new CaseEntry.Answered("wechat-ios", "cards", "normal"),
            new CaseEntry.Answered("wechat-ios", "cards", "unknown"));
    CaseFile file = CaseFile.of(stamped(entries));
    assertThat(file.playbook()).contains("fake-lender");
    assertThat(file.lost()).isEqualTo(Fen.ofYuan(4800));
    assertThat(file.payments()).extracting(CaseFile.Numbered::number).containsExactly(1, 0);
    assertThat(file.largest().orElseThrow().sum()).isEqualTo(Fen.ofYuan(3000));
    assertThat(file.facts()).containsOnlyKeys("me.name");
    assertThat(file.times("stop-placed")).containsExactly(at("2026-10-02T12:00:00"));
    assertThat(file.done()).containsOnlyKeys("call-110");
    assertThat(file.answer("wechat-ios", "cards")).contains("unknown");
    assertThat(file.answer("wechat-ios", "devices")).isEmpty();
    assertThat(file + "" + file.payments()).doesNotContain("冯").doesNotContain("微信");
  }

  private static List<CaseFile.Stamped> stamped(List<CaseEntry> entries) {
    List<CaseFile.Stamped> stamped = new ArrayList<>();
    for (CaseEntry entry : entries) {
      stamped.add(new CaseFile.Stamped(entry, at("2026-10-02T14:00:00")));
    }
    return stamped;
  }
}
