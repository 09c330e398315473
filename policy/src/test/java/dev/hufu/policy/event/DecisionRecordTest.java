package dev.hufu.policy.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventValues;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.pack.EventTest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Goal: a record fits and makes its decision again, and bytes that are no record never do. Method:
 * every event of every story of the pack over transfers; then bytes changed at random.
 */
class DecisionRecordTest {

  private final EventProgram program = Transfers.program();

  @Test
  void everyDecisionOfEveryStoryIsMadeAgainFromItsRecord() {
    EventDecider again = new EventDecider(program);
    int decided = 0;
    for (EventTest story : program.policy().tests()) {
      EventDecider decider = new EventDecider(program);
      for (EventValues event : story.events()) {
        decider.step(event, event.at());
        if (!decider.decided()) {
          continue;
        }
        byte[] bytes = DecisionRecord.of(decider, event);
        assertThat(bytes).hasSizeLessThanOrEqualTo(Limits.DECISION_RECORD_BYTES_MAX);
        DecisionRecord record = DecisionRecord.parse(bytes).orThrow();
        assertThat(record.whole()).as(story.name()).isTrue();
        assertThat(record.pack()).isEqualTo(program.ref().digest());
        assertThat(record.event()).isEqualTo(EventDigest.of(event));
        assertThat(record.verdict()).isEqualTo(decider.ruling().verdict());
        assertThat(record.risk()).isEqualTo(decider.ruling().risk());
        record.fired().places().forEach(p -> assertThat(decider.ruling().fired(p)).isTrue());

        assertThat(again.decideWith(event, row -> record.fill(event, row))).isTrue();
        assertThat(again.decision(event)).isEqualTo(decider.decision(event));
        assertThat(DecisionRecord.of(again, event)).isEqualTo(bytes);
        decided++;
      }
    }
    assertThat(decided).isGreaterThan(50);
  }

  @Test
  void aRecordThatIsCutOrChangedNeverThrows() {
    EventTest story = program.policy().tests().getFirst();
    EventDecider decider = new EventDecider(program);
    story.events().forEach(event -> decider.step(event, event.at()));
    EventValues event = story.events().getLast();
    byte[] bytes = DecisionRecord.of(decider, event);
    Random random = new Random(5);
    EventDecider again = new EventDecider(program);
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
      for (int i = random.nextInt(3); i > 0 && changed.length > 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      if (DecisionRecord.parse(changed) instanceof Outcome.Ok<DecisionRecord>(var record)) {
        boolean fits = again.decideWith(event, row -> record.fill(event, row));
        assertThat(again.decided()).isEqualTo(fits);
      }
    }
    assertThat(DecisionRecord.parse(new byte[0]).findRefusal()).isPresent();
    assertThat(
            DecisionRecord.parse(Arrays.copyOf(bytes, Limits.DECISION_RECORD_BYTES_MAX + 1))
                .findRefusal())
        .isPresent();
  }

  @Test
  void featuresThatDoNotFitTheRowAreRefused() {
    EventTest story = program.policy().tests().getFirst();
    EventDecider decider = new EventDecider(program);
    story.events().forEach(event -> decider.step(event, event.at()));
    EventValues event = story.events().getLast();
    byte[] bytes = DecisionRecord.of(decider, event);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
    EventDecider again = new EventDecider(program);
    for (byte[] wrong : java.util.List.of(longer, shorter)) {
      DecisionRecord record = DecisionRecord.parse(wrong).orThrow();
      assertThat(again.decideWith(event, row -> record.fill(event, row))).isFalse();
    }
  }
}
