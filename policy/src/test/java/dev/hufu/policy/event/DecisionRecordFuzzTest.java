package dev.hufu.policy.event;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.event.EventValues;

/**
 * Goal: whatever bytes are given as a record, they are refused or read, and never throw. Method:
 * parse them and fill a row of the pack over transfers.
 */
class DecisionRecordFuzzTest {

  @FuzzTest(maxDuration = "20s")
  void recordsNeverThrow(byte[] bytes) {
    EventProgram program = Transfers.program();
    EventValues event =
        EventValues.of(
                program.policy().types().find(EventTypes.TRANSFER.name()).orElseThrow(),
                "t",
                1_795_262_400_000L)
            .put("amount", 100)
            .put("payer", "a")
            .put("payee", "b")
            .build();
    EventDecider decider = new EventDecider(program);
    if (DecisionRecord.parse(bytes) instanceof Outcome.Ok<DecisionRecord>(var record)
        && decider.decideWith(event, row -> record.fill(event, row)) != decider.decided()) {
      throw new AssertionError("decided or not");
    }
  }
}
