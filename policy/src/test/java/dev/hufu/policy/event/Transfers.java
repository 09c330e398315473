package dev.hufu.policy.event;

import dev.hufu.policy.load.PackFiles;
import dev.hufu.policy.load.PackLibrary;
import dev.hufu.policy.load.PackLoader;
import dev.hufu.policy.pack.Pack;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** The pack over transfers, as it is in the tree. */
public final class Transfers {

  private static final EventProgram PROGRAM =
      new EventProgram(PackLibrary.ofFolder(Path.of("../packs")).find("cn/transfer").orElseThrow());

  private Transfers() {}

  public static EventProgram program() {
    return PROGRAM;
  }

  /** The same pack with a piece of text in one of its files replaced wherever it stands. */
  public static EventProgram changed(String file, String from, String to) {
    Path packs = Path.of("../packs");
    TreeMap<String, String> texts =
        new TreeMap<>(PackFiles.ofFolder(packs.resolve("cn/transfer")).orThrow().texts());
    String text = String.valueOf(texts.get(file));
    if (!text.contains(from)) {
      throw new IllegalArgumentException(from + " is not in " + file);
    }
    texts.put(file, text.replace(from, to));
    Pack law = PackLibrary.ofFolder(packs).find("cn/law").orElseThrow();
    return new EventProgram(
        PackLoader.load(new PackFiles(texts), List.of(law), PackLoader.Purpose.DECIDE)
            .pack()
            .orElseThrow());
  }
}
