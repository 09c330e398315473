package dev.hufu.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.app.request.PackHome;
import dev.hufu.app.request.PackShelf;
import dev.hufu.app.request.PackShelf.ReadyPack;
import dev.hufu.app.request.RequestCheck;
import dev.hufu.app.request.RequestCheck.Checked;
import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Goal: publishing swaps at once; no request fails or mixes two versions. Method: threads decide
 * while another swaps two versions whose one rule weighs differently, so that an answer made of
 * both would show.
 */
class PublishTest {

  private static final Path PACKS = PackHome.of(Map.of());
  private static final String PACK = "en-generic/request";
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String CHAT = "Are you there? I urgently need to borrow 1000, no calls please";
  private static final int PUBLISHES = 300;

  private final PackShelf shelf = PackShelf.toDecide(PACKS, head -> head.id().equals(PACK)).orThrow();
  private final ReadyPack before = shelf.find(PACK).orThrow();
  private final ReadyPack after = other();

  private ReadyPack other() {
    PackFiles files = PackFiles.ofFolder(PACKS.resolve(PACK)).orThrow();
    TreeMap<String, String> texts = new TreeMap<>(files.texts());
    texts.computeIfPresent(
        "rules.yaml", (_path, text) -> text.replaceAll("weight: 0\\.[0-9]+", "weight: 0.011"));
    texts.computeIfPresent(
        "pack.yaml", (_path, text) -> text.replaceFirst("(?m)^version: .*", "version: other"));
    return PackShelf.prepare(
            PackLoader.load(new PackFiles(texts), List.of(), PackLoader.Purpose.DECIDE)
                .pack()
                .orElseThrow())
        .orThrow();
  }

  /** One request: it looks the pack up twice, as a page does for its answer and for its foot. */
  private Answer answer() {
    return shelf.during(
        () -> {
          Digest first = shelf.find(PACK).orThrow().pack().ref().digest();
          Checked checked =
              RequestCheck.decide(
                      shelf.find(PACK).orThrow(), CHAT, Facts.NONE, Facts.NONE, NOW)
                  .orThrow();
          Digest last = shelf.find(PACK).orThrow().pack().ref().digest();
          return new Answer(first, checked, last);
        });
  }

  private record Answer(Digest first, Checked checked, Digest last) {}

  @Test
  void noAnswerFailsOrIsMadeOfTwoVersions() throws Exception {
    double heavy = decided(before);
    double light = decided(after);
    assertThat(light).isLessThan(heavy);
    Set<Digest> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean over = new AtomicBoolean();
    Callable<Integer> ask =
        () -> {
          int answers = 0;
          while (!over.get() || answers < 5) {
            Answer answer = answer();
            Digest named = answer.checked().decision().pack().digest();
            assertThat(answer.first()).isEqualTo(named);
            assertThat(answer.last()).isEqualTo(named);
            assertThat(answer.checked().decision().risk())
                .isEqualTo(named.equals(before.pack().ref().digest()) ? heavy : light);
            seen.add(named);
            answers++;
          }
          return answers;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> asking = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        asking.add(pool.submit(ask));
      }
      for (int i = 0; i < PUBLISHES || seen.size() < 2; i++) {
        shelf.publish(i % 2 == 0 ? after : before);
        Thread.onSpinWait();
        if (seen.size() < 2) {
          Thread.yield();
        }
      }
      over.set(true);
      for (Future<Integer> done : asking) {
        assertThat(done.get()).isPositive();
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(before.pack().ref().digest(), after.pack().ref().digest());
  }

  private static double decided(ReadyPack pack) {
    return RequestCheck.decide(pack, CHAT, Facts.NONE, Facts.NONE, NOW)
        .orThrow()
        .decision()
        .risk();
  }

  @Test
  void workThatHasBegunEndsOnWhatItBeganWith() {
    Digest seen =
        shelf.during(
            () -> {
              shelf.publish(after);
              return shelf.find(PACK).orThrow().pack().ref().digest();
            });
    assertThat(seen).isEqualTo(before.pack().ref().digest());
    assertThat(shelf.find(PACK).orThrow()).isSameAs(after);
  }

  @Test
  void manyPublishesKeepNothingOfWhatWasLiveBefore() {
    for (int i = 0; i < 10_000; i++) {
      shelf.publish(i % 2 == 0 ? after : before);
    }
    assertThat(shelf.now().remembered()).isEqualTo(1);
  }
}
