package dev.hufu.policy.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.trial.EventTrial;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pack over transfers, as it is in the tree, decides its own stories as expected. */
class TransferPackTest {

  private static final PackLibrary PACKS = PackLibrary.ofFolder(Path.of("../packs"));

  @Test
  void theStoriesOfThePackEndAsExpected() {
    assertThat(PACKS.problems().get("cn/transfer")).isNull();
    EventProgram program = new EventProgram(PACKS.find("cn/transfer").orElseThrow());

    List<String> complaints =
        EventTrial.run(program).stream()
            .flatMap(result -> result.complaints().stream().map(c -> result.name() + ": " + c))
            .toList();

    assertThat(complaints).isEmpty();
  }
}
