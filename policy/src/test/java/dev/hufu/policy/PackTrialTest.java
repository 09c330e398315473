package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.script.ChatReader;
import dev.hufu.kernel.script.Detection;
import dev.hufu.kernel.script.Reading;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.trial.PackDiff;
import dev.hufu.policy.trial.PackTrial;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Goal: a pack's own tests say what differs, and two versions what changed. */
class PackTrialTest {

  private static final ChatReader MUTE =
      (chat, at, zone) -> new Reading(List.of(), Facts.NONE, Detection.NOTHING, "none");

  @Test
  void aStoryThatComesOutOtherwiseComplains() {
    Pack pack =
        withTests(
            """
            tests:
              - name: 打过电话
                at: 2026-11-21T20:00+08:00
                facts: {request.amount: 400 yuan, verify.callBack: passed}
                expect: {verdict: green, next: lend, wouldChange: [red]}
              - name: 说反了
                at: 2026-11-21T20:00+08:00
                facts: {request.amount: 400 yuan, verify.callBack: passed}
                expect: {verdict: red, next: call, fired: [denied], notFired: [person-confirmed]}
            """);
    List<PackTrial.Result> results = PackTrial.run(pack, MUTE);
    assertThat(results.getFirst().passed()).isTrue();
    assertThat(results.getLast().complaints())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("verdict is green");
    assertThat(results.getLast().position().line()).isEqualTo(6);
  }

  @Test
  void aChangedWeightIsToldWithBothValues() {
    Pack before = DemoPacks.lend();
    Pack after =
        DemoPacks.edited("rules.yaml", text -> text.replace("weight: 0.72", "weight: 0.6"))
            .pack()
            .orElseThrow();
    assertThat(PackDiff.between(before, after))
        .extracting(PackDiff.Change::toString)
        .containsExactly("~ rule long-silence: weight 0.72 → 0.6, rank 72 → 60");
    assertThat(PackDiff.between(before, before)).isEmpty();
  }

  private static Pack withTests(String tests) {
    TreeMap<String, String> texts = new TreeMap<>(DemoPacks.files("lend").texts());
    texts.put("tests/stories.yaml", tests);
    return DemoPacks.load(new PackFiles(texts)).pack().orElseThrow();
  }
}
