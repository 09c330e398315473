package dev.hufu.store.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The first process of a running PostgreSQL, as its file {@code postmaster.pid} tells of it.
 *
 * @param pid its process id
 * @param port where it listens
 * @param ready whether it has said that it accepts connections
 */
record Postmaster(long pid, int port, boolean ready) {

  private static final String PID_FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;
  private static final long POLL_NANOS = 10_000_000;

  static Path pidFile(Path cluster) {
    return cluster.resolve(PID_FILE);
  }

  /** The postmaster that is alive and works in exactly this folder, whatever the file claims. */
  static Optional<Postmaster> find(Path cluster) throws IOException {
    return read(cluster).filter(found -> serves(found.pid(), cluster));
  }

  /** Any live process that works in the folder, also one that has lost its postmaster. */
  static boolean anyServes(Path cluster) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .anyMatch(name -> serves(Long.parseLong(name), cluster));
    }
  }

  private static Optional<Postmaster> read(Path cluster) throws IOException {
    Path file = pidFile(cluster);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.size() <= PORT_LINE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Postmaster(
              Long.parseLong(lines.getFirst().strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip()),
              lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
    } catch (NumberFormatException garbage) {
      return Optional.empty();
    }
  }

  /** PostgreSQL makes its data folder the working folder, so a reused process id cannot deceive. */
  private static boolean serves(long pid, Path cluster) {
    try {
      Path working = Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
      return working.equals(cluster.toRealPath()) && alive(pid);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Alive and not merely waiting to be reaped by its parent. */
  static boolean alive(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * Fast stop: clients are cut off, what was acknowledged is on disk. Then, if it must be, abort.
   */
  void stop(Binaries binaries, Identity identity, Duration max) throws IOException {
    signal(binaries, identity, "INT");
    if (!await(() -> !alive(pid), max)) {
      signal(binaries, identity, "QUIT");
      if (!await(() -> !alive(pid), max)) {
        throw new IOException("PostgreSQL does not stop, process " + pid);
      }
    }
  }

  private void signal(Binaries binaries, Identity identity, String name) throws IOException {
    // Java can only send TERM, which lets PostgreSQL wait for its clients for ever.
    List<String> command =
        List.of(binaries.program("pg_ctl").toString(), "kill", name, Long.toString(pid));
    Programs.run(identity.command(command));
  }

  /** Waits until something holds; false if it did not within the time. */
  static boolean await(BooleanSupplier condition, Duration max) {
    long end = System.nanoTime() + max.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return condition.getAsBoolean();
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return true;
  }
}
