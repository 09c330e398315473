package dev.hufu.store;

import static dev.hufu.store.table.Tables.DEED;

import dev.hufu.evidence.leaf.Commitment;
import dev.hufu.evidence.leaf.Leaf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * What was done to a matter as a whole: erased, sealed, held, let go. Its payload is ids, days and
 * a basis, nothing a person wrote, so payload and salt are kept in the open and each deed can be
 * proven from the log for ever, also after the matter is gone.
 */
final class Deeds {

  static final String ERASED = "matter-erased";
  static final String SEALED = "matter-sealed";
  static final String TERM_LONGER = "matter-term-longer";
  static final String HELD = "hold-set";
  static final String LIFTED = "hold-lifted";

  private Deeds() {}

  /**
   * Keeps a deed and commits to it in the log, in the transaction of the deed itself.
   *
   * @param fields of letters that JSON need not escape; {@code at} and {@code kind} are added
   */
  static void append(
      DSLContext tx, String kind, String subject, Instant at, Map<String, String> fields) {
    TreeMap<String, String> all = new TreeMap<>(fields);
    all.put("at", at.toString());
    all.put("kind", "hufu." + kind + "/1");
    String payload =
        all.entrySet().stream()
            .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    byte[] salt = SealKey.randomBytes(Commitment.SALT_BYTES);
    EvidenceRows.append(
        tx,
        subject,
        Leaf.of(kind, at, commitment(salt, payload)),
        tx.insertInto(DEED)
            .set(DEED.KIND, kind)
            .set(DEED.SUBJECT, subject)
            .set(DEED.AT, at)
            .set(DEED.PAYLOAD, payload)
            .set(DEED.SALT, salt)
            .returning(DEED.KIND));
  }

  /** A deed as it was committed to; true if the log has it so. */
  static Optional<Boolean> verify(DSLContext tx, String kind, String subject) {
    return tx.selectFrom(DEED)
        .where(DEED.KIND.eq(kind))
        .and(DEED.SUBJECT.eq(subject))
        .fetchOptional(
            row ->
                EvidenceRows.committed(tx, kind, subject)
                    .equals(Optional.of(commitment(row.getSalt(), row.getPayload()).sha256())));
  }

  private static Commitment commitment(byte[] salt, String payload) {
    return Commitment.to(salt, payload.getBytes(StandardCharsets.UTF_8));
  }
}
