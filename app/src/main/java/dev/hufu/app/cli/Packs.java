package dev.hufu.app.cli;

import dev.hufu.app.request.PackHome;
import dev.hufu.app.request.PackShelf;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.policy.load.PackHead;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The packs a command works with: those of {@code --packs}, else those of the installation. */
final class Packs {

  private Packs() {}

  /** All of them, with their tests. */
  static Outcome<PackShelf> open(Optional<Path> chosen, Map<String, String> environment) {
    return PackShelf.ofFolder(folder(chosen, environment));
  }

  /** Only those that are wanted, and what they need. */
  static Outcome<PackShelf> toDecide(
      Optional<Path> chosen, Map<String, String> environment, Predicate<PackHead> wanted) {
    return PackShelf.toDecide(folder(chosen, environment), wanted);
  }

  static Path folder(Optional<Path> chosen, Map<String, String> environment) {
    return chosen.orElseGet(() -> PackHome.of(environment));
  }
}
