package dev.hufu.app.cli;

import dev.hufu.app.request.PackHome;
import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.code.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The packs a command works with: those of {@code --packs}, else those of the installation. */
final class Packs {

  private Packs() {}

  static Outcome<PackShelf> open(Optional<Path> chosen, Map<String, String> environment) {
    return PackShelf.ofFolder(chosen.orElseGet(() -> PackHome.of(environment)));
  }
}
