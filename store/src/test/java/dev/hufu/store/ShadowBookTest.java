package dev.hufu.store;

import static dev.hufu.store.Shelf.NOW;
import static dev.hufu.store.Shelf.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hufu.kernel.decision.Verdict;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.store.ShadowBook.Observation;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Goal: what a version in the shadow would have decided is counted, and listed where it differs.
 */
class ShadowBookTest {

  @Test
  void countsAllAndListsWhatDiffers() throws SQLException {
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
      shelf.shadows.noteLeftOut(version, 2, NOW);
      assertThat(shelf.shadows.find(version))
          .contains(new ShadowBook.Tally(Database.kept(NOW), 3, 2, 1, 2));
      assertThat(shelf.shadows.list(version, 1).getFirst().observation())
          .isEqualTo(seen(Verdict.RED, List.of()));
      assertThat(shelf.shadows.list(version, 9)).hasSize(2);
      shelf.sql(
          "insert into shadow_difference (version, at, subject, decision, live_digest,"
              + " live_verdict, shadow_verdict, live_reasons, shadow_reasons)"
              + " select version, at, subject, decision, live_digest, 'red', 'green', '', ''"
              + " from shadow_difference cross join generate_series(1, 499) limit "
              + (Limits.SHADOW_DIFFERENCES_MAX - 3));
      shelf.shadows.compare(version, seen(Verdict.GREEN, List.of()), NOW);
      assertThat(shelf.count("shadow_difference")).isEqualTo(Limits.SHADOW_DIFFERENCES_MAX);
      shelf.shadows.compare(version, seen(Verdict.GREEN, List.of()), NOW);
      assertThat(shelf.count("shadow_difference")).isEqualTo(Limits.SHADOW_DIFFERENCES_MAX);
      assertThat(shelf.shadows.find(version).orElseThrow().different()).isEqualTo(4);
    }
  }

  @Test
  void aHistoryIsEnteredAtOnceAndListedUpToTheLimit() throws SQLException {
    try (Shelf shelf = new Shelf(ShadowBookTest.class)) {
      var files = new TreeMap<>(Map.of("pack.yaml", "x"));
      PackVersionId version =
          shelf.versions.ship("cn/p", "1", digest("a"), digest("b"), files, NOW).id();
      var listed =
          java.util.Collections.nCopies(
              Limits.SHADOW_DIFFERENCES_MAX,
              new ShadowBook.Difference(NOW, seen(Verdict.GREEN, List.of())));
      shelf.shadows.compare(version, seen(Verdict.AMBER, List.of("r-1")), NOW);
      shelf.shadows.compare(version, new ShadowBook.Round(5_000, 1_200, 7, listed), NOW);
      assertThat(shelf.shadows.find(version))
          .contains(new ShadowBook.Tally(Database.kept(NOW), 5_001, 1_201, 7, 0));
      assertThat(shelf.count("shadow_difference")).isEqualTo(Limits.SHADOW_DIFFERENCES_MAX);
      assertThat(shelf.shadows.list(version, 1).getFirst().observation().shadow())
          .isEqualTo(Verdict.GREEN);
      assertThatThrownBy(() -> new ShadowBook.Round(1, 0, 0, listed))
          .isInstanceOf(IllegalArgumentException.class);
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
