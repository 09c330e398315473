package dev.hufu.language.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Goal: the kept pairs are those of ICU. Method: every character, against the transliterator. */
class SimplifiedHanTest {

  @Test
  void everyCharacterIsWhatIcuSays() throws IOException {
    StringBuilder expected = new StringBuilder();
    StringBuilder found = new StringBuilder();
    SimplifiedHan han;
    try (InputStream in =
        Objects.requireNonNull(Folding.class.getResourceAsStream("simplified.txt"))) {
      han = SimplifiedHan.read(in);
    }
    String[] lines = ofIcu();
    for (int i = 0; i < lines.length; i++) {
      char c = (char) (0x3400 + i);
      char simple = lines[i].length() == 1 ? lines[i].charAt(0) : c;
      if (simple != c || han.of(c) != c) {
        expected.append(c).append(simple);
        found.append(c).append(han.of(c));
      }
    }
    assertThat(found).hasToString(expected.toString());
    assertThat(han.of('a')).isEqualTo('a');
  }

  private static String[] ofIcu() {
    StringBuilder han = new StringBuilder();
    for (int c = 0x3400; c <= 0x9FFF; c++) {
      // The line feed keeps rules for compounds from matching across neighbours of the table.
      han.append((char) c).append('\n');
    }
    return Transliterator.getInstance("Traditional-Simplified")
        .transliterate(han.toString())
        .split("\n");
  }
}
