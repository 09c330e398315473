package dev.hufu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files that may be packed with gzip, told by their name. */
public final class Packed {

  private Packed() {}

  /** The bytes of {@code x.json} or of {@code x.json.gz}, unpacked. */
  public static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }
}
