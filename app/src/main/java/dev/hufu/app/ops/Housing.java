package dev.hufu.app.ops;

import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.text.Wording;
import dev.hufu.store.Database;
import dev.hufu.store.KeyStore;
import dev.hufu.store.Vault;
import dev.hufu.store.server.DatabaseAddress;
import dev.hufu.store.server.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An opened data folder: its PostgreSQL, or the one {@code HUFU_DATABASE_URL} names, brought to the
 * present schema. It outlives the pages on top of it and is closed after them.
 */
public final class Housing implements AutoCloseable {

  /** The variable that names an external database. */
  public static final String DATABASE_URL = "HUFU_DATABASE_URL";

  public static final String DATABASE_OWNER_URL = "HUFU_DATABASE_OWNER_URL";

  private final Path folder;
  private final Optional<EmbeddedPostgres> server;
  private final Database database;

  private final Vault vault;

  private Housing(Path folder, Optional<EmbeddedPostgres> server, Database database, Vault vault) {
    this.folder = folder;
    this.server = server;
    this.database = database;
    this.vault = vault;
  }

  /**
   * What a start came to.
   *
   * @param database which PostgreSQL, fit to be shown
   * @param startMillis from the start of the process to the first page
   */
  public record Opened(String database, long startMillis) {}

  /** Opens a folder, telling each step that takes time; refusals are the 8xx codes. */
  public static Outcome<Housing> open(
      Path folder, Map<String, String> environment, Clock clock, Consumer<Wording> progress) {
    Path keyFile = Vault.keyFile(environment, folder);
    Path keyFolder = KeyStore.folder(environment, folder);
    String external = environment.getOrDefault(DATABASE_URL, "");
    if (!external.isBlank()) {
      return DatabaseAddress.parse(external, environment.getOrDefault(DATABASE_OWNER_URL, ""))
          .then(address -> openOn(folder, Optional.empty(), address, keyFile, keyFolder, clock));
    }
    return EmbeddedPostgres.start(folder, progress)
        .then(
            server ->
                openOn(folder, Optional.of(server), server.address(), keyFile, keyFolder, clock));
  }

  private static Outcome<Housing> openOn(
      Path folder,
      Optional<EmbeddedPostgres> server,
      DatabaseAddress address,
      Path keyFile,
      Path keyFolder,
      Clock clock) {
    Outcome<KeyStore> keys = KeyStore.open(keyFolder, folder);
    Outcome<Housing> opened =
        Database.open(address)
            .then(
                database -> {
                  Outcome<Vault> vault =
                      keys.then(store -> Vault.open(database, keyFile, store, clock.instant()));
                  if (vault.findRefusal().isPresent()) {
                    database.close();
                  }
                  return vault.map(key -> new Housing(folder, server, database, key));
                });
    if (opened.findRefusal().isPresent()) {
      server.ifPresent(EmbeddedPostgres::close);
    }
    return opened;
  }

  /** For commands that read or mend what is in it, without pages. */
  public Database database() {
    return database;
  }

  public Vault vault() {
    return vault;
  }

  /** Hands the database to the rooms; closing their context does not close it. */
  public void register(GenericApplicationContext context) {
    context.registerBean(
        "database", Database.class, () -> database, bean -> bean.setDestroyMethodName(""));
    context.registerBean("vault", Vault.class, () -> vault, bean -> bean.setDestroyMethodName(""));
    context.registerBean(
        "dataSource",
        DataSource.class,
        database::dataSource,
        bean -> bean.setDestroyMethodName(""));
  }

  /** Leaves a note of this start in the folder for the doctor and for a second start. */
  public Opened noteStart(int port, Clock clock) throws IOException {
    Instant now = clock.instant();
    long millis = now.toEpochMilli() - ManagementFactory.getRuntimeMXBean().getStartTime();
    if (server.isPresent()) {
      new RunNote(ProcessHandle.current().pid(), port, now, millis).write(folder);
    }
    String shown =
        server
            .map(own -> "PostgreSQL " + EmbeddedPostgres.version() + " 127.0.0.1:" + own.port())
            .orElse("PostgreSQL " + DATABASE_URL);
    return new Opened(shown, millis);
  }

  @Override
  public void close() {
    database.close();
    server.ifPresent(EmbeddedPostgres::close);
  }
}
