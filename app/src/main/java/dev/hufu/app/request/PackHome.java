package dev.hufu.app.request;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the packs of this installation lie: beside the program, or where {@code HUFU_PACKS} says.
 */
public final class PackHome {

  private PackHome() {}

  /** The folder; whether it is there is told by who opens it. */
  public static Path of(Map<String, String> environment) {
    String chosen = environment.get("HUFU_PACKS");
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen);
    }
    Path program = program();
    Path beside = program.resolveSibling("packs");
    return Files.isDirectory(beside)
        ? beside
        // Run from a build's own folder app/target/classes, as tests are.
        : program.resolve("../../../packs").normalize();
  }

  private static Path program() {
    try {
      return Path.of(PackHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException odd) {
      throw new IllegalStateException("the program lies at no path", odd);
    }
  }
}
