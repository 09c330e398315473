package dev.hufu.learn.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Refusal;
import dev.hufu.kernel.limit.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrameReaderTest {

  @TempDir private Path folder;

  private FrameReader.Result read(FrameFormat format, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), text);
    return FrameReader.read(file, format).orThrow();
  }

  private static double[] numbers(FrameReader.Result result, String name) {
    return result.frame().numbers(name).orThrow().values();
  }

  @Test
  void numbersWordsAndGaps() throws IOException {
    FrameReader.Result read =
        read(FrameFormat.CSV, "\uFEFFage,job,bad\r\n31,\"a, b\",1\r\nNA,c,0\r\n\r\n1e2,,0\r\n");
    assertThat(read.refused()).isZero();
    assertThat(numbers(read, "age")).containsExactly(31, Double.NaN, 100);
    Column.Words job = (Column.Words) read.frame().find("job").orElseThrow();
    assertThat(List.of(job.word(0), job.word(1), job.word(2))).containsExactly("a, b", "c", "");
    assertThat(job.missing(2)).isTrue();
  }

  @Test
  void badLinesAreToldWithTheirPlace() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int row = 0; row < 100; row++) {
      text.append(row).append(",1\n");
    }
    text.append("x,1\n1,2,3\n\"4,5\n7,Infinity\n8,NaN\n9,1\n");
    FrameReader.Result read = read(FrameFormat.CSV, text.toString());
    assertThat(read.frame().rows()).isEqualTo(101);
    assertThat(read.refused()).isEqualTo(5);
    assertThat(read.first())
        .extracting(Refusal::code)
        .containsExactly(
            Code.LEARN_ROW_CELLS,
            Code.LEARN_QUOTE,
            Code.LEARN_NUMBER,
            Code.LEARN_NUMBER,
            Code.LEARN_NUMBER);
    assertThat(read.first())
        .extracting(refusal -> refusal.position().orElseThrow().toString())
        .containsExactly(
            "rows.csv:103:1",
            "rows.csv:104:1",
            "rows.csv:102:1",
            "rows.csv:105:2",
            "rows.csv:106:2");
  }

  @Test
  void blanksSeparateWithoutAHeaderAndWordsStayWords() throws IOException {
    FrameFormat format =
        new FrameFormat(
            ' ',
            false,
            List.of("status", "months", "bad"),
            StandardCharsets.UTF_8,
            Set.of(),
            Set.of("months"),
            Set.of("bad"));
    FrameReader.Result read = read(format, "A11  6 1\nA12 48 2\n");
    assertThat(numbers(read, "months")).containsExactly(6, 48);
    assertThat(((Column.Words) read.frame().find("bad").orElseThrow()).list())
        .containsExactly("1", "2");
  }

  @Test
  void packedFilesAreToldByTheirBytes() throws IOException {
    Path file = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(FrameReader.read(file, FrameFormat.CSV).orThrow().frame().rows()).isEqualTo(2);
    byte[] cut = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(cut, cut.length - 9));
    assertThat(FrameReader.read(file, FrameFormat.CSV).findRefusal().map(Refusal::code))
        .contains(Code.FILE_UNREADABLE);
  }

  @Test
  void nothingToReadIsTold() throws IOException {
    for (String text : List.of("", "\n\n", "a,b\n")) {
      Path file = Files.writeString(folder.resolve("empty.csv"), text);
      assertThat(FrameReader.read(file, FrameFormat.CSV).findRefusal().map(Refusal::code))
          .contains(Code.LEARN_TOO_FEW);
    }
    assertThat(
            FrameReader.read(folder.resolve("none.csv"), FrameFormat.CSV)
                .findRefusal()
                .map(Refusal::code))
        .contains(Code.FILE_UNREADABLE);
  }

  @Test
  void aLineBeyondTheLimitIsPassedOver() throws IOException {
    String at = "1".repeat(Limits.LEARN_LINE_CHARS_MAX - 2);
    FrameReader.Result read = read(FrameFormat.CSV, "a,b\n" + at + ",x\n" + at + ",xy\n1,z\n");
    assertThat(read.frame().rows()).isEqualTo(2);
    assertThat(read.refused()).isEqualTo(1);
    assertThat(read.first().getFirst().position().orElseThrow().line()).isEqualTo(3);
  }
}
