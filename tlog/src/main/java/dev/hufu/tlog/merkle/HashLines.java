package dev.hufu.tlog.merkle;

import dev.hufu.tlog.Checked;
import dev.hufu.tlog.Reason;
import dev.hufu.tlog.TlogLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of a proof as requests and proof files write them: base64, one a line.
 *
 * <p>Example: {@code HashLines.parse(lines, 1)} reads all lines after the first. Errors: {@link
 * Reason#TOO_MANY} beyond 63, {@link Reason#BAD_BASE64}, {@link Reason#BAD_HASH}.
 */
public final class HashLines {

  private HashLines() {}

  public static Checked<List<Hash>> parse(List<String> lines, int from) {
    if (lines.size() - from > TlogLimits.PROOF_HASHES_MAX) {
      return Checked.flawed(Reason.TOO_MANY, "hashes");
    }
    List<Hash> hashes = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      switch (Hash.parse(lines.get(i), "line " + (i + 1))) {
        case Checked.Sound<Hash>(var hash) -> hashes.add(hash);
        case Checked.Flawed<Hash>(var flaw) -> {
          return new Checked.Flawed<>(flaw);
        }
      }
    }
    return Checked.sound(List.copyOf(hashes));
  }

  public static String print(List<Hash> hashes) {
    StringBuilder text = new StringBuilder();
    hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.toString();
  }
}
