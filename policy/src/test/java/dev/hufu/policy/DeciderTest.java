package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Finding;
import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.decision.NearMiss;
import dev.hufu.kernel.decision.Reason;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.decision.WouldChange;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.policy.decide.Decider;
import dev.hufu.policy.decide.DecisionJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Goal: the verdict follows the format's rule to the letter. Method: the demo pack, fact by fact.
 */
class DeciderTest {

  private final Decider decider = new Decider(DemoPacks.lend());

  @Test
  void nothingToldIsUnknown() {
    Decision decision = decide(Map.of());
    assertThat(decision.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(decision.next().id()).isEqualTo("wait");
  }

  @Test
  void aMomentBeforeTheRulesIsUnknown() {
    Inputs inputs = DemoPacks.inputs(Map.of("request.amount", "100 yuan"));
    Inputs early =
        new Inputs(
            Instant.parse("2020-12-31T15:59:59Z"),
            inputs.zone(),
            inputs.facts(),
            inputs.detection(),
            inputs.detector());
    assertThat(decider.decide(early).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aCallThatMatchesIsGreenForASmallSum() {
    Decision decision = decide(Map.of("request.amount", "400 yuan", "verify.callBack", "passed"));
    assertThat(decision.verdict()).isEqualTo(Verdict.GREEN);
    assertThat(decision.reasons())
        .extracting(reason -> reason.seen().zh())
        .containsExactly("打原来的电话，对上了");
    assertThat(decision.next().act().zh()).isEqualTo("可以转，备注写「借款」，金额 400\u00a0元。");
  }

  @Test
  void videoAloneNeverClearsHoweverStrongThePackCallsIt() {
    Decision decision = decide(Map.of("request.amount", "400 yuan", "verify.video", "passed"));
    assertThat(decision.verdict()).isEqualTo(Verdict.AMBER);
    assertThat(decision.needs()).containsExactly("verify.callBack");
    assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("video-alone");
  }

  @Test
  void aSilenceAndASumOverThreeIncomesAreRed() {
    Decision decision =
        decide(
            Map.of(
                "request.amount", "40000 yuan",
                "me.monthlyIncome", "10000 yuan",
                "relation.lastContact", "730 d"));
    assertThat(decision.verdict()).isEqualTo(Verdict.RED);
    assertThat(decision.risk()).isEqualTo(0.958);
    assertThat(decision.reasons())
        .extracting(Reason::rule)
        .containsExactly("over-three-incomes", "long-silence");
    assertThat(decision.reasons().getFirst().why().zh()).isEqualTo("40,000\u00a0元比三个月的收入还多。");
    assertThat(decision.reasons().get(1).why().en()).isEqualTo("You last spoke 2\u00a0years ago.");
  }

  @Test
  void exactlyThreeIncomesDoesNotFire() {
    Decision decision =
        decide(Map.of("request.amount", "30000 yuan", "me.monthlyIncome", "10000 yuan"));
    assertThat(decision.findings()).isEmpty();
  }

  @Test
  void theRealPersonDenyingItStops() {
    Decision decision = decide(Map.of("request.amount", "10 yuan", "verify.callBack", "failed"));
    assertThat(decision.verdict()).isEqualTo(Verdict.RED);
    assertThat(decision.reasons().getFirst().rule()).isEqualTo("denied");
  }

  @Test
  void clearedWeightsStayListedWithoutWeight() {
    Decision decision =
        decide(
            Map.of(
                "request.amount", "1000 yuan",
                "relation.lastContact", "730 d",
                "verify.callBack", "passed"));
    assertThat(decision.verdict()).isEqualTo(Verdict.GREEN);
    assertThat(decision.risk()).isEqualTo(0.0);
    Finding silence =
        decision.findings().stream()
            .filter(finding -> finding.rule().equals("long-silence"))
            .findFirst()
            .orElseThrow();
    assertThat(silence.effect()).isEqualTo(Finding.Effect.NOTE);
    assertThat(silence.facts()).extracting(Fact::name).containsExactly("relation.lastContact");
  }

  @Test
  void anUnknownSumIsNeverGreen() {
    Decision decision = decide(Map.of("verify.callBack", "passed"));
    assertThat(decision.verdict()).isEqualTo(Verdict.AMBER);
    assertThat(decision.needs()).containsExactly("request.amount");
  }

  @Test
  void aRuleThatWaitsForAFactIsANearMissThatNamesIt() {
    Decision decision = decide(Map.of("request.amount", "1000 yuan"));
    assertThat(decision.nearMisses())
        .filteredOn(miss -> miss.rule().equals("over-three-incomes"))
        .flatExtracting(NearMiss::missing)
        .containsExactly("me.monthlyIncome");
  }

  @Test
  void aRuleThatFailsOnOnePartIsANearMissThatShowsThePart() {
    Decision decision =
        decide(
            Map.of(
                "request.amount", "1000 yuan",
                "chat.urgency", "true",
                "verify.callBack", "passed"));
    assertThat(decision.nearMisses())
        .filteredOn(miss -> miss.rule().equals("urgent-and-unverified"))
        .extracting(NearMiss::condition)
        .containsExactly("identity.matched == 0");
  }

  @Test
  void whatWouldChangeReallyChangesItAndNothingLessDoes() {
    Map<String, String> told =
        Map.of("request.amount", "1000 yuan", "relation.lastContact", "730 d");
    Inputs inputs = DemoPacks.inputs(told);
    Decision decision = decider.decide(inputs);
    assertThat(decision.verdict()).isEqualTo(Verdict.AMBER);
    assertThat(decision.wouldChange()).extracting(WouldChange::to).containsExactly(Verdict.GREEN);
    List<Fact> facts = decision.wouldChange().getFirst().facts();
    assertThat(decider.decide(with(inputs, facts)).verdict()).isEqualTo(Verdict.GREEN);
    for (Fact left : facts) {
      List<Fact> fewer = facts.stream().filter(fact -> !fact.equals(left)).toList();
      assertThat(decider.decide(with(inputs, fewer)).verdict()).isNotEqualTo(Verdict.GREEN);
    }
  }

  @Test
  void greenSaysWhatWouldTakeItAway() {
    Decision decision = decide(Map.of("request.amount", "400 yuan", "verify.callBack", "passed"));
    assertThat(decision.wouldChange().getFirst().to()).isEqualTo(Verdict.RED);
  }

  @Test
  void aRateAboveTheLastKnownCapIsANoteWithItsDate() {
    Decision decision =
        decide(
            Map.of(
                "request.amount", "400 yuan",
                "request.rate", "15 %",
                "verify.callBack", "passed"));
    assertThat(decision.verdict()).isEqualTo(Verdict.GREEN);
    Finding note = decision.findings().getLast();
    assertThat(note.seen().zh()).isEqualTo("利率高于 12.0\u00a0%");
    assertThat(note.why().zh()).isEqualTo("表只到 2026-08-20。");
  }

  @Test
  void theSameInputsGiveTheSameBytes() {
    Inputs inputs =
        DemoPacks.inputs(Map.of("request.amount", "40000 yuan", "relation.lastContact", "730 d"));
    String once = DecisionJson.write(decider.decide(inputs));
    String again = DecisionJson.write(new Decider(DemoPacks.lend()).decide(inputs));
    assertThat(again).isEqualTo(once);
    assertThat(DecisionJson.digest(inputs))
        .isNotEqualTo(
            DecisionJson.digest(DemoPacks.inputs(Map.of("request.amount", "40001 yuan"))));
  }

  @Test
  void whatIsReadBackIsWhatWasWritten() {
    Inputs inputs =
        DemoPacks.inputs(
            Map.of(
                "request.amount", "40000.05 yuan",
                "request.rate", "15.25 %",
                "relation.lastContact", "730 d",
                "chat.urgency", "true",
                "verify.friends", "2"));
    Decision decision = decider.decide(inputs);
    assertThat(DecisionJson.readInputs(DecisionJson.write(inputs))).isEqualTo(inputs);
    assertThat(DecisionJson.readDecision(DecisionJson.write(decision))).isEqualTo(decision);
  }

  @Test
  void friendsCountUpToTheirMaximumAndOneDoesNotAnchor() {
    assertThat(decide(Map.of("request.amount", "400 yuan", "verify.friends", "1")).verdict())
        .isEqualTo(Verdict.AMBER);
    Decision two = decide(Map.of("request.amount", "400 yuan", "verify.friends", "2"));
    assertThat(two.verdict()).isEqualTo(Verdict.GREEN);
    assertThat(
            decide(Map.of("request.amount", "400 yuan", "verify.friends", "9")).identityStrength())
        .isEqualTo(3);
  }

  private Decision decide(Map<String, String> told) {
    return decider.decide(DemoPacks.inputs(told));
  }

  private static Inputs with(Inputs inputs, List<Fact> more) {
    Facts facts = inputs.facts();
    for (Fact fact : more) {
      facts = facts.with(new Fact(fact.name(), fact.value(), Provenance.SAID));
    }
    return new Inputs(inputs.at(), inputs.zone(), facts, inputs.detection(), inputs.detector());
  }
}
