package dev.hufu.app.history;

import dev.hufu.intake.event.CsvEvents;
import dev.hufu.intake.event.EventMapping;
import dev.hufu.intake.event.EventReader;
import dev.hufu.intake.event.NdjsonEvents;
import dev.hufu.intake.event.OnRefusal;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.event.EventTypes;
import dev.hufu.kernel.limit.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files of events in the order in which they are read as one stream, and how far reading has come.
 *
 * <p>Example: {@code EventFiles.of(List.of(Path.of("events.ndjson")), Optional.empty(), types)}.
 */
public final class EventFiles {

  /** The name for standard input, and how it is called in positions. */
  public static final String STANDARD = "-";

  private final List<Path> files;
  private final EventTypes types;
  private final Optional<EventMapping> mapping;
  private final AtomicLong bytes = new AtomicLong();
  private final long size;

  private EventFiles(
      List<Path> files, EventTypes types, Optional<EventMapping> mapping, long size) {
    this.files = List.copyOf(files);
    this.types = types;
    this.mapping = mapping;
    this.size = size;
  }

  /**
   * @param files line-delimited JSON, or tables where there is a mapping; {@code -} alone is
   *     standard input
   * @return {@link Code#FILE_UNREADABLE} for a file that is not there, {@link
   *     Code#MAPPING_MISSING}, or what is wrong with the mapping
   */
  public static Outcome<EventFiles> of(List<Path> files, Optional<Path> mapping, EventTypes types) {
    try {
      long size = 0;
      for (Path file : files) {
        if (standard(file)) {
          continue;
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
          return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
        }
        if (mapping.isEmpty() && table(file)) {
          return Outcome.refused(Code.MAPPING_MISSING, file.toString());
        }
        size += Files.size(file);
      }
      if (mapping.isEmpty()) {
        return Outcome.of(new EventFiles(files, types, Optional.empty(), size));
      }
      long total = size;
      return mapping(mapping.get(), types)
          .map(read -> new EventFiles(files, types, Optional.of(read), total));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
  }

  private static Outcome<EventMapping> mapping(Path file, EventTypes types) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(Limits.MAPPING_BYTES_MAX + 1);
    }
    return EventMapping.read(String.valueOf(file.getFileName()), bytes, types);
  }

  private static boolean table(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?");
  }

  private static boolean standard(Path file) {
    return file.toString().equals(STANDARD);
  }

  public List<Path> list() {
    return files;
  }

  /** All bytes, or 0 where standard input is among them and nobody knows. */
  public long size() {
    return files.stream().anyMatch(EventFiles::standard) ? 0 : size;
  }

  /** Bytes read so far; asked from any thread. */
  public long bytesRead() {
    return bytes.get();
  }

  EventReader open(Path file, OnRefusal onRefusal) throws IOException {
    InputStream in = new Counted(standard(file) ? System.in : Files.newInputStream(file), bytes);
    String name = standard(file) ? STANDARD : String.valueOf(file.getFileName());
    return mapping.isPresent()
        ? new CsvEvents(name, in, mapping.get(), onRefusal)
        : new NdjsonEvents(name, in, types, onRefusal);
  }

  /** Counts what passes through it. */
  private static final class Counted extends FilterInputStream {
    private final AtomicLong bytes;

    Counted(InputStream in, AtomicLong bytes) {
      super(in);
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes.addAndGet(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      bytes.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
