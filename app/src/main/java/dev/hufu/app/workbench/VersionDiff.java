package dev.hufu.app.workbench;

import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.kernel.decision.Decision;
import dev.hufu.kernel.decision.Reason;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.policy.pack.PackTest;
import dev.hufu.policy.trial.PackDiff;
import dev.hufu.policy.trial.PackTrial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a version would change against the one that is live: parts of the pack, and the stories of
 * its tests that come out otherwise.
 *
 * @param changes in the order of {@link PackDiff}
 * @param stories tests whose verdict or leading reasons differ
 * @param compared how many tests were decided by both
 */
public record VersionDiff(List<PackDiff.Change> changes, List<Story> stories, int compared) {

  public VersionDiff {
    changes = List.copyOf(changes);
    stories = List.copyOf(stories);
  }

  /** One test that the two decide otherwise. */
  public record Story(
      String name,
      String place,
      Verdict before,
      Verdict after,
      List<String> reasonsBefore,
      List<String> reasonsAfter) {

    public Story {
      reasonsBefore = List.copyOf(reasonsBefore);
      reasonsAfter = List.copyOf(reasonsAfter);
    }
  }

  /** What the live version makes of a test; most are its own and were run when it was checked. */
  private record Told(Instant at, String chat, Facts facts) {

    static Told of(PackTest test) {
      return new Told(test.at(), test.chat(), test.facts());
    }
  }

  static VersionDiff between(VersionCheck current, VersionCheck candidate) {
    ReadyPack live = current.ready().orElseThrow();
    ReadyPack next = candidate.ready().orElseThrow();
    Map<Told, Decision> known = new HashMap<>();
    for (int i = 0; i < current.results().size(); i++) {
      known.put(Told.of(live.pack().tests().get(i)), current.results().get(i).decision());
    }
    List<Story> stories = new ArrayList<>();
    List<PackTest> tests = next.pack().tests();
    for (int i = 0; i < tests.size(); i++) {
      PackTest test = tests.get(i);
      Decision before =
          known.computeIfAbsent(
              Told.of(test),
              _told -> live.decider().decide(PackTrial.inputs(test, live.pack(), live.reader())));
      Decision after = candidate.results().get(i).decision();
      if (before.verdict() != after.verdict() || !rules(before).equals(rules(after))) {
        stories.add(
            new Story(
                test.name(),
                test.position().toString(),
                before.verdict(),
                after.verdict(),
                rules(before),
                rules(after)));
      }
    }
    return new VersionDiff(PackDiff.between(live.pack(), next.pack()), stories, tests.size());
  }

  private static List<String> rules(Decision decision) {
    return decision.reasons().stream().map(Reason::rule).toList();
  }
}
