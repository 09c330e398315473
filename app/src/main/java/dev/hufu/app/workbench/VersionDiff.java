package dev.hufu.app.workbench;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.policy.event.EventDigest;
import dev.hufu.policy.pack.EventTest;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.pack.PackTest;
import dev.hufu.policy.trial.PackDiff;
import dev.hufu.policy.trial.PackTrial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** What a test tells, so that the same test is found in both; most are in both. */
  private record Told(Instant at, String chat, Facts facts, List<Digest> events) {

    static Told of(PackTest test) {
      return new Told(test.at(), test.chat(), test.facts(), List.of());
    }

    static Told of(EventTest test) {
      List<Digest> events = test.events().stream().map(EventDigest::of).toList();
      return new Told(Instant.EPOCH, "", Facts.NONE, events);
    }

    static List<Told> of(Pack pack) {
      return pack.events()
          .map(events -> events.tests().stream().map(Told::of).toList())
          .orElseGet(() -> pack.tests().stream().map(Told::of).toList());
    }
  }

  static VersionDiff between(VersionCheck current, VersionCheck candidate) {
    Pack live = current.pack().orElseThrow();
    Pack next = candidate.pack().orElseThrow();
    Map<Told, StoryResult> known = new HashMap<>();
    List<Told> before = Told.of(live);
    for (int i = 0; i < current.results().size(); i++) {
      known.put(before.get(i), current.results().get(i));
    }
    List<Story> stories = new ArrayList<>();
    List<Told> told = Told.of(next);
    int compared = 0;
    for (int i = 0; i < told.size(); i++) {
      StoryResult after = candidate.results().get(i);
      Optional<StoryResult> earlier =
          Optional.ofNullable(known.get(told.get(i))).or(() -> retold(current, next, after));
      if (earlier.isPresent()) {
        compared++;
        story(earlier.get(), after).ifPresent(stories::add);
      }
    }
    return new VersionDiff(PackDiff.between(live, next), stories, compared);
  }

  /**
   * A new test on the live version; events of another version's kinds it may not be able to hold.
   */
  private static Optional<StoryResult> retold(VersionCheck current, Pack next, StoryResult after) {
    return current
        .ready()
        .flatMap(
            live ->
                next.tests().stream()
                    .filter(test -> test.position().equals(after.position()))
                    .findFirst()
                    .map(
                        test ->
                            live.decider()
                                .decide(PackTrial.inputs(test, live.pack(), live.reader())))
                    .map(decision -> StoryResult.of(after.name(), after.position(), decision)));
  }

  private static Optional<Story> story(StoryResult before, StoryResult after) {
    if (before.verdict().isEmpty()
        || after.verdict().isEmpty()
        || before.verdict().equals(after.verdict()) && before.reasons().equals(after.reasons())) {
      return Optional.empty();
    }
    return Optional.of(
        new Story(
            after.name(),
            after.position().toString(),
            before.verdict().get(),
            after.verdict().get(),
            before.reasons(),
            after.reasons()));
  }
}
