package dev.hufu.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.store.Matter;
import dev.hufu.store.MatterId;
import dev.hufu.store.PersonId;
import dev.hufu.store.RetentionTerms.Until;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goal: the law's terms bind whom they bind, from the last change to the end of the last day. */
class StatutoryTermsTest {

  private final PackShelf shelf =
      PackShelf.toDecide(PackHome.of(Map.of()), head -> head.matter().equals("law")).orThrow();

  private Optional<Until> until(String keeper, String at) {
    Instant time = Instant.parse(at);
    return StatutoryTerms.of(Map.of("HUFU_KEEPER", keeper), shelf)
        .until(
            new Matter(
                new MatterId("M-7Q4K2M9F"),
                "request",
                new PersonId("P-7Q4K2M9F"),
                time,
                time,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void aPersonIsBoundByNothing() {
    assertThat(until("", "2026-11-21T12:00:00Z")).isEmpty();
    assertThat(until("handler", "2026-11-21T12:00:00Z")).as("assessments only").isEmpty();
  }

  @Test
  void anInstitutionKeepsTenYearsToTheEndOfTheDay() {
    assertThat(until("institution", "2026-11-21T15:59:59Z"))
        .contains(new Until(Instant.parse("2036-11-21T16:00:00Z"), "CN-RT-02"));
    assertThat(until("institution", "2026-11-21T16:00:00Z"))
        .contains(new Until(Instant.parse("2036-11-22T16:00:00Z"), "CN-RT-02"));
    assertThat(until("institution", "2024-12-31T12:00:00Z")).as("not in force yet").isEmpty();
  }

  @Test
  void theLongestOfSeveralCounts() {
    assertThat(until("certifier", "2026-11-21T12:00:00Z").map(Until::rule)).contains("CN-RT-03");
    assertThat(until("certifier, institution", "2026-11-21T12:00:00Z").map(Until::rule))
        .contains("CN-RT-02");
  }
}
