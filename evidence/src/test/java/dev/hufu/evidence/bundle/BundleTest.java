package dev.hufu.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.evidence.keep.DocumentKind;
import dev.hufu.tlog.bundle.BundleVerifier;
import dev.hufu.tlog.bundle.Check;
import dev.hufu.tlog.bundle.Finding;
import dev.hufu.tlog.bundle.Main;
import dev.hufu.tlog.bundle.Report;
import dev.hufu.tlog.cosign.Cosigner;
import dev.hufu.tlog.note.Ed25519Signer;
import dev.hufu.tlog.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: a bundle holds for a verifier that knows nothing of its writer, and for the printed
 * commands; every part that is changed is found by the check that is there for it. Method: one
 * bundle is written, taken apart, changed in one place, closed again with right manifests.
 */
class BundleTest {

  private static final String FOLDER = "hufu-M-7Q4K2M9F-court/";
  private static final BundleContents CONTENTS = Bundles.of(5, Set.of(4));
  private static final byte[] ZIP = BundleWriter.write(CONTENTS).orThrow();

  private static Report verify(byte[] zip) {
    return BundleVerifier.verify(zip, Optional.empty());
  }

  @Test
  void holdsAndSaysWhatItDidNotCheck() {
    Report report = verify(ZIP);
    assertThat(report.failure()).as(report.text(true)).isEmpty();
    assertThat(report.exitCode()).isZero();
    assertThat(report.text(true))
        .contains("ML-DSA-44", "1 redacted", "SM3", "pdfsig", "openssl ts -verify", "skip")
        .contains("1 cosigned");
    assertThat(report.text(false)).contains("没查", "隐去", "处都对");
  }

  @Test
  void theSameContentsAreTheSameBytes() {
    assertThat(BundleWriter.write(CONTENTS).orThrow()).isEqualTo(ZIP);
  }

  @Test
  void aRedactedItemIsNowhere() {
    Map<String, byte[]> files = open(ZIP);
    assertThat(files.keySet())
        .contains("data/items/0004/entry.tlog-proof")
        .doesNotContain("data/items/0004/salt.bin", "data/items/0004/original.txt");
    assertThat(text(files, "data/list.csv")).contains("转账凭证 5").doesNotContain("转账凭证 4");
    assertThat(text(files, "VERIFY.md")).doesNotContain("0004");
  }

  @Test
  void thePolicyOfTheCallerCounts() {
    assertThat(BundleVerifier.verify(ZIP, Optional.of(Policy.of(Bundles.LOG.key()))).failure())
        .isEmpty();
    var stranger = Ed25519Signer.of(Bundles.ORIGIN, Bundles.seed(99)).key();
    assertThat(BundleVerifier.verify(ZIP, Optional.of(Policy.of(stranger))).failure())
        .contains(Check.PROOF);
  }

  @Test
  void everyChangedPartIsFoundByItsCheck() {
    assertThat(failure(files -> files.remove("bagit.txt"))).isEqualTo(Check.BAG);
    expect(Check.COMMITMENT, "data/items/0001/salt.bin", bytes -> flip(bytes, 3));
    expect(Check.COMMITMENT, "data/items/0001/payload.txt", bytes -> flip(bytes, 60));
    expect(Check.ORIGINAL, "data/items/0002/original.txt", bytes -> flip(bytes, 9));
    expect(Check.LEAF, "data/items/0004/leaf.json", bytes -> flip(bytes, 12));
    expect(Check.PROOF, "data/items/0003/entry.tlog-proof", text("index 2", "index 3"));
    expect(Check.PROOF, "data/items/0003/entry.tlog-proof", bytes -> flip(bytes, 40));
    expect(Check.PROOF, "data/items/0003/entry.tlog-proof", bytes -> new byte[0]);
    expect(Check.PROOF, "data/log/0/checkpoint", text("\n5\n", "\n6\n"));
    expect(Check.PROOF, "data/log/0/checkpoint.txt", text("\n5\n", "\n6\n"));
    expect(Check.PROOF, "data/log/0/checkpoint.sig", bytes -> flip(bytes, 9));
    expect(Check.PROOF, "data/log/0/checkpoint.pem", bytes -> flip(bytes, 70));
    expect(Check.PROOF, "data/log/0/policy.txt", text("quorum w\n", ""));
    expect(Check.TIME, "data/log/time/0001.note", bytes -> flip(bytes, 200));
    expect(Check.TIME, "data/log/time/0001.tst", bytes -> flip(bytes, 0));
    expect(Check.ITEMS, "data/items.txt", text("hufu.bundle/1", "hufu.bundle/2"));
    expect(Check.ITEMS, "data/items.txt", text("item 0005", "item 0006"));
    assertThat(failure(files -> files.remove("data/items/0001/salt.bin"))).isEqualTo(Check.ITEMS);
    assertThat(failure(files -> files.put("data/items/0004/payload.txt", new byte[] {1})))
        .isEqualTo(Check.ITEMS);
    assertThat(failure(files -> files.remove("data/items.txt"))).isEqualTo(Check.ITEMS);
  }

  @Test
  void signaturesAndWitnessesFailByName() {
    String other = Ed25519Signer.of(Bundles.ORIGIN, Bundles.seed(8)).key().toString();
    String own = Bundles.LOG.key().toString();
    assertThat(all(change("data/log/0/policy.txt", text(own, other)))).contains(Check.SIGNATURE);
    assertThat(all(change("data/log/0/checkpoint", text("\n5\n", "\n6\n"))))
        .contains(Check.SIGNATURE);
    // The ML-DSA-44 line alone: the second of three.
    assertThat(
            all(
                change(
                    "data/log/0/checkpoint",
                    bytes -> {
                      String note = new String(bytes, StandardCharsets.UTF_8);
                      int line = note.indexOf("\u2014 ", note.indexOf("\u2014 ") + 3);
                      int at = line + 600;
                      char flipped = note.charAt(at) == 'A' ? 'B' : 'A';
                      return (note.substring(0, at) + flipped + note.substring(at + 1))
                          .getBytes(StandardCharsets.UTF_8);
                    })))
        .contains(Check.SIGNATURE);
    String unmet = Bundles.policy().replace("quorum w", "witness x " + STRANGER + "\nquorum x");
    assertThat(
            all(change("data/log/0/policy.txt", bytes -> unmet.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(Check.WITNESS);
  }

  private static final String STRANGER =
      Cosigner.ed25519("witness.example/x", Bundles.seed(5)).key().toString();

  @Test
  void filesMissingExtraAndChangedAreToldApart() {
    Map<String, byte[]> files = open(ZIP);
    files.remove("data/list.pdf");
    assertThat(verify(zip(files)).failure()).contains(Check.FILES);
    files = open(ZIP);
    files.put("data/more.txt", new byte[] {1});
    assertThat(verify(zip(files)).failure()).contains(Check.FILES);
    files = open(ZIP);
    files.put("data/list.csv", flip(files.getOrDefault("data/list.csv", new byte[0]), 5));
    assertThat(verify(zip(files)).failure()).contains(Check.DIGEST);
    files = open(ZIP);
    files.put("verify.html", flip(files.getOrDefault("verify.html", new byte[0]), 5));
    assertThat(verify(zip(files)).failure()).contains(Check.DIGEST);
    files = open(ZIP);
    files.put(
        "manifest-sha256.txt",
        (text(files, "manifest-sha256.txt") + "zz\n").getBytes(StandardCharsets.UTF_8));
    assertThat(verify(zip(files)).failure()).contains(Check.BAG);
  }

  @Test
  void anArchiveThatHidesSomethingIsNotRead() throws IOException {
    assertThat(verify(new byte[0]).exitCode()).isEqualTo(10);
    assertThat(verify(Arrays.copyOf(ZIP, ZIP.length - 1)).failure()).contains(Check.ARCHIVE);
    byte[] before = new byte[ZIP.length + 1];
    System.arraycopy(ZIP, 0, before, 1, ZIP.length);
    assertThat(verify(before).failure()).contains(Check.ARCHIVE);
    for (String name : List.of("../x", "/x", "a//b", "a/./b", "a\\b", "a/../b", "a/b:c")) {
      assertThat(verify(zip(Map.of(name, new byte[1]), "")).failure())
          .as(name)
          .contains(Check.ARCHIVE);
    }
    assertThat(verify(zip(Map.of("x", new byte[0]), "")).failure()).contains(Check.BAG);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bomb)) {
      out.putNextEntry(new ZipEntry("a/zeros"));
      byte[] zeros = new byte[1 << 20];
      for (int megabyte = 0; megabyte <= 256; megabyte++) {
        out.write(zeros);
      }
    }
    assertThat(verify(bomb.toByteArray()).text(true)).contains("TOO_LARGE");
  }

  @Test
  void packedAgainByAnotherProgramItStillHolds() {
    assertThat(verify(zip(open(ZIP))).failure()).isEmpty();
  }

  @Test
  void thePrintedCommandsWork(@TempDir Path folder) throws Exception {
    unpack(folder);
    List<String> lines = commands(text(open(ZIP), "VERIFY.md"));
    assertThat(lines).hasSizeGreaterThan(12);
    for (String line : lines) {
      assertThat(run(folder, line)).as(line).isZero();
    }
    Path salt = folder.resolve("data/items/0001/salt.bin");
    Files.write(salt, flip(Files.readAllBytes(salt), 1));
    Path original = folder.resolve("data/items/0001/original.txt");
    Files.write(original, flip(Files.readAllBytes(original), 1));
    Path signed = folder.resolve("data/log/0/checkpoint.txt");
    Files.write(signed, flip(Files.readAllBytes(signed), 1));
    List<String> failing = new ArrayList<>();
    for (String line : lines) {
      if (run(folder, line) != 0) {
        failing.add(line);
      }
    }
    assertThat(failing).as("manifest, log, SHA-256, SM3, original").hasSize(5);
  }

  /** The commands between the fences, but for those whose tools are not on every machine. */
  private static List<String> commands(String guide) {
    var fence = Pattern.compile("(?s)```sh\n(.*?)```").matcher(guide);
    List<String> lines = new ArrayList<>();
    while (fence.find()) {
      fence
          .group(1)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .filter(line -> !line.startsWith("pdfsig") && !line.startsWith("java"))
          .filter(line -> !line.contains("TSA_CA"))
          .forEach(lines::add);
    }
    return lines;
  }

  private static int run(Path folder, String line) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return shell.waitFor();
  }

  @Test
  void theProgramReadsAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bundle.zip");
    Files.write(file, ZIP);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    assertThat(Main.run(List.of(file.toString(), "--lang", "en"), out, out)).isZero();
    Path policy = folder.resolve("policy.txt");
    Files.writeString(policy, Bundles.policy());
    assertThat(Main.run(List.of(file.toString(), "--policy", policy.toString()), out, out))
        .isZero();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("checks held", "处都对");
    assertThat(Main.run(List.of(), out, out)).isEqualTo(2);
    assertThat(Main.run(List.of(folder.resolve("none").toString()), out, out)).isEqualTo(3);
  }

  private static void expect(Check check, String path, UnaryOperator<byte[]> change) {
    assertThat(all(change(path, change))).as(path).contains(check);
  }

  private static List<Check> all(byte[] zip) {
    return verify(zip).findings().stream()
        .filter(finding -> finding.state() == Finding.State.FAILED)
        .map(Finding::check)
        .distinct()
        .toList();
  }

  private static byte[] change(String path, UnaryOperator<byte[]> change) {
    return changed(files -> files.put(path, change.apply(files.getOrDefault(path, new byte[0]))));
  }

  private static Check failure(Consumer<Map<String, byte[]>> change) {
    return verify(changed(change)).failure().orElseThrow();
  }

  /** The bundle with a change, closed again as its writer would: only the change is wrong. */
  private static byte[] changed(Consumer<Map<String, byte[]>> change) {
    Map<String, byte[]> files = open(ZIP);
    change.accept(files);
    boolean declared = files.containsKey("bagit.txt");
    BagZip bag = new BagZip(FOLDER.substring(0, FOLDER.length() - 1), Bundles.MADE);
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith("data/")) {
            bag.payload(path.substring(5), bytes);
          }
        });
    byte[] closed = bag.bytes("");
    if (declared) {
      return closed;
    }
    Map<String, byte[]> without = open(closed);
    without.remove("bagit.txt");
    return zip(without);
  }

  private static UnaryOperator<byte[]> text(String from, String to) {
    return bytes -> {
      String text = new String(bytes, StandardCharsets.UTF_8);
      assertThat(text).contains(from);
      return text.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 1;
    return flipped;
  }

  private static String text(Map<String, byte[]> files, String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  private static void unpack(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : open(ZIP).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static Map<String, byte[]> open(byte[] zip) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName().substring(FOLDER.length()), in.readAllBytes());
      }
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) {
    return zip(files, FOLDER);
  }

  /** As another program packs: deflated, lengths behind the data. */
  private static byte[] zip(Map<String, byte[]> files, String folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(folder + file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return out.toByteArray();
  }

  @Test
  void aCourtGetsEveryKindButWhatNobodySigned() {
    for (DocumentKind kind : DocumentKind.values()) {
      assertThat(Profile.COURT.place(kind).isPresent())
          .as(kind.id())
          .isEqualTo(kind != DocumentKind.IOU_DRAWN);
    }
  }
}
