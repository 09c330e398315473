package dev.hufu.store;

import dev.hufu.kernel.decision.Digest;
import dev.hufu.kernel.decision.PackRef;
import dev.hufu.kernel.decision.Verdict;
import dev.hufu.store.server.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All books of one fresh database, an owner, and short ways to make what tests need. */
final class Shelf implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456789Z");
  static final String CHAT = "{\"chat\":\"在吗？能不能给我借1000块钱\"}";

  final DatabaseAddress address;
  final Database database;
  final Vault vault;
  final Path keyFile;
  final KeyStore keys;
  final SignInBook signIns;
  final MatterBook matters;
  final DecisionBook decisions;
  final FriendLinkBook links;
  final CoolingBook cooling;
  final AuditBook audit;
  final HoldBook holds;
  final TeamBook team;
  final PackVersionBook versions;
  final ShadowBook shadows;
  final PersonId owner;

  Shelf(Class<?> test) {
    address = SharedServer.freshDatabase(test);
    database = Database.open(address).orThrow();
    try {
      Path folder = Files.createTempDirectory("hufu-key");
      keyFile = folder.resolve("master.key");
      keys = KeyStore.open(folder.resolve("keys"), folder).orThrow();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    vault = Vault.open(database, keyFile, keys, NOW).orThrow();
    signIns = new SignInBook(database);
    matters = new MatterBook(database, vault);
    decisions = new DecisionBook(database, vault);
    links = new FriendLinkBook(database, vault);
    cooling = new CoolingBook(database);
    holds = new HoldBook(database);
    audit = new AuditBook(database);
    team = new TeamBook(database);
    versions = new PackVersionBook(database);
    shadows = new ShadowBook(database);
    owner = signIns.getOwner(NOW);
  }

  Matter matter() {
    return matters.open("request", owner, new Draft("向我借 1,000", CHAT), NOW).orThrow();
  }

  Access access(Purpose purpose) {
    return new Access(purpose, owner.text(), NOW);
  }

  static NewDecision decision(MatterId matter) {
    return new NewDecision(
        matter,
        NOW,
        Verdict.RED,
        new PackRef("cn/request", "2026.11.21", digest("pack")),
        digest("inputs"),
        "{\"facts\":{}}",
        "{\"verdict\":\"red\"}");
  }

  KeptDecision keep(MatterId matter) {
    return decisions.append(decision(matter), Optional.empty(), owner.text(), NOW).orThrow();
  }

  static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Plain SQL past the books, as the owner of the tables would send it from a console. */
  int sql(String statement) throws SQLException {
    return sql(
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password()),
        statement);
  }

  /** The same by the role of every day, which is what a hole in the program could send. */
  int sqlOfEveryDay(String statement) throws SQLException {
    return sql(database.dataSource().getConnection(), statement);
  }

  private static int sql(Connection opened, String statement) throws SQLException {
    try (Connection connection = opened;
        Statement sent = connection.createStatement()) {
      return sent.executeUpdate(statement);
    }
  }

  int count(String table) {
    return database.dsl().fetchCount(org.jooq.impl.DSL.table(table));
  }

  /** Runs the same call on several threads at once and gives all results. */
  static <T> List<T> together(int threads, Callable<T> call) throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            pool.submit(
                () -> {
                  gate.await();
                  return call.call();
                }));
      }
      gate.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
