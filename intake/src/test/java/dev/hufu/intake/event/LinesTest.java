package dev.hufu.intake.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Goal: the bytes of a file are bounded once unpacked, and a failing disk is no bad content. */
class LinesTest {

  @Test
  void readsNoMoreThanAFileMayHave() throws IOException {
    byte[] file = Reading.utf8("one\ntwo\nthree");
    for (byte[] bytes : List.of(file, Reading.packed(file))) {
      assertThat(found(bytes, file.length)).containsExactly("LINE one", "LINE two", "LINE three");
      assertThat(found(bytes, file.length - 1))
          .containsExactly("LINE one", "LINE two", "TOO_LARGE thre");
      assertThat(found(bytes, 8)).containsExactly("LINE one", "LINE two", "TOO_LARGE ");
    }
  }

  @Test
  void aDiskThatFailsIsNoRefusal() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException("disk");
          }
        };
    try (Lines lines = new Lines(failing, 100)) {
      assertThatThrownBy(lines::next).isInstanceOf(IOException.class);
    } catch (IOException atClose) {
      throw new AssertionError(atClose);
    }
  }

  private static List<String> found(byte[] bytes, long bytesMax) throws IOException {
    List<String> found = new ArrayList<>();
    try (Lines lines = new Lines(new ByteArrayInputStream(bytes), bytesMax)) {
      for (Lines.Found next = lines.next(); next != Lines.Found.END; next = lines.next()) {
        String text =
            new String(
                lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
        found.add(next + " " + text);
      }
    }
    return found;
  }
}
