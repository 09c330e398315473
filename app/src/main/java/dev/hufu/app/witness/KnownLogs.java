package dev.hufu.app.witness;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.tlog.Checked;
import dev.hufu.tlog.cosign.CosignatureVerifier;
import dev.hufu.tlog.note.NoteKey;
import dev.hufu.tlog.note.NoteVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The logs a witness knows: a file with one public key a line, as a log prints them at {@code
 * /log/keys}. The name of a key is the name of its log. Empty lines and those with {@code #} count
 * for nothing. Errors: {@link Code#WITNESS_FILES_BROKEN} with the line.
 */
public final class KnownLogs {

  private KnownLogs() {}

  public static Outcome<Map<String, List<NoteVerifier>>> read(Path file) {
    Map<String, List<NoteVerifier>> logs = new HashMap<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        switch (NoteKey.parse(line.strip())) {
          case Checked.Sound<NoteKey>(var key) ->
              logs.computeIfAbsent(key.name(), _new -> new ArrayList<>())
                  .add(CosignatureVerifier.of(key));
          case Checked.Flawed<NoteKey>(var flaw) -> {
            return Outcome.refused(
                Code.WITNESS_FILES_BROKEN, file + ":" + number + " (" + flaw.reason() + ")");
          }
        }
      }
      return Outcome.of(logs);
    } catch (IOException unreadable) {
      return Outcome.refused(Code.WITNESS_FILES_BROKEN, file.toString());
    }
  }
}
