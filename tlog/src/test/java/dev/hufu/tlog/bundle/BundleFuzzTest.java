package dev.hufu.tlog.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Goal: whatever is called a bundle, the verifier says what is wrong and never throws. Method:
 * Jazzer; in a build it runs the seeds kept beside this class, and with {@code JAZZER_FUZZ=1} it
 * looks for more. Archives, tokens and the files of a bag are fed apart, since no fuzzer guesses
 * the checksums that lie between them.
 */
class BundleFuzzTest {

  private static final String ITEMS =
      "hufu.bundle/1\nmatter M-00000000\nprofile court\nmade 2026-11-22T06:00:00Z\n"
          + "item 0001 open document "
          + "0".repeat(64)
          + " payload.txt original.pdf\nitem 0002 redacted capture "
          + "1".repeat(64)
          + " - -\nitem 0003 waiting capture - payload.json -\n";

  private static final List<String> PARTS =
      List.of(
          "data/items.txt",
          "data/items/0001/leaf.json",
          "data/items/0001/entry.tlog-proof",
          "data/items/0001/payload.txt",
          "data/items/0001/salt.bin",
          "data/log/0/checkpoint",
          "data/log/0/policy.txt",
          "data/log/time/0001.note",
          "data/log/time/0001.tst",
          "manifest-sha256.txt",
          "tagmanifest-sha256.txt",
          "bag-info.txt");

  @FuzzTest(maxDuration = "20s")
  void archives(byte[] bytes) {
    Report report = BundleVerifier.verify(bytes, Optional.empty());
    assertThat(report.exitCode()).as("no accident is a bundle").isBetween(10, 22);
    assertThat(report.text(true)).isNotEmpty();
  }

  @FuzzTest(maxDuration = "20s")
  void tokens(byte[] bytes) {
    ImprintReader.read(bytes)
        .ifPresent(imprint -> assertThat(imprint.sha256()).matches("[0-9a-f]{64}"));
  }

  @FuzzTest(maxDuration = "20s")
  void parts(FuzzedDataProvider data) {
    Map<String, byte[]> files = new TreeMap<>();
    for (String part : PARTS) {
      files.put("a/" + part, "x\n".getBytes(StandardCharsets.UTF_8));
    }
    String declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    String line = "0".repeat(64) + "  data/x\n";
    files.put("a/bagit.txt", declaration.getBytes(StandardCharsets.UTF_8));
    files.put("a/data/items.txt", ITEMS.getBytes(StandardCharsets.UTF_8));
    files.put("a/manifest-sha256.txt", line.getBytes(StandardCharsets.UTF_8));
    files.put(
        "a/tagmanifest-sha256.txt", line.replace("data/", "").getBytes(StandardCharsets.UTF_8));
    for (int changes = data.consumeInt(0, 4); changes > 0; changes--) {
      files.put("a/" + data.pickValue(PARTS), data.consumeBytes(4_000));
    }
    List<Finding> findings = new ArrayList<>();
    BundleVerifier.check(files, Optional.empty(), findings);
    assertThat(new Report(findings).exitCode()).isBetween(10, 22);
  }
}
