package dev.hufu.app.ops;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/**
 * What the last start left in the data folder, as {@code run.properties}: who runs, where, since
 * when, and how long the start took. The doctor reads it, and so does a second start that finds the
 * port taken.
 *
 * @param pid process id of the server
 * @param port TCP port of the pages
 * @param started when the first page could be asked for
 * @param startMillis from the start of the process to that moment
 */
public record RunNote(long pid, int port, Instant started, long startMillis) {

  private static final String FILE = "run.properties";

  void write(Path folder) throws IOException {
    Properties lines = new Properties();
    lines.setProperty("pid", String.valueOf(pid));
    lines.setProperty("port", String.valueOf(port));
    lines.setProperty("started", started.toString());
    lines.setProperty("startMillis", String.valueOf(startMillis));
    Path fresh = folder.resolve(FILE + ".new");
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      lines.store(writer, null);
    }
    Files.move(
        fresh,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The note of a folder; empty where there was no start yet or the note is damaged. */
  public static Optional<RunNote> find(Path folder) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
      lines.load(reader);
      return Optional.of(
          new RunNote(
              Long.parseLong(lines.getProperty("pid")),
              Integer.parseInt(lines.getProperty("port")),
              Instant.parse(lines.getProperty("started", "")),
              Long.parseLong(lines.getProperty("startMillis"))));
    } catch (IOException | IllegalArgumentException | DateTimeParseException absent) {
      return Optional.empty();
    }
  }

  /** Whether that process still lives; another program may have got its number since. */
  public boolean alive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .map(command -> command.endsWith("java"))
        .orElse(false);
  }
}
