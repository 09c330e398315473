package dev.hufu.app.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of text that appears whole or not at all: it is written beside its place and moved there
 * by {@link #keep}; closed without that, it is gone.
 */
final class WholeFile implements Closeable {

  private final Path file;
  private final Path half;
  private final BufferedWriter writer;

  WholeFile(Path file) throws IOException {
    this.file = file;
    this.half = file.resolveSibling(file.getFileName() + ".part");
    this.writer = Files.newBufferedWriter(half, StandardCharsets.UTF_8);
  }

  /** Writes a file that is known whole. */
  static void write(Path file, byte[] bytes) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Files.write(half, bytes);
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
  }

  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  BufferedWriter writer() {
    return writer;
  }

  void keep() throws IOException {
    writer.close();
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(half);
  }
}
