package dev.hufu.intake.event;

import dev.hufu.kernel.limit.Limits;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of a byte stream that are not blank, each in place in one buffer that is used again.
 * Line ends are {@code \n} and {@code \r\n}; a UTF-8 mark at the start is passed over.
 */
final class Lines implements Closeable {

  /** What was found next. All but {@link #LINE} and {@link #TOO_LONG} are the last. */
  enum Found {
    LINE,
    /** A line beyond {@link Limits#EVENT_LINE_BYTES_MAX}; it was passed over. */
    TOO_LONG,
    /** The file is no text. */
    BINARY,
    /** The packed stream is broken; the line holds what came of its last one. */
    CUT,
    /** More bytes than a file may have. */
    TOO_LARGE,
    END
  }

  private static final int BUFFER_BYTES = 4 * Limits.EVENT_LINE_BYTES_MAX;

  /** A file that has a NUL among its first bytes is no text; nor is one in UTF-16. */
  private static final int HEAD_BYTES = 1024;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long LINE_ENDS = ONES * '\n';

  private final long bytesMax;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private InputStream in;
  private boolean opened;
  private boolean packed;
  private long bytes;
  private int position;
  private int limit;
  private Found last = Found.LINE;
  private boolean drained;
  private int number;
  private int start;
  private int end;
  private boolean ascii;

  Lines(InputStream in, long bytesMax) {
    this.in = in;
    this.bytesMax = bytesMax;
  }

  /** The bytes that {@link #start} and {@link #end} point into. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** First line is 1. */
  int number() {
    return number;
  }

  /** Whether the line has no byte over 0x7F. */
  boolean ascii() {
    return ascii;
  }

  /** The column of a byte of a UTF-8 line, counted in UTF-16 units from 1. */
  int column(int at) {
    int column = 1;
    for (int i = start; i < at; i++) {
      int b = buffer[i] & 0xFF;
      column += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
    }
    return column;
  }

  Found next() throws IOException {
    if (!opened && !open()) {
      number = 1;
      last = Found.END;
      drained = true;
      position = limit;
      return Found.BINARY;
    }
    while (!drained || position < limit) {
      Found found = line();
      if (found != Found.LINE || !blank()) {
        return found;
      }
    }
    Found found = last;
    last = Found.END;
    if (found == Found.LINE) {
      return Found.END;
    }
    if (found != Found.END) {
      number++;
      start = end = position;
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Finds the end of the next line and moves behind it. */
  private Found line() throws IOException {
    number++;
    int scanned = position;
    long high = 0;
    while (true) {
      int whole = limit - 8;
      while (scanned <= whole) {
        long eight = (long) LONGS.get(buffer, scanned);
        long differs = eight ^ LINE_ENDS;
        if (((differs - ONES) & ~differs & HIGHS) != 0) {
          break;
        }
        high |= eight;
        scanned += 8;
      }
      while (scanned < limit && buffer[scanned] != '\n') {
        high |= buffer[scanned++];
      }
      if (scanned < limit) {
        return found(scanned, high, Found.LINE);
      }
      if (scanned - position > Limits.EVENT_LINE_BYTES_MAX + 1) {
        return passOver();
      }
      if (drained) {
        Found found = last;
        last = Found.END;
        return found(scanned, high, found == Found.END ? Found.LINE : found);
      }
      int kept = scanned - position;
      fill();
      scanned = position + kept;
    }
  }

  private Found found(int lineEnd, long high, Found found) {
    start = position;
    end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    position = Math.min(limit, lineEnd + 1);
    ascii = (high & HIGHS) == 0;
    boolean long_ = end - start > Limits.EVENT_LINE_BYTES_MAX;
    return long_ && found == Found.LINE ? Found.TOO_LONG : found;
  }

  /** Passes over the rest of a line that does not fit. */
  private Found passOver() throws IOException {
    while (true) {
      while (position < limit) {
        if (buffer[position++] == '\n') {
          return Found.TOO_LONG;
        }
      }
      if (drained) {
        return Found.TOO_LONG;
      }
      fill();
    }
  }

  /** Moves what is left to the front and reads more. */
  private void fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    try {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        drained = true;
        return;
      }
      bytes += count;
      limit += count;
      if (bytes > bytesMax) {
        limit -= (int) (bytes - bytesMax);
        drained = true;
        last = Found.TOO_LARGE;
      }
    } catch (ZipException | EOFException cut) {
      if (!packed) {
        throw cut;
      }
      drained = true;
      last = Found.CUT;
    }
  }

  /** Unpacks if need be and looks at the first bytes; false where they are no text. */
  private boolean open() throws IOException {
    opened = true;
    PushbackInputStream peeked = new PushbackInputStream(in, 2);
    in = peeked;
    byte[] magic = new byte[2];
    int count = peeked.readNBytes(magic, 0, 2);
    peeked.unread(magic, 0, count);
    if (count == 2 && magic[0] == 0x1F && (magic[1] & 0xFF) == 0x8B) {
      packed = true;
      try {
        in = new GZIPInputStream(peeked, 1 << 16);
      } catch (ZipException | EOFException cut) {
        drained = true;
        last = Found.CUT;
        return true;
      }
    }
    while (!drained && limit < HEAD_BYTES) {
      fill();
    }
    for (int i = 0; i < Math.min(limit, HEAD_BYTES); i++) {
      if (buffer[i] == 0) {
        return false;
      }
    }
    boolean mark =
        limit >= 3
            && buffer[0] == (byte) 0xEF
            && buffer[1] == (byte) 0xBB
            && buffer[2] == (byte) 0xBF;
    position = mark ? 3 : 0;
    boolean archive =
        limit >= 4 && buffer[0] == 'P' && buffer[1] == 'K' && buffer[2] == 3 && buffer[3] == 4;
    return !archive;
  }

  private boolean blank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
