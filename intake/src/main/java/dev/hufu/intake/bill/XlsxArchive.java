package dev.hufu.intake.bill;

import dev.hufu.kernel.limit.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a workbook by name. Every byte is counted while it is unpacked, so that a small file
 * which unpacks to gigabytes stops early, whatever it claims of itself.
 */
final class XlsxArchive implements AutoCloseable {

  /** The archive unpacks to more than is read. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String part) {
      super(part);
    }
  }

  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;

  /** What was unpacked of each part; one that is opened again is counted anew. */
  private final Map<String, Long> counted = new HashMap<>();

  private long left = Limits.BILL_UNPACKED_BYTES_MAX;

  XlsxArchive(byte[] bytes) throws IOException {
    zip = ZipFile.builder().setByteArray(bytes).get();
    entries = Collections.list(zip.getEntries());
  }

  /** Whether a part of that kind is there. */
  boolean has(Predicate<String> name) {
    return entries.stream().map(ZipArchiveEntry::getName).anyMatch(name);
  }

  /** Unpacks what nobody has read, for its size alone. */
  void measureRest() throws IOException {
    for (ZipArchiveEntry entry : entries) {
      if (!counted.containsKey(entry.getName())) {
        try (InputStream in = open(entry)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  /** A part, whatever the case of its name. */
  Optional<InputStream> find(String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      entry =
          entries.stream()
              .filter(one -> one.getName().equalsIgnoreCase(name))
              .findFirst()
              .orElse(null);
    }
    return entry == null ? Optional.empty() : Optional.of(open(entry));
  }

  private InputStream open(ZipArchiveEntry entry) throws IOException {
    String name = entry.getName();
    Long before = counted.put(name, 0L);
    left += before == null ? 0 : before;
    return new Counted(name, zip.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Counted extends FilterInputStream {
    private final String part;

    Counted(String part, InputStream in) {
      super(in);
      this.part = part;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) throws IOException {
      counted.merge(part, (long) bytes, Long::sum);
      left -= bytes;
      if (left < 0) {
        throw new TooLarge(part);
      }
    }
  }
}
