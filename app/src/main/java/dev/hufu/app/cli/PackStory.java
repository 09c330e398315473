package dev.hufu.app.cli;

import dev.hufu.app.lender.LenderPacks;
import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.code.Position;
import dev.hufu.policy.event.EventProgram;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.trial.BillTrial;
import dev.hufu.policy.trial.CardTrial;
import dev.hufu.policy.trial.EventTrial;
import dev.hufu.policy.trial.LenderTrial;
import dev.hufu.policy.trial.LoanTrial;
import dev.hufu.policy.trial.PackTrial;
import java.util.List;

/**
 * A pack's own story after it was run, of chats, of events, of loans, of bills, of a card or of a
 * lender.
 */
record PackStory(String name, Position position, List<String> complaints) {

  boolean passed() {
    return complaints.isEmpty();
  }

  /** Runs all of a pack; one that decides nothing has none. */
  static Outcome<List<PackStory>> of(PackShelf shelf, Pack pack) {
    if (pack.events().isPresent()) {
      return Outcome.of(
          EventTrial.run(new EventProgram(pack)).stream()
              .map(run -> new PackStory(run.name(), run.position(), run.complaints()))
              .toList());
    }
    if (pack.loans().isPresent()) {
      return Outcome.of(
          LoanTrial.run(pack).stream()
              .map(run -> new PackStory(run.name(), run.position(), run.complaints()))
              .toList());
    }
    if (pack.forensics().isPresent()) {
      return Outcome.of(
          BillTrial.run(pack.forensics().get()).stream()
              .map(run -> new PackStory(run.name(), run.position(), run.complaints()))
              .toList());
    }
    if (pack.card().isPresent()) {
      return Outcome.of(
          CardTrial.run(pack.card().get(), pack.cardTests()).stream()
              .map(run -> new PackStory(run.name(), run.position(), run.complaints()))
              .toList());
    }
    if (pack.matrix().isEmpty()) {
      return Outcome.of(List.of());
    }
    return shelf
        .find(pack.ref().id())
        .map(
            ready ->
                pack.lenders().isPresent()
                    ? LenderTrial.run(ready.decider(), LenderPacks.readers(ready)).stream()
                        .map(run -> new PackStory(run.name(), run.position(), run.complaints()))
                        .toList()
                    : PackTrial.run(pack, ready.reader()).stream()
                        .map(run -> new PackStory(run.name(), run.position(), run.complaints()))
                        .toList());
  }
}
