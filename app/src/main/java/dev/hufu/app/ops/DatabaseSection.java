package dev.hufu.app.ops;

import dev.hufu.store.server.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Which PostgreSQL, on which port, running or not; read from its own pid file. */
final class DatabaseSection implements DoctorSection {

  private static final int PORT_LINE = 3;

  private final Map<String, String> environment;

  DatabaseSection(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<Line> look(Path folder) {
    if (!environment.getOrDefault(Housing.DATABASE_URL, "").isBlank()) {
      return List.of(Line.good("postgresql", "external (" + Housing.DATABASE_URL + ")"));
    }
    return List.of(Line.good("postgresql", EmbeddedPostgres.version() + ", " + state(folder)));
  }

  private static String state(Path folder) {
    Path pidFile = folder.resolve("database").resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(pidFile);
      boolean alive =
          ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .map(ProcessHandle::isAlive)
              .orElse(false);
      return alive ? "running on port " + lines.get(PORT_LINE).strip() : "stopped uncleanly";
    } catch (IOException | RuntimeException absent) {
      return "not running";
    }
  }
}
