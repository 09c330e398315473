package dev.hufu.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a child process: the packaged jar, as {@code ./hufu} starts it. */
final class Program {

  /** The folder everything made by this run lies in. */
  static final Path TARGET = Path.of("target").toAbsolutePath();

  private static final long RUN_SECONDS_MAX = 120;

  private Program() {}

  /** What a finished command left behind. */
  record Run(int status, String out, String err) {}

  /** Runs a command to its end with {@code in} as its standard input. */
  static Run run(String in, String... arguments) {
    return run(Map.of(), in, arguments);
  }

  static Run run(Map<String, String> environment, String in, String... arguments) {
    try {
      Path out = Files.createTempFile(scratch(), "out", ".txt");
      Path err = Files.createTempFile(scratch(), "err", ".txt");
      ProcessBuilder builder = builder(environment, arguments);
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try (OutputStream to = process.getOutputStream()) {
        to.write(in.getBytes(StandardCharsets.UTF_8));
      } catch (IOException closed) {
        // a command that refuses its arguments ends before it has read anything
      }
      if (!process.waitFor(RUN_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end in time: " + List.of(arguments));
      }
      Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** A command that has not been started yet. */
  static ProcessBuilder builder(Map<String, String> environment, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(ProcessHandle.current().info().command().orElse("java"));
    line.addAll(
        List.of(
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx1g"));
    line.addAll(start(arguments.length > 0 ? arguments[0] : "serve"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(name -> name.startsWith("HUFU_"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder;
  }

  /** Where the rules lie that this program decides by. */
  static Path packs() {
    return Path.of("..", "packs").toAbsolutePath().normalize();
  }

  /** As the launcher does it, with the start that it has rehearsed. */
  private static List<String> start(String command) {
    Path layout = Path.of("..", "app", "target", "hufu").toAbsolutePath().normalize();
    Path program = layout.resolve("hufu-app.jar");
    if (!Files.exists(program)) {
      throw new IllegalStateException("there is no program to test: run ./hufu build first");
    }
    Path cache = layout.resolve(command.equals("serve") ? "serve.aot" : "command.aot");
    return List.of("-XX:AOTCache=" + cache, "-jar", program.toString());
  }

  static Path scratch() throws IOException {
    return Files.createDirectories(TARGET.resolve("scratch"));
  }
}
