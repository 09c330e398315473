package dev.hufu.store;

import static dev.hufu.store.table.Tables.MASTER_KEY_CHECK;
import static dev.hufu.store.table.Tables.SUBJECT_KEY;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.server.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Seals what people wrote. A master key in a file (mode 0600) wraps one data key a matter; the data
 * key seals the matter's content with AES-256-GCM. Erasing is deleting the wrapped data key.
 *
 * <p>Example: {@code Vault.open(database, Vault.keyFile(System.getenv(), dataFolder), now)}. On the
 * first start the file is made. Later it must be the same: {@link Code#MASTER_KEY_MISSING} and
 * {@link Code#MASTER_KEY_WRONG} refuse to start rather than write what cannot be read.
 *
 * <p>The content itself is read through the books, which ask for an {@link Access}.
 */
public final class Vault {

  private static final String KEY_FILE = "master.key";
  private static final String KEY_FILE_VARIABLE = "HUFU_MASTER_KEY_FILE";
  private static final String CHECK_PLACE = "master_key_check";
  private static final byte[] CHECK = "hufu".getBytes(StandardCharsets.UTF_8);

  private final SealKey master;

  private Vault(SealKey master) {
    this.master = master;
  }

  /** Where the master key lies: as {@code HUFU_MASTER_KEY_FILE} says, else in the data folder. */
  public static Path keyFile(Map<String, String> environment, Path dataFolder) {
    String told = environment.getOrDefault(KEY_FILE_VARIABLE, "");
    return told.isBlank() ? dataFolder.resolve(KEY_FILE) : Path.of(told);
  }

  /** Reads the master key, making it if neither key nor sealed data exist, and tries it. */
  public static Outcome<Vault> open(Database database, Path keyFile, Instant now) {
    return database.transaction(
        tx -> {
          byte @Nullable [] check =
              tx.select(MASTER_KEY_CHECK.CHECK_SEALED)
                  .from(MASTER_KEY_CHECK)
                  .fetchOne(MASTER_KEY_CHECK.CHECK_SEALED);
          if (check == null) {
            return begin(tx, keyFile, now);
          }
          if (!Files.isReadable(keyFile)) {
            return Outcome.refused(Code.MASTER_KEY_MISSING, keyFile.toString());
          }
          return read(keyFile).then(key -> tryKey(key, check, keyFile));
        });
  }

  private static Outcome<Vault> begin(DSLContext tx, Path keyFile, Instant now) {
    if (!Files.exists(keyFile)) {
      byte[] bits = SealKey.randomBytes(SealKey.BYTES);
      try {
        Folders.writeSecret(keyFile, Base64.getEncoder().encodeToString(bits) + "\n");
      } catch (IOException unwritable) {
        return Outcome.refused(Code.MASTER_KEY_MISSING, keyFile.toString());
      }
    }
    return read(keyFile)
        .map(
            key -> {
              tx.insertInto(MASTER_KEY_CHECK)
                  .set(MASTER_KEY_CHECK.CHECK_SEALED, key.seal(CHECK, CHECK_PLACE))
                  .set(MASTER_KEY_CHECK.CREATED_AT, now)
                  .execute();
              return new Vault(key);
            });
  }

  private static Outcome<Vault> tryKey(SealKey key, byte[] check, Path keyFile) {
    try {
      key.open(check, CHECK_PLACE);
      return Outcome.of(new Vault(key));
    } catch (SealBrokenException anotherKey) {
      return Outcome.refused(Code.MASTER_KEY_WRONG, keyFile.toString());
    }
  }

  private static Outcome<SealKey> read(Path keyFile) {
    try {
      return Outcome.of(
          new SealKey(
              Base64.getDecoder()
                  .decode(Files.readString(keyFile, StandardCharsets.US_ASCII).strip())));
    } catch (IOException unreadable) {
      return Outcome.refused(Code.MASTER_KEY_MISSING, keyFile.toString());
    } catch (IllegalArgumentException notAKey) {
      return Outcome.refused(Code.MASTER_KEY_WRONG, keyFile.toString());
    }
  }

  /** Makes the data key of a new matter. */
  Opened create(DSLContext tx, MatterId matter, Instant now) {
    byte[] bits = SealKey.randomBytes(SealKey.BYTES);
    tx.insertInto(SUBJECT_KEY)
        .set(SUBJECT_KEY.SUBJECT, matter.text())
        .set(SUBJECT_KEY.KEY_WRAPPED, master.seal(bits, place(matter)))
        .set(SUBJECT_KEY.CREATED_AT, now)
        .execute();
    return new Opened(new SealKey(bits));
  }

  /** The data key of a matter, to seal more with; empty if the matter was erased. */
  Optional<Opened> find(DSLContext tx, MatterId matter) {
    return tx.select(SUBJECT_KEY.KEY_WRAPPED)
        .from(SUBJECT_KEY)
        .where(SUBJECT_KEY.SUBJECT.eq(matter.text()))
        .fetchOptional(SUBJECT_KEY.KEY_WRAPPED)
        .map(wrapped -> new Opened(new SealKey(master.open(wrapped, place(matter)))));
  }

  /** The data key of a matter to read with; the audit row is part of the same transaction. */
  Optional<Opened> find(DSLContext tx, MatterId matter, Access access) {
    AuditBook.append(
        tx, access.at(), access.actor(), "read:" + access.purpose().id(), matter.text());
    return find(tx, matter);
  }

  /** Deletes the data key: from here on nobody can read the matter, backups of the key aside. */
  void erase(DSLContext tx, MatterId matter) {
    tx.deleteFrom(SUBJECT_KEY).where(SUBJECT_KEY.SUBJECT.eq(matter.text())).execute();
  }

  private static String place(MatterId matter) {
    return "subject_key/" + matter.text();
  }

  @Override
  public String toString() {
    return "Vault[***]";
  }

  /** The key of one matter, for the length of one transaction. */
  record Opened(SealKey key) {

    byte[] seal(String text, String place) {
      return key.seal(text.getBytes(StandardCharsets.UTF_8), place);
    }

    String open(byte[] sealed, String place) {
      return new String(key.open(sealed, place), StandardCharsets.UTF_8);
    }
  }
}
