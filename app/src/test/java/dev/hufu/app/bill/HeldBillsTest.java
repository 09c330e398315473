package dev.hufu.app.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.bill.HeldBills.Answer;
import dev.hufu.app.bill.HeldBills.Held;
import dev.hufu.kernel.bill.BillFinding;
import dev.hufu.kernel.bill.BillRow;
import dev.hufu.kernel.bill.Mark;
import dev.hufu.kernel.bill.Strength;
import dev.hufu.kernel.bill.Timeline;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.money.Fen;
import dev.hufu.kernel.text.Wording;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Goal: bills are there for whoever brought them, for half an hour, and never more of them than was
 * promised. Method: made-up moments; rows of a made-up year for the pictures.
 */
class HeldBillsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Wording SAID = new Wording("看", "look");

  private final HeldBills held = new HeldBills(new Random(1));

  private static BillAnalysis rows(int count) {
    BillRow row = new OrdinaryYear(1).live().rows().getFirst();
    return new BillAnalysis(
        new Timeline(List.of(), Collections.nCopies(count, row), List.of(), List.of()),
        List.of(),
        List.of());
  }

  @Test
  void onlyWhoBroughtThemSeesThemForHalfAnHour() {
    Held one = held.hold("P-1", rows(1), Optional.empty(), NOW);
    assertThat(held.find("P-2", one.id(), NOW)).isEmpty();
    Instant later = NOW.plus(HeldBills.HELD_FOR).minusSeconds(1);
    assertThat(held.find("P-1", one.id(), later)).isPresent();
    assertThat(held.find("P-1", one.id(), later.plus(HeldBills.HELD_FOR))).isEmpty();
  }

  @Test
  void whoForgetsThemHasForgottenThem() {
    Held one = held.hold("P-1", rows(1), Optional.empty(), NOW);
    held.forget("P-2", one.id());
    assertThat(held.find("P-1", one.id(), NOW)).isPresent();
    held.forget("P-1", one.id());
    assertThat(held.find("P-1", one.id(), NOW)).isEmpty();
  }

  @Test
  void tooManyMakeRoomForTheNewest() {
    Held first = held.hold("P-1", rows(1), Optional.empty(), NOW);
    for (int i = 1; i < Limits.BILLS_HELD_MAX; i++) {
      held.hold("P-1", rows(1), Optional.empty(), NOW);
    }
    assertThat(held.find("P-1", first.id(), NOW)).isPresent();
    Held second = held.hold("P-1", rows(1), Optional.empty(), NOW);
    held.hold(
        "P-1", rows(Limits.BILLS_HELD_ROWS_MAX - Limits.BILLS_HELD_MAX + 1), Optional.empty(), NOW);
    assertThat(held.find("P-1", second.id(), NOW)).isPresent();
    Held large = held.hold("P-1", rows(Limits.BILLS_HELD_ROWS_MAX + 1), Optional.empty(), NOW);
    assertThat(held.find("P-1", large.id(), NOW)).isPresent();
    assertThat(held.find("P-1", second.id(), NOW)).isEmpty();
  }

  @Test
  void anAnswerStandsUntilItIsTakenBack() {
    Held one = held.hold("P-1", rows(3), Optional.empty(), NOW);
    BillFinding finding =
        new BillFinding("burst", SAID, Strength.STRONG, List.of(1, 2), Fen.ZERO, SAID, SAID);
    String key = Held.key(finding);
    Map<String, Optional<Answer>> said =
        Map.of(key, Optional.of(new Answer(finding, Mark.NOT_MINE)));
    held.replace(one.saying(said).finding(List.of(finding)));
    Held answered = held.find("P-1", one.id(), NOW).orElseThrow();
    assertThat(answered.marks()).isEqualTo(Map.of(1, Mark.NOT_MINE, 2, Mark.NOT_MINE));
    assertThat(answered.findings()).containsExactly(finding);
    assertThat(answered.saying(Map.of(key, Optional.empty())).marks()).isEmpty();
    held.forget("P-1", one.id());
    held.replace(answered);
    assertThat(held.find("P-1", one.id(), NOW)).isEmpty();
  }

  @Test
  void eachStepDownAddsUpToTheStepAbove() {
    List<BillRow> rows = new OrdinaryYear(3).live().rows();
    List<BillRow> inTime = rows.stream().sorted((a, b) -> a.time().compareTo(b.time())).toList();
    BillZoom all = BillZoom.of(inTime, "");
    assertThat(all.steps().stream().mapToInt(BillZoom.Step::rows).sum()).isEqualTo(rows.size());
    BillZoom.Step month = all.steps().get(4);
    BillZoom weeks = BillZoom.of(inTime, month.at());
    assertThat(weeks.up()).contains("");
    assertThat(sum(weeks)).isEqualTo(month.out());
    BillZoom.Step week = weeks.steps().get(1);
    BillZoom days = BillZoom.of(inTime, week.at());
    assertThat(days.up()).contains(month.at());
    assertThat(days.steps()).hasSize(7);
    assertThat(sum(days)).isEqualTo(week.out());
    BillZoom day = BillZoom.of(inTime, days.steps().getFirst().at());
    assertThat(day.up()).contains(week.at());
    assertThat(day.rows()).hasSize(days.steps().getFirst().rows());
    assertThat(BillZoom.of(inTime, "never").steps()).isEqualTo(all.steps());
    assertThat(BillZoom.of(List.of(), "2026-01").steps()).isEmpty();
  }

  private static Fen sum(BillZoom zoom) {
    return zoom.steps().stream().map(BillZoom.Step::out).reduce(Fen.ZERO, Fen::plus);
  }
}
