package dev.hufu.tlog.bundle;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a zip in memory, strictly: what its directory lists is all there is, no name leads out of
 * its folder, no part is used twice, nothing grows beyond the limits.
 *
 * <p>Example: {@code ZipReader.read(bytes)} gives the files by name. Taken are stored and deflated
 * files, also as other programs pack them again; folders are left out. Not taken: encryption,
 * zip64, comments, bytes before the first or between the parts that hide another file. Source:
 * PKWARE APPNOTE 6.3.
 */
final class ZipReader {

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int WHOLE_16 = 0xFFFF;
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}){0,7}/?");

  private final ByteBuffer zip;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<Integer, Integer> used = new TreeMap<>();
  private long total;

  private ZipReader(byte[] zip) {
    this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What is wrong with an archive; never leaves this class. */
  private static final class BadZip extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Reason reason;
    private final String where;

    BadZip(Reason reason, String where) {
      super(where, null, false, false);
      this.reason = reason;
      this.where = where;
    }
  }

  /** The files by name; {@link Reason#TOO_LARGE}, {@link Reason#TOO_MANY} and others. */
  static Checked<Map<String, byte[]>> read(byte[] zip) {
    if (zip.length > TlogLimits.BUNDLE_BYTES_MAX) {
      return Checked.flawed(Reason.TOO_LARGE, "archive");
    }
    try {
      return Checked.sound(new ZipReader(zip).read());
    } catch (BadZip bad) {
      return Checked.flawed(bad.reason, bad.where);
    }
  }

  private Map<String, byte[]> read() throws BadZip {
    int end = zip.capacity() - END_BYTES;
    check(end >= 0 && zip.getInt(end) == END && u16(end + 20) == 0, "end of archive");
    int count = u16(end + 10);
    check(u16(end + 4) == 0 && u16(end + 6) == 0 && u16(end + 8) == count, "end of archive");
    if (count > TlogLimits.BUNDLE_FILES_MAX || count == WHOLE_16) {
      throw new BadZip(Reason.TOO_MANY, "files");
    }
    long size = u32(end + 12);
    long start = u32(end + 16);
    check(start + size == end, "directory");
    int at = (int) start;
    for (int number = 1; number <= count; number++) {
      at = entry(at, end, (int) start, "file " + number);
    }
    check(at == end, "directory");
    int covered = 0;
    for (Map.Entry<Integer, Integer> part : used.entrySet()) {
      check(part.getKey() >= covered, "overlapping files");
      check(covered > 0 || part.getKey() == 0, "bytes before the first file");
      covered = part.getValue();
    }
    return files;
  }

  private int entry(int at, int end, int start, String where) throws BadZip {
    check(at + CENTRAL_BYTES <= end && zip.getInt(at) == CENTRAL, where);
    int nameBytes = u16(at + 28);
    int next = at + CENTRAL_BYTES + nameBytes + u16(at + 30) + u16(at + 32);
    check(next <= end, where);
    String name = name(at + CENTRAL_BYTES, nameBytes);
    check(NAME.matcher(name).matches(), where);
    check((u16(at + 8) & ENCRYPTED) == 0, where);
    long packed = u32(at + 20);
    long size = u32(at + 24);
    long local = u32(at + 42);
    check(local + LOCAL_BYTES <= start, where);
    int offset = (int) local;
    check(zip.getInt(offset) == LOCAL && u16(offset + 26) == nameBytes, where);
    long data = local + LOCAL_BYTES + nameBytes + u16(offset + 28);
    check(data + packed <= start, where);
    check(name(offset + LOCAL_BYTES, nameBytes).equals(name), where);
    check(used.put(offset, (int) (data + packed)) == null, where);
    total += size;
    if (total > TlogLimits.BUNDLE_BYTES_MAX) {
      throw new BadZip(Reason.TOO_LARGE, where);
    }
    if (name.endsWith("/")) {
      check(size == 0, where);
      return next;
    }
    byte[] file = unpack(u16(at + 10), (int) data, (int) packed, (int) size, where);
    CRC32 crc = new CRC32();
    crc.update(file);
    check(crc.getValue() == u32(at + 16), where);
    if (files.put(name, file) != null) {
      throw new BadZip(Reason.DUPLICATE, where);
    }
    return next;
  }

  private byte[] unpack(int method, int data, int packed, int size, String where) throws BadZip {
    if (method == STORED) {
      check(packed == size, where);
      return Arrays.copyOfRange(zip.array(), data, data + size);
    }
    check(method == DEFLATED, where);
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(zip.array(), data, packed);
      byte[] file = new byte[size];
      int got = 0;
      while (got < size) {
        int more = inflater.inflate(file, got, size - got);
        check(more > 0, where);
        got += more;
      }
      // A stream that goes on beyond its stated size is a bomb or a lie.
      check(inflater.inflate(new byte[1]) == 0 && inflater.finished(), where);
      check(inflater.getRemaining() == 0, where);
      return file;
    } catch (DataFormatException broken) {
      throw new BadZip(Reason.BAD_LINE, where);
    } finally {
      inflater.end();
    }
  }

  private String name(int at, int bytes) {
    return new String(zip.array(), at, bytes, StandardCharsets.UTF_8);
  }

  private int u16(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }

  private long u32(int at) {
    return Integer.toUnsignedLong(zip.getInt(at));
  }

  private static void check(boolean holds, String where) throws BadZip {
    if (!holds) {
      throw new BadZip(Reason.BAD_LINE, where);
    }
  }
}
