package dev.hufu.policy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import java.util.List;
import java.util.TreeMap;

/**
 * Goal: whatever stands in a file, the loader gives a pack or problems with positions, and never
 * throws. Method: one file of the demo pack replaced by fuzzed text. Seeds lie beside this class.
 */
class PackLoaderFuzzTest {

  private static final List<String> FILES =
      List.of(
          "rules.yaml", "facts.yaml", "matrix.yaml", "scripts.yaml", "playbook.yaml", "pack.yaml");

  @FuzzTest(maxDuration = "20s")
  void loaderNeverThrows(FuzzedDataProvider data) {
    TreeMap<String, String> texts = new TreeMap<>(DemoPacks.files("lend").texts());
    texts.put(data.pickValue(FILES), data.consumeRemainingAsString());
    PackLoader.Loaded loaded = DemoPacks.load(new PackFiles(texts));
    if (loaded.pack().isPresent() != loaded.problems().isEmpty()) {
      throw new AssertionError("a pack comes out whole or not at all");
    }
  }
}
