package dev.hufu.store;

import static dev.hufu.store.table.Tables.EVIDENCE_PENDING;

import dev.hufu.kernel.decision.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;

/**
 * The first entry of a log that begins where another could not go on: it holds the checkpoints of
 * the other for everybody to read, so that nobody has to be told which came before.
 *
 * <p>Example, one line of canonical JSON (RFC 8785): <code>
 * {"at":"2026-11-22T06:00:00Z","checkpoints":["hufu.local/9f2c…/0\\n500\\n…"],"kind":"epoch","v":1}
 * </code>. A checkpoint is public, so there is no salt: the row's commitment is the digest of the
 * entry itself.
 *
 * @param checkpoints signed notes of the log before: what this database had come to, and, where it
 *     differs, the last that was seen outside
 */
public record EpochLeaf(List<String> checkpoints) {

  static final String KIND = "epoch";

  public EpochLeaf {
    checkpoints = List.copyOf(checkpoints);
    if (checkpoints.isEmpty()) {
      throw new IllegalArgumentException("no log came before");
    }
  }

  /** Writes the row and gives its id. */
  long append(DSLContext tx, int epoch, Instant now) {
    byte[] bytes = bytes(now);
    return tx.insertInto(EVIDENCE_PENDING)
        .set(EVIDENCE_PENDING.KIND, KIND)
        .set(EVIDENCE_PENDING.SUBJECT, KIND + "-" + epoch)
        .set(EVIDENCE_PENDING.COMMITMENT, HexFormat.of().parseHex(Digest.of(bytes).hex()))
        .set(EVIDENCE_PENDING.LEAF, bytes)
        .set(EVIDENCE_PENDING.CREATED_AT, now)
        .returning(EVIDENCE_PENDING.ID)
        .fetchSingle()
        .getId();
  }

  byte[] bytes(Instant at) {
    StringBuilder json = new StringBuilder("{\"at\":\"").append(at).append("\",\"checkpoints\":[");
    for (int note = 0; note < checkpoints.size(); note++) {
      json.append(note == 0 ? "\"" : ",\"").append(escaped(checkpoints.get(note))).append('"');
    }
    return json.append("],\"kind\":\"epoch\",\"v\":1}").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A signed note has no control character but its newlines. */
  private static String escaped(String note) {
    return note.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
