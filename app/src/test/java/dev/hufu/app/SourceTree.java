package dev.hufu.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the sources lie while a test runs, from whichever module it is run. */
final class SourceTree {

  private SourceTree() {}

  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("hufu"))) {
      folder = Objects.requireNonNull(folder.getParent(), "run inside the source tree");
    }
    return folder;
  }
}
