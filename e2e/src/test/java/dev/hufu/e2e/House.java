package dev.hufu.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One running server: a process, its data folder, the port and sign-in link it has printed. */
final class House implements AutoCloseable {

  private static final Pattern LINK =
      Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/enter\\?k=\\S+");

  private static final Path PROGRAMS = Path.of("..", "store", "target", "postgres");

  private final Path folder;
  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CompletableFuture<URI> link = new CompletableFuture<>();

  private House(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts a server on a port the system chooses and waits for its sign-in link. */
  static House open(Path folder) {
    try {
      linkPrograms(folder);
      House house =
          new House(
              folder,
              Program.builder(Map.of(), "serve", "--port", "0", "--data", folder.toString())
                  .redirectErrorStream(true)
                  .start());
      Thread.ofVirtual().start(house::listen);
      house.awaitLink();
      return house;
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /** Unpacked when the tables were generated: five seconds of every house otherwise. */
  private static void linkPrograms(Path folder) throws IOException {
    Path programs = Files.createDirectories(PROGRAMS).toRealPath();
    Path place = Files.createDirectories(folder).resolve("postgres");
    if (!Files.exists(place)) {
      Files.createSymbolicLink(place, programs);
    }
  }

  int port() {
    return signIn().getPort();
  }

  InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", port());
  }

  /** The link that signs in once. */
  URI signIn() {
    return link.join();
  }

  List<String> said() {
    return List.copyOf(said);
  }

  Path folder() {
    return folder;
  }

  /** The PostgreSQL of this data folder, by its own note. */
  ProcessHandle postgres() {
    try (var notes = Files.walk(folder, 3)) {
      Path note =
          notes
              .filter(file -> file.getFileName().toString().equals("postmaster.pid"))
              .findFirst()
              .orElseThrow();
      long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /** As a power failure would: no hook runs. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** As Ctrl+C would; gives back the exit status. */
  int stop() {
    process.destroy();
    await();
    return process.exitValue();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      var _status = stop();
    }
  }

  private void await() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not end:\n" + String.join("\n", said));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void awaitLink() {
    try {
      var _link = link.get(120, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException late) {
      process.destroyForcibly();
      throw new IllegalStateException("no start:\n" + String.join("\n", said), late);
    }
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        Matcher found = LINK.matcher(line);
        if (found.find()) {
          link.complete(URI.create(found.group()));
        }
      }
    } catch (IOException ended) {
      said.add(ended.toString());
    }
    link.completeExceptionally(new IllegalStateException("ended without a link"));
  }
}
