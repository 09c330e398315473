package dev.hufu.policy;

import dev.hufu.kernel.decision.Inputs;
import dev.hufu.kernel.matter.Fact;
import dev.hufu.kernel.matter.FactType;
import dev.hufu.kernel.matter.Facts;
import dev.hufu.kernel.matter.Provenance;
import dev.hufu.kernel.script.Detection;
import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The small pack of these tests, whole or with one file edited. */
final class DemoPacks {

  static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final Path ROOT = Path.of("src/test/resources/demo");

  private DemoPacks() {}

  static Pack law() {
    return PackLoader.load(files("law"), List.of()).pack().orElseThrow();
  }

  static Pack lend() {
    return load(files("lend")).pack().orElseThrow();
  }

  static PackFiles files(String folder) {
    return PackFiles.ofFolder(ROOT.resolve(folder)).orThrow();
  }

  static PackLoader.Loaded load(PackFiles files) {
    return PackLoader.load(files, List.of(law()));
  }

  /** The pack with one file changed by {@code edit}. */
  static PackLoader.Loaded edited(String file, UnaryOperator<String> edit) {
    TreeMap<String, String> texts = new TreeMap<>(files("lend").texts());
    String before = Objects.requireNonNull(texts.get(file));
    String after = edit.apply(before);
    if (before.equals(after)) {
      throw new IllegalArgumentException("the edit of " + file + " changed nothing");
    }
    texts.put(file, after);
    return load(new PackFiles(texts));
  }

  /** The pack with one file changed, over the law pack with its entries changed. */
  static PackLoader.Loaded over(
      UnaryOperator<String> entries, String file, UnaryOperator<String> edit) {
    TreeMap<String, String> laws = new TreeMap<>(files("law").texts());
    laws.put(
        "entries/loans.yaml",
        entries.apply(Objects.requireNonNull(laws.get("entries/loans.yaml"))));
    Pack law = PackLoader.load(new PackFiles(laws), List.of()).pack().orElseThrow();
    TreeMap<String, String> texts = new TreeMap<>(files("lend").texts());
    texts.put(file, edit.apply(Objects.requireNonNull(texts.get(file))));
    return PackLoader.load(new PackFiles(texts), List.of(law));
  }

  /** Facts as a person would tell them. */
  static Facts told(Map<String, String> written) {
    Map<String, FactType> types = lend().facts();
    List<Fact> facts = new ArrayList<>();
    written.forEach(
        (name, value) ->
            facts.add(
                new Fact(
                    name,
                    Objects.requireNonNull(types.get(name)).parse(value).orThrow(),
                    Provenance.SAID)));
    return Facts.of(facts);
  }

  static Inputs inputs(Map<String, String> written) {
    return new Inputs(AT, lend().zone(), told(written), Detection.NOTHING, "none");
  }
}
