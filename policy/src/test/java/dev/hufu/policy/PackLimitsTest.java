package dev.hufu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.load.PackLoader.Purpose;
import dev.hufu.policy.load.PackProblem;
import dev.hufu.policy.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: a pack of the largest size loads, one beyond is refused in words. Method: the demo pack,
 * filled up to each limit of packs.
 */
class PackLimitsTest {

  @Test
  void asManyFilesAsAPackMayHave() {
    assertThat(files(Limits.PACK_FILES_MAX)).isEmpty();
    assertThat(files(Limits.PACK_FILES_MAX + 1)).contains("the pack is too large");
  }

  @Test
  void asManyFilesAsAFolderMayHave(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("pack.yaml"), "id: x");
    for (int i = 1; i < Limits.PACK_FILES_MAX; i++) {
      Files.createFile(folder.resolve("t" + i + ".yaml"));
    }
    assertThat(PackFiles.ofFolder(folder).orThrow().texts()).hasSize(Limits.PACK_FILES_MAX);
    Files.createFile(folder.resolve("one-more.yaml"));
    assertThat(code(folder)).contains(Code.PACK_TOO_LARGE);
  }

  @Test
  void asManyBytesAsAFolderMayHold(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("pack.yaml"), "id: x");
    byte[] spaces = new byte[Limits.PACK_BYTES_MAX - 5];
    Files.write(folder.resolve("wide.yaml"), spaces);
    assertThat(code(folder)).isEmpty();
    Files.write(folder.resolve("wide.yaml"), new byte[Limits.PACK_BYTES_MAX - 4]);
    assertThat(code(folder)).contains(Code.PACK_TOO_LARGE);
  }

  /** Padded with a test, which is counted but not read where a pack is loaded to decide. */
  @Test
  void asManyCharactersAsAPackMayHold() {
    TreeMap<String, String> texts = new TreeMap<>(DemoPacks.files("lend").texts());
    int own = texts.values().stream().mapToInt(String::length).sum();
    texts.put("tests/wide.yaml", " ".repeat(Limits.PACK_BYTES_MAX - own));
    assertThat(first(new PackFiles(texts), Purpose.DECIDE)).isEmpty();
    texts.put("tests/wide.yaml", " ".repeat(Limits.PACK_BYTES_MAX - own + 1));
    assertThat(first(new PackFiles(texts), Purpose.DECIDE)).contains("the pack is too large");
  }

  @Test
  void tenThousandRulesAndOneMore() {
    assertThat(rules(Limits.PACK_RULES_MAX)).isEmpty();
    assertThat(rules(Limits.PACK_RULES_MAX + 1)).contains("at most 10000 rules");
  }

  @Test
  void asManyCuesAndOneMore() {
    assertThat(scripts(Limits.PACK_CUES_MAX, 2)).isEmpty();
    assertThat(scripts(Limits.PACK_CUES_MAX + 1, 2)).contains("at most 2000 cues and 500 scripts");
  }

  @Test
  void asManyScriptsAndOneMore() {
    assertThat(scripts(2, Limits.PACK_SCRIPTS_MAX)).isEmpty();
    assertThat(scripts(2, Limits.PACK_SCRIPTS_MAX + 1))
        .contains("at most 2000 cues and 500 scripts");
  }

  @Test
  void asDeepAsAFileMayBeNested() {
    assertThat(nested(Limits.YAML_DEPTH_MAX)).isEmpty();
    assertThat(nested(Limits.YAML_DEPTH_MAX + 1)).contains("nested deeper than 40");
  }

  private static Optional<String> files(int count) {
    TreeMap<String, String> texts = new TreeMap<>(DemoPacks.files("lend").texts());
    for (int i = 0; texts.size() < count; i++) {
      texts.put("tests/none-" + i + ".yaml", "tests: []\n");
    }
    return first(new PackFiles(texts), Purpose.DECIDE);
  }

  private static Optional<String> rules(int count) {
    TreeMap<String, String> texts = new TreeMap<>(DemoPacks.files("lend").texts());
    StringBuilder rules = new StringBuilder("rules:\n");
    for (int i = 0; i < count; i++) {
      rules
          .append("- {id: r-")
          .append(i)
          .append(", stage: assess, when: chat.urgency, effect: {note: true}, ")
          .append("seen: {zh: 急, en: a}, why: {zh: 急, en: a}, source: {practice: seed}}\n");
    }
    texts.put("rules.yaml", rules.toString());
    return first(new PackFiles(texts), Purpose.DECIDE);
  }

  private static Optional<String> scripts(int cues, int scripts) {
    TreeMap<String, String> texts = new TreeMap<>(DemoPacks.files("lend").texts());
    StringBuilder file = new StringBuilder("cues:\n");
    for (int i = 0; i < cues; i++) {
      file.append("- {id: c-" + i + ", move: {zh: 说, en: a}, phrases: [说" + i + "]}\n");
    }
    file.append("scripts:\n");
    for (int i = 0; i < scripts; i++) {
      file.append("- {id: ")
          .append(i == 0 ? "posing" : "s-" + i)
          .append(", title: {zh: 骗, en: a}, weights: {c-0: 0.5}, ")
          .append("nextMoves: [{zh: 说, en: a}], defeats: {zh: 打, en: a}}\n");
    }
    texts.put("scripts.yaml", file.toString());
    return first(new PackFiles(texts), Purpose.DECIDE);
  }

  private static Optional<String> nested(int depth) {
    // the top map is depth 0, what stands under its name is depth 1
    String text = "a: " + "[".repeat(depth) + "]".repeat(depth) + "\n";
    try {
      YamlFile.parse("deep.yaml", text);
      return Optional.empty();
    } catch (YamlFile.Malformed malformed) {
      return Optional.ofNullable(malformed.getMessage());
    }
  }

  private static Optional<String> first(PackFiles files, Purpose purpose) {
    return PackLoader.load(files, List.of(DemoPacks.law()), purpose).problems().stream()
        .map(PackProblem::message)
        .findFirst();
  }

  private static Optional<Code> code(Path folder) {
    return PackFiles.ofFolder(folder).findRefusal().map(Refusal::code);
  }
}
