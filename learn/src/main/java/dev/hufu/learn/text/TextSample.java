package dev.hufu.learn.text;

import dev.hufu.intake.LabelledTexts;
import dev.hufu.intake.LabelledTexts.Kind;
import dev.hufu.intake.LabelledTexts.Labelled;
import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text to learn from or to measure on.
 *
 * @param corpus the collection, {@code own} for our own
 * @param label as its authors call it; the family of an own text
 */
record TextSample(String corpus, String label, Kind kind, String text) {

  static final String OWN = "own";

  /** Where collections lie inside a folder of public data. */
  private static final List<String> FOLDERS = List.of(".", "scam-text-zh", "sms-spam-en");

  boolean scam() {
    return kind == Kind.SCAM;
  }

  /** The texts of our own. */
  static List<TextSample> own(int count, long seed) {
    return OwnTexts.standard().make(count, seed).stream()
        .map(
            own ->
                new TextSample(
                    OWN, own.family(), own.scam() ? Kind.SCAM : Kind.ORDINARY, own.text()))
        .toList();
  }

  /** The collections of a folder; refused with {@link Code#TEXTS_NONE} where it has none. */
  static Outcome<List<TextSample>> read(Path data) {
    List<TextSample> samples = new ArrayList<>();
    try {
      for (String folder : FOLDERS) {
        if (Files.isDirectory(data.resolve(folder))) {
          for (Labelled text : LabelledTexts.read(data.resolve(folder))) {
            samples.add(new TextSample(text.corpus(), text.label(), text.kind(), text.text()));
          }
        }
      }
    } catch (IOException unreadable) {
      return Outcome.refused(Code.FILE_UNREADABLE, String.valueOf(unreadable.getMessage()));
    }
    return samples.isEmpty()
        ? Outcome.refused(Code.TEXTS_NONE, data.toString())
        : Outcome.of(samples);
  }
}
