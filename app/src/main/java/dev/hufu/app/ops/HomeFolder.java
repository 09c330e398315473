package dev.hufu.app.ops;

import java.nio.file.Path;
import java.util.Map;

/** Where the data of this person lies, and how that place is shown without naming the person. */
public final class HomeFolder {

  private HomeFolder() {}

  /** {@code HUFU_HOME}, else {@code .hufu} in the home folder. */
  public static Path of(Map<String, String> environment) {
    String chosen = environment.get("HUFU_HOME");
    return chosen == null || chosen.isBlank() ? home().resolve(".hufu") : Path.of(chosen);
  }

  /** The path with the home folder as {@code ~}; a report that is pasted names nobody. */
  public static String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(home()) && !home().equals(home().getRoot())
        ? "~/" + home().relativize(absolute)
        : absolute.toString();
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home")).toAbsolutePath().normalize();
  }
}
