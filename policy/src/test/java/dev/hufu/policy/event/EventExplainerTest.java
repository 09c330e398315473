package dev.hufu.policy.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.policy.pack.EventTest;
import org.junit.jupiter.api.Test;

/**
 * Goal: an explanation says with values what fired, what nearly did, and what would change the
 * verdict. Method: one story of the pack, whose last event is amber.
 */
class EventExplainerTest {

  private final EventProgram program = Transfers.program();

  private EventExplanation explain(String story) {
    EventTest test =
        program.policy().tests().stream()
            .filter(t -> t.name().equals(story))
            .findFirst()
            .orElseThrow();
    EventDecider decider = new EventDecider(program);
    for (EventValues event : test.events()) {
      decider.step(event, event.at());
    }
    return new EventExplainer(program)
        .explain(test.events().getLast(), decider.row(), decider.ruling());
  }

  @Test
  void aProbeThenALargeSumIsExplained() {
    EventExplanation why = explain("先转一元试通，再转八千");
    assertThat(why.decision().verdict()).isEqualTo(Verdict.AMBER);
    assertThat(why.next()).isPresent();
    EventExplanation.Finding probe =
        why.findings().stream()
            .filter(finding -> finding.rule().equals("tr-probe-then-large"))
            .findFirst()
            .orElseThrow();
    assertThat(probe.part()).isPositive();
    assertThat(probe.seen().zh()).contains("元").doesNotContain("{");
    assertThat(probe.values()).containsKey("transfer.amount");
    assertThat(why.wouldChange())
        .anySatisfy(
            change -> {
              assertThat(change.to()).isEqualTo(Verdict.GREEN);
              assertThat(change.without()).isNotEmpty();
            });
    assertThat(why.nearMisses())
        .anySatisfy(
            miss -> {
              assertThat(miss.rule()).isEqualTo("tr-chat-scam");
              assertThat(miss.missing()).containsExactly("transfer.scamScore");
            });
  }

  @Test
  void aSumOneFenShortIsANearMissWithBothFigures() {
    EventExplanation why = explain("差一分不到五千");
    assertThat(why.nearMisses())
        .anySatisfy(
            miss -> {
              assertThat(miss.rule()).isEqualTo("tr-first-payee-large");
              assertThat(miss.actual().orElseThrow().zh()).isEqualTo("4,999.99 元");
              assertThat(miss.wanted().orElseThrow().zh()).isEqualTo("5,000 元");
            });
  }

  @Test
  void findingsStandByTheirPartTheLargestFirst() {
    EventExplanation why = explain("刚加的好友要六万，聊天像骗局");
    assertThat(why.findings())
        .extracting(EventExplanation.Finding::part)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }
}
