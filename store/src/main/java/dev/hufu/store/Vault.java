package dev.hufu.store;

import static dev.hufu.store.table.Tables.ERASURE;
import static dev.hufu.store.table.Tables.MASTER_KEY_CHECK;
import static dev.hufu.store.table.Tables.MATTER_SEAL;
import static dev.hufu.store.table.Tables.SUBJECT_KEY;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.store.server.Folders;
import dev.hufu.store.table.tables.records.SubjectKeyRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Seals what people wrote. A master key in a file (mode 0600) wraps one data key a matter; the data
 * key seals the matter's content with AES-256-GCM. The wrapped keys lie in the {@link KeyStore},
 * outside the database, which only names them. Erasing is destroying the data key.
 *
 * <p>Example: {@code Vault.open(database, Vault.keyFile(System.getenv(), folder), keys, now)}. On
 * the first start the file is made. Later it must be the same: {@link Code#MASTER_KEY_MISSING},
 * {@link Code#MASTER_KEY_WRONG} and {@link Code#KEYS_MISSING} refuse to start rather than write
 * what cannot be read.
 *
 * <p>The content itself is read through the books, which ask for an {@link Access}.
 */
public final class Vault {

  private static final String KEY_FILE = "master.key";
  private static final String KEY_FILE_VARIABLE = "HUFU_MASTER_KEY_FILE";
  private static final String CHECK_PLACE = "master_key_check";
  private static final byte[] CHECK = "hufu".getBytes(StandardCharsets.UTF_8);

  private final SealKey master;
  private final KeyStore keys;

  private Vault(SealKey master, KeyStore keys) {
    this.master = master;
    this.keys = keys;
  }

  /** Where the master key lies: as {@code HUFU_MASTER_KEY_FILE} says, else in the data folder. */
  public static Path keyFile(Map<String, String> environment, Path dataFolder) {
    String told = environment.getOrDefault(KEY_FILE_VARIABLE, "");
    return told.isBlank() ? dataFolder.resolve(KEY_FILE) : Path.of(told);
  }

  /**
   * Reads the master key, making it if neither key nor sealed data exist, and tries it. Keys that
   * lie in the database since before there was a key store are moved; erasures that a crash
   * interrupted are finished.
   */
  public static Outcome<Vault> open(Database database, Path keyFile, KeyStore keys, Instant now) {
    return database
        .<Outcome<SealKey>>transaction(tx -> master(tx, keyFile, now))
        .map(master -> new Vault(master, keys))
        .then(vault -> vault.settle(database));
  }

  private static Outcome<SealKey> master(DSLContext tx, Path keyFile, Instant now) {
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
  }

  private static Outcome<SealKey> begin(DSLContext tx, Path keyFile, Instant now) {
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
              return key;
            });
  }

  private static Outcome<SealKey> tryKey(SealKey key, byte[] check, Path keyFile) {
    try {
      key.open(check, CHECK_PLACE);
      return Outcome.of(key);
    } catch (SealBrokenException anotherKey) {
      return Outcome.refused(Code.MASTER_KEY_WRONG, keyFile.toString());
    }
  }

  private Outcome<Vault> settle(Database database) {
    int moved = database.transaction(this::moveOut);
    if (moved > 0) {
      // The old rows would lie in the table's file until their place is needed.
      database.dsl().execute("vacuum full subject_key");
    }
    destroyErased(database);
    int named = database.dsl().fetchCount(SUBJECT_KEY);
    return named > 0 && keys.isEmpty()
        ? Outcome.refused(Code.KEYS_MISSING, Integer.toString(named))
        : Outcome.of(this);
  }

  /** Keys are durable in their store before the rows that held them let go. */
  private int moveOut(DSLContext tx) {
    var rows = tx.selectFrom(SUBJECT_KEY).where(SUBJECT_KEY.KEY_ID.isNull()).forUpdate().fetch();
    for (SubjectKeyRecord row : rows) {
      KeyId id = KeyId.moved(new MatterId(row.getSubject()));
      if (!keys.wasDestroyed(id)) {
        keys.put(id, Objects.requireNonNull(row.getKeyWrapped()));
      }
      row.setKeyId(id.text());
      row.setKeyWrapped(null);
      row.update();
    }
    return rows.size();
  }

  /** Destroys the keys of what was erased and still lies here: a crash or a restored store. */
  void destroyErased(Database database) {
    database
        .dsl()
        .select(ERASURE.KEY_ID)
        .from(ERASURE)
        .fetch(row -> new KeyId(row.value1()))
        .stream()
        .filter(id -> !keys.wasDestroyed(id))
        .forEach(keys::destroy);
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

  /** Makes the data key of a new matter; durable before the matter's row is committed. */
  Opened create(DSLContext tx, MatterId matter, Instant now) {
    byte[] bits = SealKey.randomBytes(SealKey.BYTES);
    KeyId id = KeyId.next();
    keys.put(id, master.seal(bits, place(matter)));
    tx.insertInto(SUBJECT_KEY)
        .set(SUBJECT_KEY.SUBJECT, matter.text())
        .set(SUBJECT_KEY.KEY_ID, id.text())
        .set(SUBJECT_KEY.CREATED_AT, now)
        .execute();
    return new Opened(new SealKey(bits));
  }

  /**
   * The data key of a matter, to seal more with; empty if the matter was erased or is sealed until
   * a term ends, whoever asks.
   */
  Optional<Opened> find(DSLContext tx, MatterId matter) {
    return tx.select(SUBJECT_KEY.KEY_ID)
        .from(SUBJECT_KEY)
        .where(SUBJECT_KEY.SUBJECT.eq(matter.text()))
        .andNotExists(DSL.selectOne().from(MATTER_SEAL).where(MATTER_SEAL.MATTER.eq(matter.text())))
        .fetchOptional(row -> new KeyId(row.value1()))
        .flatMap(
            id ->
                keys.find(id)
                    .map(wrapped -> new Opened(new SealKey(master.open(wrapped, place(matter))))));
  }

  /** The data key of a matter to read with; the audit row is part of the same transaction. */
  Optional<Opened> find(DSLContext tx, MatterId matter, Access access) {
    AuditBook.append(
        tx, access.at(), access.actor(), "read:" + access.purpose().id(), matter.text());
    return find(tx, matter);
  }

  /** The name of a matter's key; empty once it was erased. */
  Optional<KeyId> keyOf(DSLContext tx, MatterId matter) {
    return tx.select(SUBJECT_KEY.KEY_ID)
        .from(SUBJECT_KEY)
        .where(SUBJECT_KEY.SUBJECT.eq(matter.text()))
        .fetchOptional(row -> new KeyId(row.value1()));
  }

  /** Whether the key store has destroyed a key, whatever this database says. */
  boolean wasDestroyed(KeyId id) {
    return keys.wasDestroyed(id);
  }

  /** Lets go of a matter's key within the erasure; {@link #destroy} follows the commit. */
  void release(DSLContext tx, MatterId matter) {
    tx.deleteFrom(SUBJECT_KEY).where(SUBJECT_KEY.SUBJECT.eq(matter.text())).execute();
  }

  /** From here on nobody can read the matter, backups of the key store aside. */
  void destroy(KeyId id) {
    keys.destroy(id);
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
