package dev.hufu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Goal: any bytes give a value or a refusal, never an exception. Method: Jazzer; in a build it runs
 * the seeds kept beside this class, and with {@code JAZZER_FUZZ=1} it looks for more.
 */
class IntakeFuzzTest {

  @FuzzTest
  void images(byte[] bytes) {
    if (ImageSniffer.decode(bytes) instanceof Outcome.Ok<BufferedImage>(var image)) {
      assertThat((long) image.getWidth() * image.getHeight())
          .isBetween(1L, (long) Limits.IMAGE_PIXELS_MAX);
    }
  }

  @FuzzTest
  void texts(byte[] bytes) {
    TextSniffer.decode(bytes).findValue().ifPresent(text -> assertThat(text).isNotBlank());
  }

  @FuzzTest
  void factsFiles(byte[] bytes) {
    FactsFile.read("f.yaml", bytes, FactsFileTest.TYPES)
        .findValue()
        .ifPresent(file -> assertThat(file.facts().size()).isLessThanOrEqualTo(Limits.FACTS_MAX));
  }

  @FuzzTest
  void ndjson(byte[] bytes) {
    List<NdjsonTexts.Row> rows = NdjsonTextsTest.read(bytes);
    int last = 0;
    for (NdjsonTexts.Row row : rows) {
      assertThat(row.line()).isGreaterThan(last);
      last = row.line();
    }
  }
}
