package dev.hufu.app.history;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The lines of files of decisions, one file after the other, as the bytes they are; blank ones are
 * passed over.
 */
public final class DecisionLines implements Closeable {

  private final Deque<Path> files;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
  private InputStream in = InputStream.nullInputStream();
  private String file = "";
  private int number;

  /**
   * One line.
   *
   * @param number first line is 1
   * @param cut whether it is longer than a line of a decision may be; the text is its beginning
   */
  public record Line(String file, int number, String text, boolean cut) {}

  private DecisionLines(List<Path> files) {
    this.files = new ArrayDeque<>(files);
  }

  /**
   * @return {@link Code#FILE_UNREADABLE} where one of them is not there
   */
  public static Outcome<DecisionLines> of(List<Path> files) {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        return Outcome.refused(Code.FILE_UNREADABLE, file.toString());
      }
    }
    return Outcome.of(new DecisionLines(files));
  }

  /** The next line, or nothing behind the last of the last file. */
  public Optional<Line> next() throws IOException {
    while (true) {
      int first = in.read();
      if (first < 0) {
        in.close();
        if (files.isEmpty()) {
          return Optional.empty();
        }
        Path next = files.pop();
        in = new BufferedInputStream(Files.newInputStream(next), 1 << 16);
        file = String.valueOf(next.getFileName());
        number = 0;
      } else {
        number++;
        boolean cut = readLine(first);
        if (bytes.size() > 0) {
          // Latin-1 keeps each byte apart, so that equal texts are equal bytes.
          String text = bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
          return Optional.of(new Line(file, number, text, cut));
        }
      }
    }
  }

  /** Whether the line was too long. */
  private boolean readLine(int first) throws IOException {
    bytes.reset();
    boolean cut = false;
    for (int read = first; read >= 0 && read != '\n'; read = in.read()) {
      if (bytes.size() < Limits.DECISION_LINE_BYTES_MAX) {
        bytes.write(read);
      } else {
        cut = true;
      }
    }
    return cut;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
