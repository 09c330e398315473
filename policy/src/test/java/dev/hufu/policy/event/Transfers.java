package dev.hufu.policy.event;

import dev.hufu.policy.load.PackLibrary;
import java.nio.file.Path;

/** The pack over transfers, as it is in the tree. */
public final class Transfers {

  private static final EventProgram PROGRAM =
      new EventProgram(PackLibrary.ofFolder(Path.of("../packs")).find("cn/transfer").orElseThrow());

  private Transfers() {}

  public static EventProgram program() {
    return PROGRAM;
  }
}
