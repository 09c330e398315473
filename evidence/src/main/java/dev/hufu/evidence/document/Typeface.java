package dev.hufu.evidence.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one typeface of all documents, Noto Serif SC Regular: the Song style courts print in, with
 * glyf outlines as PDF/A wants them embedded, under the SIL Open Font License.
 *
 * <p>Example: {@code Typeface.findMissing("张三")} is empty. A contract with a hole in a name is
 * worth nothing, so what the typeface cannot draw is refused before printing.
 */
public final class Typeface {

  static final String FAMILY = "hufu-song";
  private static final String FILE = "NotoSerifSC-Regular.ttf";

  private Typeface() {}

  /** The first character of the text that cannot be printed. */
  public static Optional<String> findMissing(String text) {
    OptionalInt missing =
        text.codePoints()
            .filter(c -> c != '\n' && c != '\r' && c != '\t')
            .filter(c -> !Known.CHARACTERS.get(c))
            .findFirst();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Character.isISOControl(missing.getAsInt())
                ? "U+%04X".formatted(missing.getAsInt())
                : Character.toString(missing.getAsInt())
                    + " (U+%04X)".formatted(missing.getAsInt()));
  }

  /** The typeface for one document, of which only the characters used are embedded. */
  public static PDFont open(PDDocument document) throws IOException {
    return PDType0Font.load(document, stream(), true);
  }

  /** The file itself, read once. */
  static InputStream stream() {
    return new ByteArrayInputStream(Loaded.BYTES);
  }

  static byte[] resource(String name) {
    try (InputStream in = Typeface.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static final class Loaded {
    static final byte[] BYTES = resource(FILE);
  }

  private static final class Known {
    static final BitSet CHARACTERS = read();

    private static BitSet read() {
      try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream()))) {
        CmapLookup characters = font.getUnicodeCmapLookup();
        BitSet known = new BitSet();
        for (int c = 0x20; c <= 0x323AF; c++) {
          if (characters.getGlyphId(c) != 0) {
            known.set(c);
          }
        }
        return known;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
