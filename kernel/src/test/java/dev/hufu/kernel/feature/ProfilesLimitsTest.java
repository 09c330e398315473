package dev.hufu.kernel.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.limit.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Goal: what is taken and what is not, to the millisecond and to the event; and state that is given
 * back. Method: at each limit and one beyond.
 */
class ProfilesLimitsTest {

  private static final long T = 1_790_000_000_000L;
  private static final Duration LATENESS = Duration.ofMinutes(5);

  private static Profiles profiles(FeatureSpec... specs) {
    return new Profiles(Specs.plan(LATENESS, specs));
  }

  @Test
  void anEventIsTakenFromWithinLatenessUpToFiveMinutesAhead() {
    Profiles profiles = profiles(Specs.of("n", Aggregate.COUNT).spec());
    long ahead = Limits.EVENT_AHEAD_MAX.toMillis();
    assertThat(profiles.feed(Specs.transfer("1", T + ahead + 1, "a", 1), T))
        .isEqualTo(Taken.FROM_FUTURE);
    assertThat(profiles.clock()).isEmpty();
    assertThat(profiles.feed(Specs.transfer("1", T + ahead, "a", 1), T)).isEqualTo(Taken.COUNTED);
    assertThat(profiles.clock()).hasValue(T + ahead);
    long oldest = T + ahead - LATENESS.toMillis();
    assertThat(profiles.feed(Specs.transfer("2", oldest - 1, "a", 1), T)).isEqualTo(Taken.TOO_LATE);
    assertThat(profiles.feed(Specs.transfer("2", oldest, "a", 1), T)).isEqualTo(Taken.COUNTED);
    assertThat(profiles.feed(Specs.transfer("2", oldest, "a", 1), T)).isEqualTo(Taken.DUPLICATE);
    assertThat(profiles.feed(Specs.transfer("3", Long.MAX_VALUE, "a", 1), T))
        .isEqualTo(Taken.FROM_FUTURE);
    assertThat(profiles.feed(Specs.transfer("3", Long.MIN_VALUE, "a", 1), T))
        .isEqualTo(Taken.TOO_LATE);
    assertThat(
            profiles(Specs.of("n", Aggregate.COUNT).spec())
                .feed(Specs.transfer("3", Long.MIN_VALUE, "a", 1), T))
        .isEqualTo(Taken.TOO_LATE);
  }

  @Test
  void anIdIsRememberedAsLongAsItsEventCouldStillBeLate() {
    Profiles profiles = profiles(Specs.of("n", Aggregate.COUNT).spec());
    profiles.feed(Specs.transfer("1", T, "a", 1), T);
    long last = T + LATENESS.toMillis();
    assertThat(profiles.feed(Specs.transfer("1", last, "a", 1), last)).isEqualTo(Taken.DUPLICATE);
    assertThat(profiles.feed(Specs.transfer("1", last + 1, "a", 1), last + 1))
        .isEqualTo(Taken.COUNTED);
  }

  @Test
  void aFullKeyRefusesOneMoreAndSumsStayExact() {
    Profiles profiles =
        profiles(
            Specs.of("sum", Aggregate.SUM).spec(),
            Specs.of("mean", Aggregate.MEAN).spec(),
            Specs.of("deviation", Aggregate.STDDEV).spec(),
            Specs.of("n", Aggregate.COUNT).spec());
    long max = Limits.EVENT_NUMBER_MAX;
    for (int i = 0; i < Limits.KEY_EVENTS_MAX - 1; i++) {
      assertThat(profiles.feed(Specs.transfer("e" + i, T + i, "a", max), T + i))
          .isEqualTo(Taken.COUNTED);
    }
    long at = T + Limits.KEY_EVENTS_MAX;
    Row row = new Row(profiles.plan().columns(EventTypes.TRANSFER));
    assertThat(profiles.step(Specs.transfer("last", at, "a", max), at, row))
        .isEqualTo(Taken.COUNTED);
    assertThat(Specs.features(row))
        .containsExactly(
            "sum=" + max * Limits.KEY_EVENTS_MAX,
            "mean=" + (double) max,
            "deviation=0.0",
            "n=" + Limits.KEY_EVENTS_MAX);
    EventValues more = Specs.transfer("more", at, "a", max);
    assertThat(profiles.step(more, at, row)).isEqualTo(Taken.KEY_FULL);
    assertThat(Specs.features(row)).containsExactly("sum=?", "mean=?", "deviation=?", "n=?");
    assertThat(profiles.feed(Specs.transfer("other", at, "b", max), at)).isEqualTo(Taken.COUNTED);
    // The first entry is forgotten once nothing late could ask for it.
    long free = T + Duration.ofHours(1).plus(LATENESS).toMillis();
    assertThat(profiles.feed(Specs.transfer("more", free - 1, "a", max), free))
        .isEqualTo(Taken.KEY_FULL);
    assertThat(profiles.step(Specs.transfer("more", free, "a", -max), free, row))
        .isEqualTo(Taken.COUNTED);
    assertThat(profiles.feed(Specs.transfer("more2", free, "a", max), free))
        .isEqualTo(Taken.KEY_FULL);
  }

  @Test
  void anEventHoldsNumbersAndWordsUpToTheirLimits() {
    EventValues.Builder event =
        EventValues.of(EventTypes.TRANSFER, "i".repeat(Limits.EVENT_ID_CHARS_MAX), T);
    event.put("amount", Limits.EVENT_NUMBER_MAX).put("amount", -Limits.EVENT_NUMBER_MAX);
    event.put("payer", "w".repeat(Limits.EVENT_WORD_CHARS_MAX));
    assertThatThrownBy(() -> event.put("amount", Limits.EVENT_NUMBER_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> event.put("amount", -Limits.EVENT_NUMBER_MAX - 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> event.put("payer", "w".repeat(Limits.EVENT_WORD_CHARS_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> EventValues.of(EventTypes.TRANSFER, "i".repeat(Limits.EVENT_ID_CHARS_MAX + 1), T))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keysOfWhichNothingCanBeAskedAreGivenBack() {
    Profiles profiles =
        profiles(
            Specs.of("n", Aggregate.COUNT).spec(),
            Specs.of("payers", Aggregate.DISTINCT).on("transfer", "payee").value("payer").spec(),
            Specs.of("pairs", Aggregate.COUNT).on("transfer", "payer", "payee").spec());
    for (int i = 0; i < 20_000; i++) {
      profiles.feed(Specs.transfer("e" + i, T + i, "payer number " + i, 1), T + i);
    }
    assertThat(profiles.keys()).isEqualTo(40_001);
    long full = profiles.bytes();
    long later = T + Duration.ofDays(3).toMillis();
    for (int i = 0; i < 20_000; i++) {
      long at = later + i * 1_000L;
      profiles.feed(Specs.transfer("l" + i, at, "a", 1), at);
    }
    assertThat(profiles.keys()).isEqualTo(3);
    assertThat(profiles.bytes()).isLessThan(full / 2);
  }
}
