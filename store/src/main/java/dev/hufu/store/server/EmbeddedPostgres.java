package dev.hufu.store.server;

import dev.hufu.kernel.code.Code;
import dev.hufu.kernel.code.Outcome;
import dev.hufu.kernel.limit.Limits;
import dev.hufu.kernel.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * A PostgreSQL of our own in a data folder: made on the first start, durable, on loopback only, and
 * stopped by {@link #close}. If the process that started it is killed, the server stays; the next
 * start adopts it, or stops and restarts it.
 *
 * <p>Example: {@code switch (EmbeddedPostgres.start(folder, line -> print(line.zh()))) { case
 * Outcome.Ok(var server) -> Database.open(server.address()); case Outcome.Refused(var why) ->
 * print(why.wording().zh()); }}
 *
 * <p>Refusals are {@link Code#DATA_FOLDER_UNUSABLE} to {@link Code#PORT_UNAVAILABLE}. The one who
 * starts it calls {@code close} in a shutdown hook; the server lives in its own session and does
 * not see the Ctrl+C meant for Hufu.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String HOST = "jdbc:postgresql://127.0.0.1:";
  private static final String DATABASE = "hufu";
  private static final String OWNER = "hufu";
  private static final String DAILY = "hufu_app";
  private static final String FIRST_DATABASE = "postgres";

  /** How the server came to run. */
  public enum Beginning {
    /** The data folder was empty. */
    CREATED,
    /** There was data and no server. */
    STARTED,
    /** A server left behind by a killed process was taken over. */
    ADOPTED
  }

  private final Cluster cluster;
  private final Postmaster postmaster;
  private final ServerPasswords passwords;
  private final Beginning beginning;
  private boolean closed;

  private EmbeddedPostgres(
      Cluster cluster, Postmaster postmaster, ServerPasswords passwords, Beginning beginning) {
    this.cluster = cluster;
    this.postmaster = postmaster;
    this.passwords = passwords;
    this.beginning = beginning;
  }

  /** Starts the server of a data folder, telling each step that takes time. */
  public static Outcome<EmbeddedPostgres> start(Path dataFolder, Consumer<Wording> progress) {
    return start(dataFolder, dataFolder.resolve("postgres"), progress);
  }

  /** The same with the programs in another folder, for several data folders on one machine. */
  public static Outcome<EmbeddedPostgres> start(
      Path dataFolder, Path programs, Consumer<Wording> progress) {
    return start(dataFolder, programs, progress, folder -> folder.toFile().getUsableSpace());
  }

  static Outcome<EmbeddedPostgres> start(
      Path dataFolder, Path programs, Consumer<Wording> progress, ToLongFunction<Path> free) {
    try {
      DataFolder folder = DataFolder.take(dataFolder);
      try {
        return Outcome.of(startIn(folder, programs.toAbsolutePath().normalize(), progress, free));
      } catch (StartRefused | IOException | RuntimeException failed) {
        folder.close();
        throw failed;
      }
    } catch (StartRefused refused) {
      return new Outcome.Refused<>(refused.refusal());
    } catch (IOException broken) {
      return Outcome.refused(Code.DATABASE_DID_NOT_START, String.valueOf(broken.getMessage()));
    }
  }

  private static EmbeddedPostgres startIn(
      DataFolder folder, Path programs, Consumer<Wording> progress, ToLongFunction<Path> free)
      throws IOException, StartRefused {
    boolean present = Cluster.present(folder.cluster());
    boolean unpacked = Binaries.present(programs);
    if (!present || !unpacked) {
      checkDisk(free.applyAsLong(folder.path()));
    }
    if (!unpacked) {
      progress.accept(new Wording("正在解开数据库程序…", "Unpacking the database…"));
    }
    Binaries binaries = Binaries.unpack(programs);
    Cluster cluster = new Cluster(folder, binaries, Identity.of(folder.cluster()));
    if (!present) {
      progress.accept(new Wording("正在准备数据库…", "Preparing the database…"));
      ServerPasswords passwords = cluster.initialise();
      return begin(cluster, passwords, Beginning.CREATED);
    }
    ServerPasswords passwords = ServerPasswords.read(folder.passwordFile());
    Optional<Postmaster> orphan = Postmaster.find(folder.cluster());
    if (orphan.isEmpty()) {
      progress.accept(new Wording("正在启动数据库…", "Starting the database…"));
      return begin(cluster, passwords, Beginning.STARTED);
    }
    progress.accept(new Wording("上次没有正常关掉，正在接回数据库…", "Taking back the database of the last run…"));
    EmbeddedPostgres adopted =
        new EmbeddedPostgres(cluster, orphan.get(), passwords, Beginning.ADOPTED);
    if (orphan.get().ready() && adopted.isOurs()) {
      return adopted;
    }
    orphan.get().stop(binaries, cluster.identity(), Limits.DATABASE_STOP_MAX);
    return begin(cluster, passwords, Beginning.STARTED);
  }

  private static EmbeddedPostgres begin(
      Cluster cluster, ServerPasswords passwords, Beginning beginning)
      throws IOException, StartRefused {
    Postmaster postmaster = cluster.start(Limits.DATABASE_START_MAX);
    EmbeddedPostgres server = new EmbeddedPostgres(cluster, postmaster, passwords, beginning);
    try {
      server.prepareRoles();
    } catch (SQLException failed) {
      postmaster.stop(cluster.binaries(), cluster.identity(), Limits.DATABASE_STOP_MAX);
      throw new StartRefused(Code.DATABASE_DID_NOT_START, String.valueOf(failed.getMessage()));
    }
    return server;
  }

  private static void checkDisk(long freeBytes) throws StartRefused {
    if (freeBytes < Limits.DISK_FREE_BYTES_MIN) {
      throw new StartRefused(Code.DISK_FULL, Long.toString(freeBytes / (1024 * 1024)));
    }
  }

  /** Where the rooms connect: an owner who is no superuser, and a role of every day. */
  public DatabaseAddress address() {
    return new DatabaseAddress(HOST + postmaster.port() + "/" + DATABASE, OWNER, passwords.owner())
        .withDaily(new DatabaseAddress.Login(DAILY, passwords.daily()));
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return postmaster.port();
  }

  /** The process id of the server's first process. */
  public long pid() {
    return postmaster.pid();
  }

  public Beginning beginning() {
    return beginning;
  }

  /** The version of the server: {@code 18.6.0}. */
  public static String version() {
    return Binaries.VERSION;
  }

  /** Makes one more empty database of the same role, for a build or a test. */
  public DatabaseAddress createDatabase(String name) throws SQLException {
    checkName(name);
    try (Connection admin = connectAsAdmin()) {
      execute(admin, "create database " + name + " owner " + OWNER);
    }
    return address().withDatabase(name);
  }

  /** Drops a database made by {@link #createDatabase}, cutting off who is connected. */
  public void dropDatabase(String name) throws SQLException {
    checkName(name);
    try (Connection admin = connectAsAdmin()) {
      execute(admin, "drop database if exists " + name + " with (force)");
    }
  }

  private static void checkName(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("a database name is a-z, 0-9 and _: " + name);
    }
  }

  /** True if the server on the orphan's port knows our password and serves our folder. */
  private boolean isOurs() {
    try (Connection admin = connectAsAdmin();
        Statement statement = admin.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('data_directory'), current_setting('cluster_name')")) {
      boolean ours =
          row.next()
              && Files.isSameFile(Path.of(row.getString(1)), cluster.folder().cluster())
              && Cluster.NAME.equals(row.getString(2));
      if (ours) {
        prepareRoles();
      }
      return ours;
    } catch (SQLException | IOException strange) {
      return false;
    }
  }

  private Connection connectAsAdmin() throws SQLException {
    return DriverManager.getConnection(
        HOST + postmaster.port() + "/" + FIRST_DATABASE, Cluster.ADMIN, passwords.admin());
  }

  /** Roles and database of the rooms; looked for at each start, for a crash may fall between. */
  private void prepareRoles() throws SQLException {
    try (Connection admin = connectAsAdmin()) {
      prepareRole(admin, OWNER, passwords.owner());
      prepareRole(admin, DAILY, passwords.daily());
      if (!exists(admin, "select 1 from pg_database where datname = ?", DATABASE)) {
        execute(admin, "create database " + DATABASE + " owner " + OWNER);
      }
    }
  }

  private static void prepareRole(Connection admin, String name, String password)
      throws SQLException {
    String verb =
        exists(admin, "select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
    execute(admin, verb + " role " + name + " login password '" + password + "'");
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Stops the server (fast: open connections are cut off) and lets go of the folder. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (Postmaster.alive(postmaster.pid())) {
        postmaster.stop(cluster.binaries(), cluster.identity(), Limits.DATABASE_STOP_MAX);
      }
      cluster.folder().close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
