package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.SignInBookTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Goal: a person cannot talk themselves out of waiting; the family they asked can release it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoolingBookTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final Shelf shelf = new Shelf(CoolingBookTest.class);

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void runsToItsEnd() {
    Matter matter = shelf.matter();
    CoolingOff started = start(matter, DAY, NOW);
    assertThat(shelf.cooling.find(matter.id())).contains(started);
    assertThat(started.endsAt()).isEqualTo(Database.kept(NOW).plus(DAY));
    Instant justBefore = started.endsAt().minusNanos(1000);
    assertThat(started.runs(justBefore)).isTrue();
    assertThat(started.runs(started.endsAt())).isFalse();
    assertThat(code(shelf.cooling.release(matter.id(), "cli", justBefore)))
        .isEqualTo(Code.COOLING_NOT_OVER);
    CoolingOff released = shelf.cooling.release(matter.id(), "cli", started.endsAt()).orThrow();
    assertThat(released.releasedBy()).contains(CoolingOff.Releaser.OWNER);
  }

  @Test
  void hasALeastAndAGreatestLength() {
    Matter matter = shelf.matter();
    assertThat(code(tryStart(matter, Limits.COOLING_OFF_MIN.minusNanos(1))))
        .isEqualTo(Code.COOLING_LENGTH);
    assertThat(code(tryStart(matter, Limits.COOLING_OFF_MAX.plusNanos(1))))
        .isEqualTo(Code.COOLING_LENGTH);
    assertThat(tryStart(matter, Limits.COOLING_OFF_MIN).findValue()).isPresent();
    assertThat(tryStart(matter, Limits.COOLING_OFF_MAX).findValue()).isPresent();
  }

  @Test
  void isMadeLongerAndNeverShorter() {
    Matter matter = shelf.matter();
    CoolingOff first = start(matter, DAY, NOW);
    assertThat(start(matter, Limits.COOLING_OFF_MIN, NOW)).isEqualTo(first);
    assertThat(start(matter, DAY.multipliedBy(2), NOW).endsAt())
        .isEqualTo(Database.kept(NOW).plus(DAY.multipliedBy(2)));
    Instant later = NOW.plus(DAY.multipliedBy(3));
    assertThat(start(matter, DAY, later).startedAt()).isEqualTo(Database.kept(later));
  }

  @Test
  void familyReleasesOnce() throws Exception {
    Matter matter = shelf.matter();
    start(matter, DAY, NOW);
    CoolingOff.Asked old = shelf.cooling.askFamily(matter.id(), "cli", NOW).orThrow();
    CoolingOff.Asked asked = shelf.cooling.askFamily(matter.id(), "cli", NOW).orThrow();
    assertThat(code(shelf.cooling.findByToken(old.token(), NOW))).isEqualTo(Code.LINK_UNKNOWN);
    assertThat(shelf.cooling.findByToken(asked.token(), NOW).orThrow().familyAsked()).isTrue();
    List<Outcome<CoolingOff>> results =
        Shelf.together(6, () -> shelf.cooling.releaseByFamily(asked.token(), NOW));
    assertThat(results.stream().filter(r -> r.findValue().isPresent())).hasSize(1);
    assertThat(shelf.cooling.find(matter.id()).orElseThrow().releasedBy())
        .contains(CoolingOff.Releaser.FAMILY);
    assertThat(code(shelf.cooling.findByToken(asked.token(), NOW))).isEqualTo(Code.LINK_USED);
  }

  @Test
  void theFamilyLinkEndsWithTheTime() {
    Matter matter = shelf.matter();
    start(matter, DAY, NOW);
    CoolingOff.Asked asked = shelf.cooling.askFamily(matter.id(), "cli", NOW).orThrow();
    assertThat(code(shelf.cooling.releaseByFamily(asked.token(), NOW.plus(DAY))))
        .isEqualTo(Code.LINK_EXPIRED);
  }

  @Test
  void withoutATimeThereIsNothingToRelease() {
    Matter matter = shelf.matter();
    assertThat(shelf.cooling.find(matter.id())).isEmpty();
    assertThat(code(shelf.cooling.release(matter.id(), "cli", NOW)))
        .isEqualTo(Code.COOLING_UNKNOWN);
    assertThat(code(shelf.cooling.askFamily(matter.id(), "cli", NOW)))
        .isEqualTo(Code.COOLING_UNKNOWN);
  }

  private CoolingOff start(Matter matter, Duration length, Instant at) {
    return shelf.cooling.start(matter.id(), length, "cli", at).orThrow();
  }

  private Outcome<CoolingOff> tryStart(Matter matter, Duration length) {
    return shelf.cooling.start(matter.id(), length, "cli", NOW);
  }
}
