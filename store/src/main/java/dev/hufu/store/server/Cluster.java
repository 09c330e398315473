package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The data of one PostgreSQL on disk, and how it is made and started. */
record Cluster(DataFolder folder, Binaries binaries, Identity identity) {

  static final String ADMIN = "hufu_admin";

  /** Part of the server's name, so that an orphan with older settings is restarted, not adopted. */
  static final String NAME = "hufu-" + Binaries.VERSION + "-1";

  private static final int PORT_TRIES = 3;
  private static final String NEW_CLUSTER = "database.new";
  private static final String START_LOG = "start.log";
  private static final String PORT_TAKEN = "could not bind";

  /** What makes an acknowledged row durable, and keeps the server small and silent. */
  private static Map<String, String> settings(Path log, int port) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("cluster_name", NAME);
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("unix_socket_directories", "");
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("wal_level", "minimal");
    settings.put("max_wal_senders", "0");
    settings.put("max_wal_size", "256MB");
    settings.put("shared_buffers", "64MB");
    settings.put("max_connections", "40");
    settings.put("huge_pages", "off");
    settings.put("jit", "off");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("logging_collector", "on");
    settings.put("log_directory", log.toString());
    settings.put("log_filename", "postgres-%a.log");
    settings.put("log_truncate_on_rotation", "on");
    settings.put("log_rotation_age", "1d");
    settings.put("log_rotation_size", "10MB");
    // A failing statement could carry what a person wrote: its text and details stay out.
    settings.put("log_min_error_statement", "panic");
    settings.put("log_parameter_max_length_on_error", "0");
    settings.put("log_error_verbosity", "terse");
    return settings;
  }

  /** Refuses data of another major version; says whether there is data at all. */
  static boolean present(Path cluster) throws IOException, StartRefused {
    Path version = cluster.resolve("PG_VERSION");
    if (!Files.isRegularFile(version)) {
      if (Files.exists(cluster)) {
        throw new StartRefused(Code.DATA_FOLDER_UNUSABLE, cluster.toString());
      }
      return false;
    }
    String major = Files.readString(version).strip();
    if (!major.equals(Binaries.MAJOR)) {
      throw new StartRefused(Code.DATA_VERSION_FOREIGN, major);
    }
    return true;
  }

  /** Makes the data folder beside its place and renames it, so that a crash leaves all or none. */
  ServerPasswords initialise() throws IOException, StartRefused {
    Path fresh = folder.path().resolve(NEW_CLUSTER);
    Folders.delete(fresh);
    ServerPasswords passwords = ServerPasswords.generate();
    passwords.write(folder.passwordFile());
    Path adminPassword = Files.createDirectory(fresh).resolve("password");
    Folders.writeSecret(adminPassword, passwords.admin() + "\n");
    identity.open(folder.path());
    identity.own(fresh);
    identity.checkReach(adminPassword);
    identity.checkReach(binaries.program("initdb"));
    Path data = fresh.resolve("data");
    List<String> command =
        List.of(
            binaries.program("initdb").toString(),
            "--pgdata=" + data,
            "--username=" + ADMIN,
            "--auth=scram-sha-256",
            "--pwfile=" + adminPassword,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums",
            "--no-instructions");
    Programs.Result result = Programs.run(identity.command(command));
    if (result.exit() != 0) {
      throw new StartRefused(Code.DATABASE_DID_NOT_START, reason(result.said().lines()));
    }
    Files.move(data, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    Folders.force(folder.path());
    Folders.delete(fresh);
    return passwords;
  }

  /**
   * Starts the server in a session of its own, so that Ctrl+C on the terminal stops Hufu first and
   * Hufu then stops the server.
   */
  Postmaster start(Duration max) throws IOException, StartRefused {
    Files.createDirectories(folder.log());
    Path startLog = folder.log().resolve(START_LOG);
    if (!Files.exists(startLog)) {
      Files.createFile(startLog);
    }
    identity.open(folder.path());
    identity.own(folder.log());
    identity.checkReach(binaries.program("postgres"));
    identity.checkReach(folder.cluster());
    removeForeignPidFile();
    String reason = "";
    for (int attempt = 0; attempt < PORT_TRIES; attempt++) {
      Process process = launch(freePort());
      Optional<Postmaster> ready = awaitReady(process, max);
      if (ready.isPresent()) {
        return ready.get();
      }
      if (process.isAlive()) {
        Optional<Postmaster> slow = Postmaster.find(folder.cluster());
        if (slow.isPresent()) {
          slow.get().stop(binaries, identity, max);
        } else {
          process.destroyForcibly();
        }
        throw new StartRefused(Code.DATABASE_DID_NOT_START, max.toSeconds() + " s");
      }
      reason = reasonInLogs();
      if (!reason.contains(PORT_TAKEN)) {
        throw new StartRefused(Code.DATABASE_DID_NOT_START, reason);
      }
    }
    throw new StartRefused(Code.PORT_UNAVAILABLE, reason);
  }

  private Process launch(int port) throws IOException {
    List<String> command = new ArrayList<>();
    Identity.findProgram("setsid").ifPresent(command::add);
    List<String> postgres =
        new ArrayList<>(
            List.of(binaries.program("postgres").toString(), "-D", folder.cluster().toString()));
    settings(folder.log(), port)
        .forEach(
            (name, value) -> {
              postgres.add("-c");
              postgres.add(name + "=" + value);
            });
    command.addAll(identity.command(postgres));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(folder.log().resolve(START_LOG).toFile());
    Programs.cleanEnvironment(builder.environment());
    return builder.start();
  }

  private Optional<Postmaster> awaitReady(Process process, Duration max) {
    List<Postmaster> found = new ArrayList<>();
    Postmaster.await(
        () -> {
          try {
            Postmaster.find(folder.cluster()).filter(Postmaster::ready).ifPresent(found::add);
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
          return !found.isEmpty() || !process.isAlive();
        },
        max);
    return found.stream().findFirst();
  }

  /**
   * PostgreSQL clears the pid file of a dead server itself and checks its shared memory first. Only
   * a file it would stumble over is removed: an unreadable one, or one whose number another program
   * has got since; and only if no process works in the folder.
   */
  private void removeForeignPidFile() throws IOException, StartRefused {
    Path file = Postmaster.pidFile(folder.cluster());
    if (!Files.exists(file)) {
      return;
    }
    // After a killed postmaster its children need a moment to notice.
    boolean quiet =
        Postmaster.await(
            () -> {
              try {
                return !Postmaster.anyServes(folder.cluster());
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            },
            Duration.ofSeconds(10));
    if (!quiet) {
      throw new StartRefused(Code.DATA_FOLDER_IN_USE, folder.cluster().toString());
    }
    String first = Files.readString(file).lines().findFirst().orElse("").strip();
    // A killed server that nobody has reaped yet still has its number, and PostgreSQL would wait.
    boolean gone = first.matches("\\d{1,10}") && !Files.exists(Path.of("/proc", first));
    if (!gone) {
      Files.deleteIfExists(file);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String reasonInLogs() throws IOException {
    Path startLog = folder.log().resolve(START_LOG);
    Path newest = startLog;
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder.log(), "*.log")) {
      for (Path log : logs) {
        if (Files.getLastModifiedTime(log).compareTo(Files.getLastModifiedTime(newest)) > 0) {
          newest = log;
        }
      }
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(startLog));
    if (!newest.equals(startLog)) {
      lines.addAll(Files.readAllLines(newest));
    }
    int from = Math.max(0, lines.size() - 20);
    List<String> tail = lines.subList(from, lines.size());
    return tail.stream()
        .filter(line -> line.contains(PORT_TAKEN))
        .findFirst()
        .orElseGet(() -> reason(tail.stream()));
  }

  /** The line in which PostgreSQL says what is wrong, or all it said if none stands out. */
  private static String reason(Stream<String> lines) {
    List<String> all = lines.filter(line -> !line.isBlank()).toList();
    return all.stream()
        .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
        .findFirst()
        .orElseGet(() -> String.join(" ", all))
        .replaceFirst("^.*?(FATAL|PANIC|error):\\s*", "");
  }
}
