package dev.hufu.app.custody;

import dev.hufu.store.server.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The last checkpoint that anybody outside may have seen, in a file outside the database: what a
 * database restored from a backup is held against before it signs again.
 *
 * <p>Written after the commit and before publishing, forced to disk. Lies in the data folder, or
 * better elsewhere, as {@code HUFU_LOG_MARKER} says: a marker restored together with its database
 * has forgotten the same things.
 */
final class LogMarker {

  private static final String VARIABLE = "HUFU_LOG_MARKER";

  private final Path file;

  LogMarker(Path file) {
    this.file = file;
  }

  static LogMarker of(Map<String, String> environment, Path folder) {
    String told = environment.getOrDefault(VARIABLE, "");
    return new LogMarker(told.isBlank() ? folder.resolve("log.seen") : Path.of(told));
  }

  void write(String checkpoint) throws IOException {
    Folders.writeSecret(file, checkpoint);
  }

  Optional<String> read() throws IOException {
    return Files.exists(file)
        ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
