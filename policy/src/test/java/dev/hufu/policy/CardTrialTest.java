package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.pack.Pack;
import dev.hufu.policy.trial.CardTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Stories of a card hold it to what its author wrote, and say what came out otherwise. */
final class CardTrialTest {

  private static final String LIN =
      "given: {months: 7, netInflow: 6200, variation: 0.62, repayments: 0.35, late: 0,"
          + " newLoans: 3, onePayer: 0.31, nearZeroDays: 11}";

  private static PackLoader.Loaded load(String tests) throws IOException {
    Path pack = Path.of("..", "packs", "cn", "credit");
    return PackLoader.load(
        new PackFiles(
            new TreeMap<>(
                Map.of(
                    "pack.yaml", Files.readString(pack.resolve("pack.yaml")),
                    "card.yaml", Files.readString(pack.resolve("card.yaml")),
                    "tests/one.yaml", tests))),
        List.of());
  }

  @Test
  void whatDiffersIsSaid() throws IOException {
    String tests =
        """
        tests:
          - {name: right, LIN, expect: {score: 540, passes: false, reasons: [R06, R08], best: 575}}
          - {name: wrong, LIN, expect: {score: 541, passes: true, reasons: [R01], best: 600}}
          - {name: let in, LIN, expect: {refused: HF-1412}}
          - {name: refused, given: {months: many}, expect: {refused: HF-1412}}
        """
            .replace("LIN", LIN);
    PackLoader.Loaded loaded = load(tests);
    assertThat(loaded.problems()).isEmpty();
    Pack pack = loaded.pack().orElseThrow();
    List<CardTrial.Result> results = CardTrial.run(pack.card().orElseThrow(), pack.cardTests());
    assertThat(results)
        .extracting(result -> result.complaints().size())
        .containsExactly(0, 4, 1, 1);
    assertThat(results.get(3).complaints().getFirst()).contains("HF-1413");
  }

  @Test
  void namesTheCardDoesNotKnowAreProblems() throws IOException {
    String tests = "tests: [{name: x, given: {weight: 7}, without: [SHOES], expect: {score: 1}}]\n";
    assertThat(load(tests).problems()).hasSize(2);
  }
}
