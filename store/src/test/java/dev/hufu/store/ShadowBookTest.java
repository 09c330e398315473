package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.Shelf.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.ShadowBook.Observation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Goal: what a version in the shadow would have decided is counted, and listed where it differs.
 */
class ShadowBookTest {

  @Test
  void countsAllAndListsWhatDiffers() {
    try (Shelf shelf = new Shelf(ShadowBookTest.class)) {
      PackVersionId version =
          shelf
              .versions
              .ship(
                  "cn/p",
                  "1",
                  digest("a"),
                  digest("b"),
                  new TreeMap<>(Map.of("pack.yaml", "x")),
                  NOW)
              .id();
      assertThat(shelf.shadows.find(version)).isEmpty();
      shelf.shadows.compare(version, seen(Verdict.RED, List.of("r-1", "r-2")), NOW);
      shelf.shadows.compare(version, seen(Verdict.AMBER, List.of("r-1", "r-2")), NOW);
      shelf.shadows.compare(version, seen(Verdict.RED, List.of()), NOW);
      shelf.shadows.noteUndecided(version, NOW);
      shelf.shadows.noteLeftOut(version, NOW);
      shelf.shadows.noteLeftOut(version, NOW);
      assertThat(shelf.shadows.find(version))
          .contains(new ShadowBook.Tally(Database.kept(NOW), 3, 2, 1, 2));
      assertThat(shelf.shadows.list(version, 1).getFirst().observation())
          .isEqualTo(seen(Verdict.RED, List.of()));
      assertThat(shelf.shadows.list(version, 9)).hasSize(2);
      for (int i = 2; i <= Limits.SHADOW_DIFFERENCES_MAX; i++) {
        shelf.shadows.compare(version, seen(Verdict.GREEN, List.of()), NOW);
      }
      assertThat(shelf.count("shadow_difference")).isEqualTo(Limits.SHADOW_DIFFERENCES_MAX);
      assertThat(shelf.shadows.find(version).orElseThrow().different())
          .isEqualTo(Limits.SHADOW_DIFFERENCES_MAX + 1);
    }
  }

  private static Observation seen(Verdict shadow, List<String> reasons) {
    return new Observation(
        "M-00000001",
        "D-00000001",
        digest("live"),
        Verdict.RED,
        shadow,
        List.of("r-1", "r-2"),
        reasons);
  }
}
