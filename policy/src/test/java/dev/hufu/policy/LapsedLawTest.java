package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.NearMiss;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.pack.Pack;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Goal: a rule whose entry of law is not in force decides nothing, and a green that would pass over
 * it becomes unknown and says so. Method: the demo pack on 21 November 2026, the entry ending then.
 */
class LapsedLawTest {

  private static final Map<String, String> CLEARED =
      Map.of("request.amount", "400 yuan", "request.rate", "15 %", "verify.callBack", "passed");

  @Test
  void whatWouldBeGreenIsUnknownAndNamesTheEntry() {
    assertThat(decide("2026-11-22", "{weight: 0.1}", CLEARED).verdict()).isEqualTo(Verdict.GREEN);
    Decision lapsed = decide("2026-11-21", "{weight: 0.1}", CLEARED);
    assertThat(lapsed.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(lapsed.summary().zh()).contains("利率上限").contains("CN-PL-05");
    assertThat(lapsed.summary().en()).contains("Rate cap").contains("CN-PL-05");
    assertThat(lapsed.findings()).noneMatch(finding -> finding.rule().equals("rate-above-cap"));
    assertThat(lapsed.nearMisses())
        .filteredOn(miss -> miss.rule().equals("rate-above-cap"))
        .flatExtracting(NearMiss::missing)
        .containsExactly("CN-PL-05");
    assertThat(lapsed.wouldChange()).isEmpty();
  }

  @Test
  void whereItsConditionDoesNotHoldItDoesNotMatter() {
    Decision low = decide("2026-11-21", "{weight: 0.1}", with("request.rate", "12 %"));
    assertThat(low.verdict()).isEqualTo(Verdict.GREEN);
    assertThat(low.nearMisses()).noneMatch(miss -> miss.missing().contains("CN-PL-05"));
  }

  @Test
  void redStaysRedAndAmberAmber() {
    Decision red = decide("2026-11-21", "{weight: 0.1}", with("verify.callBack", "failed"));
    assertThat(red.verdict()).isEqualTo(Verdict.RED);
    assertThat(red.nearMisses()).anyMatch(miss -> miss.missing().contains("CN-PL-05"));
    Decision amber = decide("2026-11-21", "{weight: 0.1}", with("verify.callBack", "no_answer"));
    assertThat(amber.verdict()).isEqualTo(Verdict.AMBER);
    assertThat(amber.summary().zh()).isEqualTo("还差一项。");
    // a supposed green over a lapsed entry would be no green either
    assertThat(amber.wouldChange()).isEmpty();
  }

  @Test
  void aStopThatLapsedNoLongerStopsButIsNotGreen() {
    assertThat(decide("2026-11-22", "{stop: true}", CLEARED).verdict()).isEqualTo(Verdict.RED);
    assertThat(decide("2026-11-21", "{stop: true}", CLEARED).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aNoteThatLapsedChangesNothing() {
    assertThat(decide("2026-11-21", "{note: true}", CLEARED).verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  void anEntryNotYetInForceIsTheSame() {
    Pack pack =
        DemoPacks.over(
                text -> text.replace("validFrom: 2021-01-01", "validFrom: 2026-11-22"),
                "rules.yaml",
                text -> text.replace("{note: true}", "{weight: 0.1}"))
            .pack()
            .orElseThrow();
    assertThat(new Decider(pack).decide(DemoPacks.inputs(CLEARED)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  private static Decision decide(String validTo, String effect, Map<String, String> told) {
    Pack pack =
        DemoPacks.over(
                text ->
                    text.replaceFirst(
                        "validFrom: 2021-01-01", "validFrom: 2021-01-01\n    validTo: " + validTo),
                "rules.yaml",
                text -> text.replace("{note: true}", effect))
            .pack()
            .orElseThrow();
    return new Decider(pack).decide(DemoPacks.inputs(told));
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> told = new HashMap<>(CLEARED);
    told.put(name, value);
    return told;
  }
}
