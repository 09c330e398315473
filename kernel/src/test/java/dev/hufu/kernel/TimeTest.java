package dev.hufu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.time.DatedSeries;
import dev.hufu.kernel.time.WorkCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Goal: what is not known is not guessed. Method: days before, at and past what is known. */
class TimeTest {

  private static final WorkCalendar AUTUMN_2026 =
      new WorkCalendar(
          2026,
          2026,
          Set.of(
              LocalDate.of(2026, 10, 1),
              LocalDate.of(2026, 10, 2),
              LocalDate.of(2026, 10, 5),
              LocalDate.of(2026, 10, 6),
              LocalDate.of(2026, 10, 7)),
          Set.of(LocalDate.of(2026, 10, 10)));

  @Test
  void threeWorkingDaysCountASaturdayThatWorks() {
    assertThat(AUTUMN_2026.plusWorkingDays(LocalDate.of(2026, 9, 30), 3))
        .contains(LocalDate.of(2026, 10, 10));
  }

  @Test
  void aYearThatIsNotCoveredIsNotGuessed() {
    assertThat(AUTUMN_2026.isWorkingDay(LocalDate.of(2027, 1, 4))).isEmpty();
    assertThat(AUTUMN_2026.plusWorkingDays(LocalDate.of(2026, 12, 31), 1)).isEmpty();
  }

  @Test
  void aSeriesIsSilentBeforeItsFirstDayAndPastWhatIsKnown() {
    DatedSeries<String> series =
        new DatedSeries<>(
            new TreeMap<>(
                Map.of(LocalDate.of(2024, 10, 21), "3.10", LocalDate.of(2025, 5, 20), "3.00")),
            LocalDate.of(2026, 8, 20));
    assertThat(series.on(LocalDate.of(2024, 10, 20))).isEmpty();
    assertThat(series.on(LocalDate.of(2025, 5, 19))).contains("3.10");
    assertThat(series.on(LocalDate.of(2025, 5, 20))).contains("3.00");
    assertThat(series.on(LocalDate.of(2026, 8, 20))).contains("3.00");
    assertThat(series.on(LocalDate.of(2026, 8, 21))).isEmpty();
    assertThat(series.lastKnown(LocalDate.of(2026, 11, 21))).contains("3.00");
  }
}
