package dev.hufu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Goal: a pack comes out of its ZIP as it went in, and a stranger's ZIP does no harm. */
class PackArchiveTest {

  private static final SortedMap<String, String> PACK =
      new TreeMap<>(
          Map.of("pack.yaml", "id: cn/x\n", "rules.yaml", "规则: []\n", "tests/a.yaml", "tests: []"));

  private static Code code(byte[] zip) {
    return PackArchive.read(zip).findRefusal().orElseThrow().code();
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void thereAndBackAndTheSameBytesEachTime() {
    byte[] zip = PackArchive.write(PACK);
    assertThat(PackArchive.read(zip).orThrow()).isEqualTo(PACK);
    assertThat(PackArchive.write(PACK)).isEqualTo(zip);
  }

  @Test
  void aFolderAroundItAndWhatADesktopLeavesAreTakenOff() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("request/", new byte[0]);
    entries.put("request/pack.yaml", utf8("id: x"));
    entries.put("request/tests/a.yaml", utf8("t"));
    entries.put("__MACOSX/request/._pack.yaml", utf8("x"));
    entries.put("request/.DS_Store", utf8("x"));
    assertThat(PackArchive.read(zip(entries)).orThrow())
        .isEqualTo(Map.of("pack.yaml", "id: x", "tests/a.yaml", "t"));
  }

  @Test
  void namesThatAreNoFilesOfAPackAreRefused() {
    for (String name :
        new String[] {
          "../rules.yaml",
          "/rules.yaml",
          "a/b/c.yaml",
          "rules.yml",
          "RULES.yaml",
          "..yaml",
          "tests\\a.yaml",
          "run.sh",
          "a/../b.yaml",
          "\u0001.yaml"
        }) {
      byte[] zip = zip(Map.of("pack.yaml", utf8("x"), name, utf8("x")));
      assertThat(code(zip)).as(name).isEqualTo(Code.PACK_FILE_NAME);
      assertThat(PackArchive.named(name)).isFalse();
    }
    assertThat(PackArchive.named("tests/s1-new.yaml")).isTrue();
  }

  @Test
  void aBombIsCountedWhileItIsUnpacked() {
    byte[] most = new byte[Limits.PACK_BYTES_MAX - 1];
    Arrays.fill(most, (byte) 'a');
    Map<String, byte[]> entries = new LinkedHashMap<>(Map.of("rules.yaml", most));
    entries.put("pack.yaml", utf8("x"));
    byte[] fits = zip(entries);
    assertThat(fits.length).isLessThan(100_000);
    assertThat(PackArchive.read(fits).orThrow()).hasSize(2);
    entries.put("pack.yaml", utf8("xx"));
    assertThat(code(zip(entries))).isEqualTo(Code.ARCHIVE_TOO_LARGE);
    assertThat(code(new byte[Limits.PACK_BYTES_MAX + 1])).isEqualTo(Code.ARCHIVE_TOO_LARGE);
    assertThat(code(new byte[Limits.PACK_BYTES_MAX])).isEqualTo(Code.ARCHIVE_BROKEN);
  }

  @Test
  void asManyFilesAsAPackHasAndNotOneMore() {
    Map<String, byte[]> entries = new LinkedHashMap<>(Map.of("pack.yaml", utf8("x")));
    for (int i = 1; i < Limits.PACK_FILES_MAX; i++) {
      entries.put("tests/t" + i + ".yaml", utf8("x"));
    }
    assertThat(PackArchive.read(zip(entries)).orThrow()).hasSize(Limits.PACK_FILES_MAX);
    entries.put("tests/more.yaml", utf8("x"));
    assertThat(code(zip(entries))).isEqualTo(Code.ARCHIVE_TOO_LARGE);
  }

  @Test
  void brokenOnesAreRefusedAndNoneThrows() {
    assertThat(code(utf8("no zip at all"))).isEqualTo(Code.ARCHIVE_BROKEN);
    assertThat(code(zip(Map.of("rules.yaml", utf8("x"))))).isEqualTo(Code.ARCHIVE_BROKEN);
    assertThat(code(zip(Map.of("pack.yaml", new byte[] {(byte) 0xff}))))
        .isEqualTo(Code.ARCHIVE_BROKEN);
    byte[] good = PackArchive.write(PACK);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] hurt = Arrays.copyOf(good, i % 2 == 0 ? random.nextInt(good.length) : good.length);
      if (hurt.length > 0) {
        hurt[random.nextInt(hurt.length)] = (byte) random.nextInt();
      }
      Outcome<SortedMap<String, String>> read = PackArchive.read(hurt);
      refused += read.findRefusal().isPresent() ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(500);
  }
}
